"""What passes from one owner to another: slices out of a book into envelopes.

The only room that may import two of `book`, `circle` and `team`.
"""
