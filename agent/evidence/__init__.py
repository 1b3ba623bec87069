"""Passages, indexes, retrieval, and the one function that decides whether a quote is there."""
