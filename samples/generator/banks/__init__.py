"""Bank accounts of the sample, and the statements of each bank."""
