"""What a scenario leaves of each stream, month by month, and how much later it comes.

What is lost is lost from the month on in which its notice is over; a cut and a delay
come at once, and illness gives no notice. Two losses of one stream add up (two
payers of three), up to all of it; cuts follow one another.
"""

import numpy as np

from plait.analysis.floats import Floats
from plait.analysis.income.model import monthly_chance
from plait.analysis.income.stress.case import Case, StreamCase
from plait.domain.rules import plain
from plait.domain.scenarios import Blow, Effect, Over, Scenario

# An invoice thirty days late is a month late.
DAYS_A_MONTH = 30


def touched(effect: Effect, one: StreamCase) -> float:
    """Return which share of a stream an effect meets, from 0 to 1.

    What costs more than it brings cannot be lost but by name.
    """
    if one.stream.monthly <= 0 and effect.over is not Over.ROLE:
        return 0.0
    if effect.over is Over.PAYER:
        name = plain(effect.name)
        return sum(share for payer, share in one.payers if payer == name)
    if effect.over is Over.EARNED:
        return 1 - min(
            map(one.left_when_ill, range(effect.months or len(one.kept) + 1))
        )
    return float(_is_met(effect, one))


def _is_met(effect: Effect, one: StreamCase) -> bool:
    if effect.over is Over.ROLE:
        return effect.name == one.key
    if effect.over is Over.INVOICED:
        return one.is_invoiced
    if effect.over is Over.ALL:
        # An employer's salary is no invoice that waits.
        return effect.blow is not Blow.DELAY or not one.is_salary
    properties = {
        Over.SECTOR: (one.sector,),
        Over.SKILL: one.skills,
        Over.CAUSE: one.causes,
    }
    return plain(effect.name) in properties[effect.over]


def left(case: Case, scenario: Scenario, n_months: int) -> Floats:
    """Return months x streams: the share of each stream that is still earned."""
    shape = (n_months, len(case.streams))
    lost, left_of_it = np.zeros(shape), np.ones(shape)
    for effect in dict.fromkeys(scenario.effects):
        for number, one in enumerate(case.streams):
            met: float | Floats = touched(effect, one)
            if not met:
                continue
            months = _months(effect, one, n_months)
            if effect.over is Over.EARNED:
                met = _lost_by_month(one, lost[months, number])
            if effect.blow is Blow.LOSE:
                lost[months, number] += met
            elif effect.blow is Blow.CUT:
                left_of_it[months, number] *= 1 - met * float(effect.share)
            elif effect.blow is Blow.WEAR:
                left_of_it[:, number] *= _worn(effect, one, n_months)
    remaining: Floats = np.clip(1 - lost, 0, None) * left_of_it
    return remaining * _until_the_end(case, n_months)


def _lost_by_month(one: StreamCase, months: Floats) -> Floats:
    """Return what illness takes month by month: what is paid on changes with them."""
    return np.array([1 - one.left_when_ill(month) for month in range(len(months))])


def later(case: Case, scenario: Scenario, n_months: int) -> Floats:
    """Return months x streams: how many months later than usual money comes."""
    found = np.zeros((n_months, len(case.streams)))
    for effect in dict.fromkeys(scenario.effects):
        if effect.blow is Blow.DELAY:
            for number, one in enumerate(case.streams):
                if touched(effect, one):
                    until = _until(effect, effect.after, n_months)
                    late = effect.days / DAYS_A_MONTH
                    found[effect.after : until, number] += late
    return found


def _months(effect: Effect, one: StreamCase, n_months: int) -> slice:
    # Illness gives no notice, and lower rates come at once.
    warned = effect.blow is Blow.LOSE and effect.over is not Over.EARNED
    start = effect.after + (one.stream.notice if warned else 0)
    return slice(start, _until(effect, start, n_months))


def _until(effect: Effect, start: int, n_months: int) -> int:
    return n_months if effect.months is None else start + effect.months


def _worn(effect: Effect, one: StreamCase, n_months: int) -> Floats:
    """Return what can be expected to be left while the chance of ending is higher."""
    chance = min(1.0, one.stream.hazard.mean * float(effect.times))
    start = effect.after + one.stream.notice
    ends = np.zeros(n_months)
    ends[start : _until(effect, start, n_months)] = monthly_chance(chance)
    # No chance in it: in truth a stream ends or does not, here its mean is left.
    return np.cumprod(1.0 - ends, dtype=np.float64)


def _until_the_end(case: Case, n_months: int) -> Floats:
    """Return 1 while a contract runs, and the chance of its renewal after."""
    found = np.ones((n_months, len(case.streams)))
    for number, one in enumerate(case.streams):
        if one.stream.ends_in is not None:
            found[one.stream.ends_in :, number] = one.stream.renewed
    return found
