"""Tax obligations in words."""
