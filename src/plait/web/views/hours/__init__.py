"""Views on hours."""
