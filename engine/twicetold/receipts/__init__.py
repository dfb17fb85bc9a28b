"""Verdicts in, receipts out; and what a built site may show by them."""
