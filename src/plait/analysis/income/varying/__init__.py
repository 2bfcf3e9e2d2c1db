"""How months vary: drawn factors, and the course that all income takes together."""
