"""The pages: thin views over `book` and `answers`, and how they look."""
