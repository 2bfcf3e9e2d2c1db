"""What is shown to others, what others show, and who looked."""
