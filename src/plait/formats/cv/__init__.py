"""CVs: positions, studies and volunteering."""
