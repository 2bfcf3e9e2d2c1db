"""Which plans are offered beside the mix there is: found, compared, chosen."""
