"""How long the money lasts if something stops, in each scenario."""

from plait.answers.stress.answer import StressAnswer, stress_answer
from plait.answers.stress.runway import Runway, ScenarioAnswer
from plait.answers.stress.scenarios import NoScenario, biggest_risk
from plait.answers.stress.usual import stress_of

__all__ = [
    "NoScenario",
    "Runway",
    "ScenarioAnswer",
    "StressAnswer",
    "biggest_risk",
    "stress_answer",
    "stress_of",
]
