"""Studies: a method beside its rivals, on series whose truth is known."""
