"""What is due over all streams, and when? Tax dates, limits, what to set aside."""
