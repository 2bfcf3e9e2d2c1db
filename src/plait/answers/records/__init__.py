"""Answers about records: lists of them, and what waits for a role."""
