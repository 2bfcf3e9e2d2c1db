"""Looking at the book as it is kept, without writing to it."""
