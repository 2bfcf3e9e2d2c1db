"""Income in words."""
