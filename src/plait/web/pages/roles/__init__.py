"""What the pages on roles show."""
