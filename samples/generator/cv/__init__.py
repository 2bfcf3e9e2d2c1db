"""The CV of the sample."""
