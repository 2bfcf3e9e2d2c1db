"""What each page shows: plain values for templates, made from answers, no queries."""
