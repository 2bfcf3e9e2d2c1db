"""The spells of a stream: from when to when it pays, again and again.

A stream runs from month 0. It is known to end in the first month that its hazard or
a cause says so, and pays through its notice; a fixed contract pays to its end and
may be renewed, after which it is open. Then comes the wait, then a replacement with the same hazard,
the same causes and the same notice, which can end from its second month on. All of
it costs work by the event, not by the month.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from plait.analysis.income.model import StreamModel
from plait.analysis.income.simulation.strikes import first_from, first_of
from plait.analysis.income.simulation.times import (
    NEVER,
    Months,
    Which,
    happens_in,
    waits,
)
from plait.analysis.income.varying.quantiles import Floats32


class Spell(NamedTuple):
    """The scenarios `who` are paid in the months from `start` up to `until`.

    `known_in` is the month in which the end is known. The three others are as long
    as `who`.
    """

    who: Which
    start: Months
    until: Months
    known_in: Months


class Endings(NamedTuple):
    """What ends a stream: its hazard and the strikes of causes.

    `mean` is the mean months to the end by scenario, `strikes` the months in which
    causes hit it, (strikes, scenarios) for each cause.
    """

    mean: Floats32
    strikes: Sequence[Months]
    rng: np.random.Generator


def spells(stream: StreamModel, endings: Endings, months: int) -> Iterator[Spell]:
    """Yield the first spell of all scenarios, then the replacements round by round.

    Spells that would begin after the last month are left out.
    """
    spell = _first(stream, endings)
    yield spell
    while stream.wait is not None:
        ended = np.flatnonzero(spell.until < months)
        start = spell.until[ended] + waits(stream.wait, len(ended), endings.rng)
        in_time = np.flatnonzero(start < months)
        if not len(in_time):
            return
        who = spell.who[ended[in_time]]
        spell = _next(stream, who, start[in_time], endings)
        yield spell


def _first(stream: StreamModel, endings: Endings) -> Spell:
    mean, strikes, rng = endings
    n = len(mean)
    known_in = np.minimum(happens_in(mean, rng), first_of(strikes, n))
    until = known_in + np.int32(stream.notice)
    if stream.ends_in is not None:
        is_renewed = rng.random(n, dtype=np.float32) < stream.renewed
        last = np.where(is_renewed, NEVER, np.int32(stream.ends_in))
        known_in, until = np.minimum(known_in, last), np.minimum(until, last)
    return Spell(np.arange(n), np.zeros(n, dtype=np.int32), until, known_in)


def _next(stream: StreamModel, who: Which, start: Months, endings: Endings) -> Spell:
    mean, strikes, rng = endings
    known_in = happens_in(mean[who], rng)
    known_in += start
    known_in += 1
    if strikes:
        np.minimum(known_in, first_from(strikes, who, start + 1), out=known_in)
    return Spell(who, start, known_in + np.int32(stream.notice), known_in)
