"""Tax duties of many streams as dated data: one TOML file a pack, what reads them."""
