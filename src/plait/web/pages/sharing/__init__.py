"""What the pages about sharing show."""
