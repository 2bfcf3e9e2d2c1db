"""Whether something can be taken on, in words: the verdict, its reasons, the rest."""
