"""How often Plait's proposal for an unknown table is right without a change."""
