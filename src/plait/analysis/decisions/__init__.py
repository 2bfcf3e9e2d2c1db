"""Decisions: what to take on or drop, and which mix of hours would be better."""
