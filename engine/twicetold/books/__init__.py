"""Sources and built HTML in, what is unaccounted for out."""
