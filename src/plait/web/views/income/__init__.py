"""Views on income."""
