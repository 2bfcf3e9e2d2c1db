"""What is shown to others, and what others show, in words."""
