"""Page in, what happened out: each program as a process, in a fresh folder."""
