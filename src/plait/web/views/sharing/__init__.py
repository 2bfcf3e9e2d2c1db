"""Pages of what is shown to others, and of what others show."""
