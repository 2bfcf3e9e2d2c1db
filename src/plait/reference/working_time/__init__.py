"""Working-time law as dated data: one TOML file a pack, and what reads them."""
