"""Hours in words."""
