"""What is altered in a page as it was built, for readers."""
