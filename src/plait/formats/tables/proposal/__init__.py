"""What the columns of an unknown table seem to mean, by their names and their cells."""
