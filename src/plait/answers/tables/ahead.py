"""Tables of what may come: simulated months, plans, and what taking something on means."""

from plait.answers.plan.values import PlanAnswer, PlanMix
from plait.answers.simulation import SimulationAnswer
from plait.answers.tables.table import (
    Column,
    Table,
    cell,
    in_hours,
    in_parts,
    rounded,
    table,
    with_currency,
)
from plait.answers.take_on.answer import TakeOnAnswer
from plait.wording.words import Words

_QUANTILES = ("p05", "p10", "p25", "p50", "p75", "p90", "p95")


def simulation_table(answer: SimulationAnswer, words: Words) -> Table:
    """Return a row for each month ahead: between which amounts it may lie."""
    _ = words.gettext
    columns: list[Column] = [
        (_("Month"), "name"),
        (_("Mean"), "mean"),
        *(
            (
                _("%(n)s %% of futures are below") % {"n": int(name[1:])},
                f"quantiles.{name}",
            )
            for name in _QUANTILES
        ),
        (in_parts(words, _("Chance of falling short")), "short.value"),
    ]
    cents = {"mean", *(f"quantiles.{name}" for name in _QUANTILES)}
    found = table(words, columns, answer.months, cents=cents)
    return with_currency(found, answer.currency, words)


def plan_table(answer: PlanAnswer, words: Words) -> Table:
    """Return a row for each mix of hours: that of now, then the plans from the safest."""
    _ = words.gettext
    headings = (
        _("Mix"),
        _("What changes"),
        _("After tax a month"),
        _("Short in the worst tenth"),
        _("Months below the floor"),
        in_hours(words, _("In all a week")),
        *(in_hours(words, f"{one.name}, {_('a week')}") for one in answer.options),
    )
    mixes = [(one.label or _("between"), one.mix) for one in answer.plans]
    if answer.present is not None:
        mixes.insert(0, (_("you now"), answer.present))
    keys = [one.key for one in answer.options]
    rows = tuple(_mix(words, name, mix, keys) for name, mix in mixes)
    return with_currency(Table(headings, rows), answer.currency, words)


def _mix(words: Words, name: str, mix: PlanMix, keys: list[str]) -> tuple[str, ...]:
    hours = {one.option: one.taken for one in mix.hours}
    values = (
        name,
        mix.changes,
        rounded(mix.income),
        rounded(mix.short),
        mix.months.n_short,
        mix.total,
        *(hours.get(key, 0.0) for key in keys),
    )
    return tuple(cell(words, value) for value in values)


def plan_check_table(answer: PlanAnswer, words: Words) -> Table:
    """Return a row for each plan and simple rule, in futures that none has seen."""
    _ = words.gettext
    columns = [
        (_("Mix"), "label"),
        (_("After tax a month"), "unseen.income"),
        (_("Short in the worst tenth"), "unseen.short"),
        (_("Months below the floor"), "unseen.months.n_short"),
        (_("All weighed"), "unseen.score"),
    ]
    cents = {"unseen.income", "unseen.short", "unseen.score"}
    found = table(words, columns, answer.checks, cents=cents)
    return with_currency(found, answer.currency, words)


def take_on_table(answer: TakeOnAnswer, words: Words) -> Table:
    """Return a row for each week of each variant."""
    _ = words.gettext
    columns = [
        (_("Week of"), "monday"),
        (in_hours(words, _("Available")), "supply"),
        (in_hours(words, _("Without it")), "before"),
        (in_hours(words, _("With it")), "after"),
        (in_parts(words, _("Chance of too much without it")), "p_before"),
        (in_parts(words, _("Chance of too much with it")), "p_after"),
    ]
    found = [(one.title, table(words, columns, one.weeks)) for one in answer.variants]
    headings = (_("What"), *(heading for heading, _path in columns))
    rows = ((title, *row) for title, weeks in found for row in weeks.rows)
    return Table(headings, tuple(rows))
