"""What may come in over the months ahead."""

from plait.answers.simulation.answer import (
    SimulationAnswer,
    SimulationOptions,
    model_simulation_answer,
    simulation_answer,
)
from plait.answers.simulation.months import MonthAhead, Quantiles
from plait.answers.simulation.streams import SimulatedStream

__all__ = [
    "MonthAhead",
    "Quantiles",
    "SimulatedStream",
    "SimulationAnswer",
    "SimulationOptions",
    "model_simulation_answer",
    "simulation_answer",
]
