"""Where somebody stands: the parts of a review beside its findings."""
