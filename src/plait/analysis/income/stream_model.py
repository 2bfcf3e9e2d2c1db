"""The stream of a role in the income model: what it brings, how it may end."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from plait.analysis.income.assumptions import Assumed, Basis
from plait.analysis.income.client_hazard import of_clients
from plait.analysis.income.model import Hazard, StreamModel
from plait.analysis.income.stress import terms
from plait.analysis.income.stress.stream_case import is_salary
from plait.analysis.income.stress.weak_month import MONTHS_LOOKED_AT, evened
from plait.analysis.series.agreed_pay import at_home
from plait.analysis.series.recent import monthly_means
from plait.analysis.series.settling.settle import settled
from plait.analysis.series.streams import Stream, Trend
from plait.domain.portfolio import Portfolio
from plait.domain.resilience import Fallback
from plait.domain.roles import Role
from plait.reference.hazards import SectorRate, search, sector_rate, weight
from plait.reference.rates import Rates

# Fewer months do not show how much they vary.
MONTHS_TO_VARY = 6
# How much a month of a stream that has too few months varies: an assumption of ours.
VARIES_UNKNOWN = 0.3
_MOST_VARIED = 3.0
# So long after a contract's last day its last money still comes.
_LAST_PAY = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class OneStream:
    """A stream of the model, and what it rests on."""

    model: StreamModel
    basis: Basis


def stream_of(
    portfolio: Portfolio, role: int, stream: Stream | None, rates: Rates
) -> OneStream | None:
    """Return the stream of a role held; None where nothing comes in or is agreed.

    Income is the mean of the last twelve whole months, less what is put by for tax
    unless it is a salary, less costs, of which nothing is put by. Where none came in
    yet, it is what the terms say.
    A mean of n months is unsure by how much a month varies, by the root of n.
    """
    held = portfolio.roles[role]
    net_share = _net_share(portfolio, held)
    monthly, varies, n_months, assumed = _brings(
        portfolio, held, stream, rates, net_share
    )
    empty = _empty(stream) if stream and Assumed.AS_BEFORE in assumed else 0.0
    if not monthly:
        return None
    model = StreamModel(
        name=held.key,
        monthly=monthly,
        varies=varies,
        hours=_hours(portfolio, held),
        notice=terms.notice(held, portfolio.on),
        # Left out, ranges of 80 % held six times in ten.
        unsure=varies / max(1, n_months) ** 0.5,
        empty=empty if varies and monthly > 0 else 0.0,
    )
    basis = Basis(role, n_months, (*assumed, *_is_taxed(portfolio, held)))
    of_role = OneStream(model, basis)
    if monthly < 0:
        return _of_costs(portfolio, held, of_role)
    last_on = stream.last_on if stream else None
    return _may_end(portfolio, of_role, rates, net_share, last_on)


def _of_costs(portfolio: Portfolio, role: Role, one: OneStream) -> OneStream:
    """Return a stream that costs more than it brings: nothing but its end stops it."""
    model = replace(one.model, ends_in=terms.ends_in(role, portfolio.on))
    why = (*one.basis.assumed, Assumed.COSTS_GO_ON)
    return OneStream(model, replace(one.basis, assumed=why))


def _may_end(
    portfolio: Portfolio,
    one: OneStream,
    rates: Rates,
    net_share: float,
    last_on: date | None,
) -> OneStream:
    """Return the stream with how it may end, what replaces it, and how late it pays."""
    role, monthly = one.basis.role, one.model.monthly
    hazard, sector, why = _hazard(portfolio, role)
    wait: float | None
    wait, replaced, replacing = _replacement(portfolio, role)
    ends_in, renewed, contract = _contract(portfolio, portfolio.roles[role], last_on)
    late, unpaid, delay = _late(portfolio, role, rates)
    # It begins without its income, whatever its contract says.
    if Assumed.DRIED_UP in one.basis.assumed:
        ends_in, renewed, contract = 0, 0.0, ()
    # What has ended comes back by a plan B alone: how others searched says nothing of it.
    if ends_in == 0 and Assumed.OWN_FALLBACK not in replacing:
        wait, replacing = None, ()
    model = replace(
        one.model,
        ends_in=ends_in,
        renewed=renewed,
        hazard=hazard,
        wait=wait,
        replaced=replaced,
        late=late,
        # Invoices noted, or as much usual work as the delay holds: never both.
        unpaid=max(unpaid * net_share, monthly * late),
    )
    quiet = () if model.notice else (Assumed.NO_NOTICE,)
    assumed = (*one.basis.assumed, *why, *contract, *quiet, *replacing, *delay)
    return OneStream(model, replace(one.basis, assumed=assumed, sector=sector))


def _net_share(portfolio: Portfolio, role: Role) -> float:
    """Return the share that is not put by for tax; of a salary it is off already."""
    aside = portfolio.person.set_aside
    if aside is None or is_salary(portfolio, role):
        return 1.0
    return 1 - float(aside)


def _is_taxed(portfolio: Portfolio, role: Role) -> tuple[Assumed, ...]:
    is_known = portfolio.person.set_aside is not None
    return () if is_known or is_salary(portfolio, role) else (Assumed.BEFORE_TAX,)


def _hours(portfolio: Portfolio, role: Role) -> float:
    agreed = role.agreement_on(portfolio.on)
    hours = agreed.hours_per_week if agreed else None
    return 0.0 if hours is None else min(168.0, float(hours))


def _brings(
    portfolio: Portfolio,
    role: Role,
    stream: Stream | None,
    rates: Rates,
    net_share: float,
) -> tuple[float, float, int, tuple[Assumed, ...]]:
    """Return what it brings a month, how that varies, and what tells it."""
    is_dry = stream is not None and stream.trend is Trend.DRY
    if (
        stream is not None
        and (recent := monthly_means(stream, is_over=is_dry)).n_months
    ):
        mean = recent.income * net_share - recent.costs
        varies, why = _varies(
            stream, net_share, recent.n_months, _usual_variation(portfolio, role)
        )
        why = (Assumed.DRIED_UP, *why[1:]) if is_dry else why
        return mean, varies if mean > 0 else 0.0, recent.n_months, why
    agreed = role.agreement_on(portfolio.on)
    home = portfolio.person.currency
    worth = at_home(agreed, home, rates, portfolio.on) if agreed else None
    why = (Assumed.AS_AGREED, Assumed.FEW_MONTHS)
    return (worth or 0.0) * net_share, _usual_variation(portfolio, role), 0, why


def _usual_variation(portfolio: Portfolio, role: Role) -> float:
    """Return how much a month varies where too few are known; a salary does not."""
    return 0.0 if is_salary(portfolio, role) else VARIES_UNKNOWN


def _varies(
    stream: Stream, net_share: float, n_months: int, usual: float
) -> tuple[float, tuple[Assumed, ...]]:
    """Return the relative standard deviation of a month, the calendar's bumps left out.

    Of at most the last two years. What lies before the first money says nothing, nor
    what lies after the last of a stream that dried up.
    """
    known = stream.is_known
    came = evened(stream.monthly[known], stream.usual_gap)
    net = came * net_share - stream.costs[known]
    moved = np.flatnonzero((stream.monthly + stream.costs)[known])
    if not len(moved):
        return usual, (Assumed.AS_BEFORE, Assumed.FEW_MONTHS)
    end = int(moved[-1]) + 1 if stream.trend is Trend.DRY else len(net)
    months = net[max(int(moved[0]), end - MONTHS_LOOKED_AT) : end]
    mean = float(months.mean())
    if n_months < MONTHS_TO_VARY or mean <= 0:
        return usual, (Assumed.AS_BEFORE, Assumed.FEW_MONTHS)
    return min(_MOST_VARIED, float(months.std()) / mean), (Assumed.AS_BEFORE,)


def _empty(stream: Stream) -> float:
    """Return the share of the months that varies is of in which nothing came."""
    months = evened(stream.known, stream.usual_gap)[-MONTHS_LOOKED_AT:]
    return float(np.mean(months <= 0)) if len(months) >= MONTHS_TO_VARY else 0.0


def _hazard(
    portfolio: Portfolio, role: int
) -> tuple[Hazard, SectorRate | None, tuple[Assumed, ...]]:
    """Return the person's belief; else the sector's rate of a job, or of own clients.

    Layoffs are counted of jobs alone, and nobody publishes such figures of clients.
    """
    for belief in portfolio.beliefs:
        if belief.role == role:
            hazard = Hazard.believed(float(belief.chance), float(belief.years))
            return hazard, None, (Assumed.OWN_BELIEF,)
    held = portfolio.roles[role]
    if not is_salary(portfolio, held):
        return of_clients(portfolio), None, (Assumed.OWN_CLIENTS,)
    rate = sector_rate(held.organisation.sector)
    why = Assumed.ALL_SECTORS if rate.is_of_all else Assumed.SECTOR_RATE
    return Hazard.believed(rate.yearly, weight()), rate, (why,)


def _replacement(
    portfolio: Portfolio, role: int
) -> tuple[float, float, tuple[Assumed, ...]]:
    """Return the wait and the share of the soonest fallback, else others' search."""
    fallbacks = [one for one in portfolio.fallbacks if one.role == role]
    if not fallbacks:
        return search().months, 1.0, (Assumed.SEARCH_OF_OTHERS,)
    best: Fallback = min(fallbacks, key=lambda one: (one.months, -one.share))
    return float(best.months), float(best.share), (Assumed.OWN_FALLBACK,)


