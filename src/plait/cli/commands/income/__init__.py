"""Commands on income: streams, concentration, stress, simulation, plan."""
