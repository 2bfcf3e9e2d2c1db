"""How many of a person's roles are proposed from their files, and how many wrong ones."""
