"""How long everything is kept that is no record of a book, and clearing it away."""
