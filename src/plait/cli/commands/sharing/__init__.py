"""Commands about what is shown to others."""
