"""One module a command; each is read in only when it is called."""
