"""What the pages of the start show."""
