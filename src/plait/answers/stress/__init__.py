"""How long the money lasts if something stops, in each scenario."""

from plait.answers.stress.answer import StressAnswer, stress_answer
from plait.answers.stress.runway import Runway, ScenarioAnswer
from plait.answers.stress.scenarios import NoScenario, biggest_risk

__all__ = [
    "NoScenario",
    "Runway",
    "ScenarioAnswer",
    "StressAnswer",
    "biggest_risk",
    "stress_answer",
]
