"""Lines on their way into the book: which are new, and which were held already."""
