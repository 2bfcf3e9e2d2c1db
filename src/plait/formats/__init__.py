"""Others' words into ours: one module per file format, recognised by content."""
