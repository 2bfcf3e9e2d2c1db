"""What the pages on income show."""
