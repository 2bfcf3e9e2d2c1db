"""Pages of a server of several people: joining it, and looking after it."""
