"""What people type: options and words, read into typed values as forms are."""
