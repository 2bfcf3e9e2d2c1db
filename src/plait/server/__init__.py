"""Settings, URLs and the process that serves them."""
