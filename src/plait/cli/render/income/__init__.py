"""How answers about income look in a terminal."""
