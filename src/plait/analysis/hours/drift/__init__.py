"""Drift: whether a role takes more hours than agreed, since when, and how much."""
