"""Records, lists and problems in words."""
