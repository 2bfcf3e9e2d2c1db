"""Answers about a period of one's choice, beside the same one before."""
