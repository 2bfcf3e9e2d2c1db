"""The pages: thin views over `book` and `review`, and how they look."""
