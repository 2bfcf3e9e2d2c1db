"""Tables of pages by name: each takes the request, whose it is, and their words."""
