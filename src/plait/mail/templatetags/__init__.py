"""How mail looks."""
