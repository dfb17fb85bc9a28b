"""Page in, whether it needs to be run: what a green run has seen, held to what is there now."""
