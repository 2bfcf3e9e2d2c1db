"""What follows from where a role lies on the map: a few rules, all listed.

1. Fewer than four answers are too few to say anything.
2. A role that presses hard and pays little is to be renegotiated, unless it clearly
   gives little.
3. Where either side is unclear, so is the suggestion.
4. Gives much, presses little: grow.
5. Gives much, presses hard: renegotiate.
6. Gives little, presses little: keep; but renegotiate what pays little.
7. Gives little, presses hard: think about leaving; but renegotiate what pays well,
   or gives one thing (energy, meaning, growth) above the middle of the answers.

Unpaid roles, and pay that is not known, go by the rules without pay.
"""

from dataclasses import dataclass
from enum import StrEnum

from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.pooling import Level

ANSWERS_NEEDED = 4
# From this chance on a level lies on a side: its range, which holds four times of
# five, is then clear of the middle.
SURE = 0.90


class Suggestion(StrEnum):
    """What the map suggests for a role; never more than a suggestion."""

    GROW = "grow"
    KEEP = "keep"
    RENEGOTIATE = "renegotiate"
    LEAVE = "leave"
    UNCLEAR = "unclear"
    TOO_FEW = "too few"
    NO_ANSWERS = "no answers"


class Side(StrEnum):
    """On which side of the middle a level is."""

    HIGH = "high"
    LOW = "low"
    UNCLEAR = "unclear"


def side_of(level: Level, middle: float) -> Side:
    """Return the side that nine chances of ten speak for."""
    above = level.chance_above(middle)
    if above >= SURE:
        return Side.HIGH
    return Side.LOW if above <= 1 - SURE else Side.UNCLEAR


def likelier_side(level: Level, middle: float) -> Side:
    """Return the side of the level itself, however unsure."""
    return Side.HIGH if level.value > middle else Side.LOW


@dataclass(frozen=True, slots=True)
class RuleInputs:
    """What the rules look at; `gives_one_thing` is for rule 7."""

    n_answers: int
    gives: Side
    takes: Side
    pay: Pay
    gives_one_thing: bool = False


def suggestion(role: RuleInputs) -> Suggestion:
    """Return what the rules make of a role."""
    if role.n_answers < ANSWERS_NEEDED:
        return Suggestion.TOO_FEW if role.n_answers else Suggestion.NO_ANSWERS
    presses, pays_little = role.takes is Side.HIGH, role.pay is Pay.LITTLE
    # Before the unclear sides: it asks for a talk even while what it gives is unclear.
    if presses and pays_little and role.gives is not Side.LOW:
        return Suggestion.RENEGOTIATE
    if Side.UNCLEAR in {role.gives, role.takes}:
        return Suggestion.UNCLEAR
    if role.gives is Side.HIGH:
        return Suggestion.RENEGOTIATE if presses else Suggestion.GROW
    if not presses:
        return Suggestion.RENEGOTIATE if pays_little else Suggestion.KEEP
    is_worth_a_talk = role.pay is Pay.WELL or role.gives_one_thing
    return Suggestion.RENEGOTIATE if is_worth_a_talk else Suggestion.LEAVE
