"""How answers about hours look in a terminal."""
