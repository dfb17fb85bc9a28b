"""What every room needs: where a site is, what is wrong where, on which machine."""
