"""People who keep a book here, and how they sign in."""
