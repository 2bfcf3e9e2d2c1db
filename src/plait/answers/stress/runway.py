"""One scenario of a stress test: when money runs out, in bad and middling futures."""

from dataclasses import dataclass

from plait.analysis.income.stress import Outcome, StressResult
from plait.answers.context import AnswerContext
from plait.answers.stress.scenarios import key_of, scenario_title, severity
from plait.domain.scenarios import Kind
from plait.wording.income import stress as wording


@dataclass(frozen=True, slots=True)
class Runway:
    """How one future goes, in the home currency.

    `months` pass before the first short one, None where none is short as far as is
    looked. `short_by` is what lacks in that month, `gap` what the last month of all
    lacks of the floor a month. `income` and `balance` are month by month, of a single
    scenario asked for alone.
    """

    months: int | None
    text: str
    first_short: str | None
    runs_out: str
    sentence: str
    short_by: float
    gap: float
    income: tuple[float, ...] = ()
    balance: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioAnswer:
    """One scenario, judged by the future that one in ten is worse than.

    `median` is the middle one, `within_year` and `within_two_years` are the chances
    that money runs out by then, `chances` says them. `scenario` names it on the command line (role:atlas), `lost` is the share of a
    weak month's income that is gone in the worst month, `roles` are the keys of the
    roles that it meets.
    """

    scenario: str
    kind: Kind
    title: str
    roles: tuple[str, ...]
    lost: float
    lost_text: str
    one_in_ten: Runway
    median: Runway
    within_year: float
    within_two_years: float
    chances: str

    @property
    def order(self) -> tuple[int, float]:
        """What to sort by, so that the fewest months and the largest loss come first."""
        return severity(self.one_in_ten.months, self.lost)


def scenario_answer(
    context: AnswerContext, one: StressResult, *, with_months: bool = False
) -> ScenarioAnswer:
    """Return a scenario with its sentences, and month by month where asked."""
    words, on = context.words, context.portfolio.on
    bad = wording.one_in_ten_text(one.one_in_ten, words, on)
    middle = wording.median_text(one.median, words, on)
    return ScenarioAnswer(
        scenario=key_of(one.scenario),
        kind=one.scenario.kind,
        title=scenario_title(context, one.scenario),
        roles=tuple(context.role(index).key for index in one.roles),
        lost=one.lost,
        lost_text=wording.lost_text(words, one.lost),
        one_in_ten=_runway(context, one.one_in_ten, bad, with_months=with_months),
        median=_runway(context, one.median, middle, with_months=with_months),
        within_year=one.within_year,
        within_two_years=one.within_two_years,
        chances=wording.chances_text(words, one),
    )


def _runway(
    context: AnswerContext, of: Outcome, sentence: str, *, with_months: bool
) -> Runway:
    first = wording.first_short(of, context.portfolio.on)
    months = (of.income, of.balance) if with_months else ((), ())
    income, balance = (
        tuple(round(float(amount), 2) for amount in one) for one in months
    )
    return Runway(
        months=of.months,
        text=wording.runway_text(of, context.words),
        first_short=f"{first:%Y-%m}" if first else None,
        runs_out=context.words.month(first) if first else "",
        sentence=sentence,
        short_by=of.short_by,
        gap=of.gap,
        income=income,
        balance=balance,
    )
