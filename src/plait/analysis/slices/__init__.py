"""What a share shows of a portfolio: each slice, and nothing beside it."""
