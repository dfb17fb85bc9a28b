"""What was shown and what happened in, verdict out."""
