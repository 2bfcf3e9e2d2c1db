"""What is due over all streams: dates, thresholds, and what to put by. No tax advice."""
