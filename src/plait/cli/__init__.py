"""The same questions on the command line."""
