"""Questions about income: where it comes from, where it goes, what it hangs on."""
