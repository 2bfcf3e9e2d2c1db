"""Time trackers of the sample."""
