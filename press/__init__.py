"""The steps over the built site, on plain files, whichever generator built it."""