def _contract(
    portfolio: Portfolio, role: Role, last_on: date | None
) -> tuple[int | None, float, tuple[Assumed, ...]]:
    """Return the months that a fixed contract still pays, and its chance of renewal.

    Of n contracts that came to their end each was renewed; the next one is with the
    chance n / (n + 1): half after one, none where none was. One whose last day has
    passed has ended, unless money came long after that day: then it goes on.
    """
    ends_in = terms.ends_in(role, portfolio.on)
    if ends_in is None:
        return None, 0.0, ()
    ended = [
        one.period.end
        for one in role.agreements
        if one.period.end is not None and one.period.end <= portfolio.on
    ]
    if len(ended) == len(role.agreements) and ended:
        goes_on = last_on is not None and last_on > max(ended) + _LAST_PAY
        return (None, 0.0, ()) if goes_on else (0, 0.0, (Assumed.CONTRACT_ENDS,))
    how = Assumed.RENEWED_BEFORE if ended else Assumed.NOT_RENEWED
    return ends_in, len(ended) / (len(ended) + 1), (Assumed.CONTRACT_ENDS, how)


def _late(
    portfolio: Portfolio, role: int, rates: Rates
) -> tuple[float, float, tuple[Assumed, ...]]:
    """Return how late money comes, by invoices paid, and what is still to come in."""
    mine = (one for one in settled(portfolio) if one.paid_on)
    if not any(portfolio.invoices[one.invoice].role == role for one in mine):
        return 0.0, 0.0, ()
    due = terms.due(portfolio, role, rates) or ()
    return terms.delay(portfolio, role), sum(due), (Assumed.AS_LATE_AS_BEFORE,)
