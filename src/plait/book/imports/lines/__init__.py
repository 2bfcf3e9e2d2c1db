"""Lines on their way in: decided about, then written, one kind a module."""
