"""Views of the start: from an empty book to the first roles."""
