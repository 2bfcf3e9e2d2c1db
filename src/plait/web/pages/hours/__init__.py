"""What the pages on hours show."""
