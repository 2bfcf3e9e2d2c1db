"""Answers about roles: the list, one role, and how they feel."""
