"""Which roles could there be? Proposed from payers and trackers' clients."""
