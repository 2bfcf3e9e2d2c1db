"""A plan as a page of text."""

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from plait.answers.plan.values import (
    OptionHours,
    PlanAnswer,
    PlanMix,
    PlanOption,
    PlanPoint,
    PlanSettings,
    PlanStatus,
)
from plait.cli.render.sanitise import on_one_line
from plait.cli.render.terminal import console, dim, table, wrapped
from plait.wording.words import Words

# Of more roles than this only those that change are shown.
_MANY = 10


def print_plan(answer: PlanAnswer, words: Words) -> None:
    """Print the plans beside the present mix, what binds, the check, what it rests on."""
    _ = words.gettext
    console.print()
    console.print(Text(on_one_line(answer.sentence), style="bold"))
    _lines([answer.comparison, answer.as_it_is, answer.agreed_sentence])
    if answer.status is PlanStatus.IMPOSSIBLE:
        _section("", (one.sentence for one in answer.conflict))
    elif answer.settings and answer.present:
        console.print()
        console.print(_mixes(answer, answer.settings, answer.present, words))
        for one in answer.plans:
            if one.label and one.mix.steps:
                _section(one.label[:1].upper() + one.label[1:], _steps(one))
        _section("", (*(one.sentence for one in answer.without), answer.step_sentence))
        own = next(one for one in answer.plans if one.is_own)
        _section(_("What holds it back"), own.held_back_by)
        console.print()
        console.print(Text(_("In futures they had not seen"), style="bold"))
        console.print(_check(answer, answer.settings, words))
        _lines([answer.check_sentence, answer.check_left_out])
        _section(_("From the safest to the richest"), _frontier(answer, words))
    if answer.evidence:
        why = answer.evidence
        rests_on = (why.data, why.method, *why.assumptions, why.certainty)
        _section(_("What this rests on"), (*rests_on, _drawn(answer, words)))
    console.print()


def _steps(plan: PlanPoint) -> Iterator[str]:
    """Yield what changes and whom to ask, role by role, and what the months are then."""
    for step in plan.mix.steps:
        yield f"- {step.sentence} {step.ask}".rstrip()
    yield plan.mix.months.sentence


def _section(title: str, lines: Iterable[str]) -> None:
    console.print()
    if title:
        console.print(Text(title, style="bold"))
    _lines(lines)


def _lines(lines: Iterable[str]) -> None:
    for line in lines:
        if line:
            console.print(Text(wrapped(on_one_line(line))))


def _mixes(
    answer: PlanAnswer, settings: PlanSettings, now: PlanMix, words: Words
) -> Table:
    """Return each different plan that has a name beside the present mix."""
    _ = words.gettext
    named = [one for one in answer.plans if one.label and one.mix.steps]
    rows = Table(box=None, pad_edge=False, header_style="bold")
    rows.add_column(_("Hours a week"), overflow="fold")
    for heading in (_("you now"), *(one.label for one in named)):
        rows.add_column(heading, justify="right")
    mixes = [now, *(one.mix for one in named)]
    displayed = _displayed(answer, mixes)
    for option in displayed:
        hours = (_hours_of(mix, option, words) for mix in mixes)
        rows.add_row(on_one_line(_name(option, words)), *hours)
    if n_more := len(answer.options) - len(displayed):
        more = words.ngettext(
            "%(n)d more, unchanged", "%(n)d more, unchanged", n_more
        ) % {"n": n_more}
        rows.add_row(dim(more), *("" for _mix in mixes))
    rows.add_section()
    rows.add_row(dim(_("Together")), *(words.number(mix.total, 2) for mix in mixes))
    for label, cells in _figures(answer, settings, mixes, words):
        rows.add_row(dim(label), *cells)
    return rows


def _displayed(answer: PlanAnswer, mixes: list[PlanMix]) -> list[PlanOption]:
    """Return all roles, or of many those that change in one of the mixes."""
    if len(answer.options) <= _MANY:
        return list(answer.options)
    changed = {step.option for mix in mixes for step in mix.steps}
    return [option for option in answer.options if option.key in changed]


def _figures(
    answer: PlanAnswer, settings: PlanSettings, mixes: list[PlanMix], words: Words
) -> Iterator[tuple[str, list[str]]]:
    _ = words.gettext

    def money(amount: float) -> str:
        return words.money(amount, answer.currency)

    yield _("After tax a month"), [money(mix.income) for mix in mixes]
    tail = _("In %(tail)s") % {"tail": settings.tail}
    yield tail, [money(mix.bad) for mix in mixes]
    yield _("Weakest month"), [money(mix.months.weakest) for mix in mixes]
    if settings.floor:
        months = {"months": settings.months, "floor": money(settings.floor)}
        below = _("Of %(months)d months, below %(floor)s")
        yield below % months, [words.number(mix.months.n_short) for mix in mixes]


def _name(option: PlanOption, words: Words) -> str:
    if option.present:
        return option.name
    return words.gettext("%(role)s (not held)") % {"role": option.name}


def _hours_of(mix: PlanMix, option: PlanOption, words: Words) -> str:
    here = next(one for one in mix.hours if one.option == option.key)
    return words.number(here.taken, 2) if here.hours else "–"


def _check(answer: PlanAnswer, settings: PlanSettings, words: Words) -> Table:
    _ = words.gettext
    rows = table(_("Mix"), right=_("After tax a month"))
    for heading in (_("In %(tail)s") % {"tail": settings.tail}, _("All weighed")):
        rows.add_column(heading, justify="right")
    rows.add_column(_("where it was chosen"), justify="right")
    for one in answer.checks:
        amounts = (one.unseen.income, one.unseen.bad, one.unseen.score, one.seen.score)
        cells = (words.money(amount, answer.currency) for amount in amounts)
        rows.add_row(on_one_line(one.label), *cells)
    return rows


def _frontier(answer: PlanAnswer, words: Words) -> Iterator[str]:
    for one in answer.plans:
        yield _point(one, answer, words)
    if answer.present:
        yield _amounts(words.gettext("you now"), answer.present, answer, words)


def _point(one: PlanPoint, answer: PlanAnswer, words: Words) -> str:
    _ = words.gettext
    names = {option.key: option.name for option in answer.options}
    held = [_held(hours, names, words) for hours in one.mix.hours if hours.hours]
    mix = ", ".join(held) or _("no hours")
    label = one.label or _("between")
    return f"{_amounts(label, one.mix, answer, words)} {mix}."


def _held(one: OptionHours, names: dict[str, str], words: Words) -> str:
    return f"{names[one.option]} {words.number(one.taken, 2)}"


def _amounts(label: str, mix: PlanMix, answer: PlanAnswer, words: Words) -> str:
    return words.gettext("%(label)s: %(income)s a month, %(bad)s in %(tail)s.") % {
        "label": label[:1].upper() + label[1:],
        "income": words.money(mix.income, answer.currency),
        "bad": words.money(mix.bad, answer.currency),
        "tail": answer.settings.tail if answer.settings else "",
    }


def _drawn(answer: PlanAnswer, words: Words) -> str:
    """Return the seeds, by which the same figures come again."""
    if answer.settings is None:
        return ""
    return words.gettext("Seed %(seed)d; unseen futures with seed %(other)d.") % {
        "seed": answer.settings.seed,
        "other": answer.settings.seed_of_check,
    }
