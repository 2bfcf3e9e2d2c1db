"""Commands on the book as a whole: begin, review, serve, back up."""
