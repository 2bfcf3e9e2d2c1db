"""The page on which a tick is a role: its rows, and what it comes to so far."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.accounts.models import Person
from plait.web.charts.bundle import BundleStrand, bundle
from plait.web.forms.start.ticks import TickForm, Ticks
from plait.wording.roles.pay import pay_in_short
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class RowView:
    """Something that can be ticked."""

    key: str
    title: str
    hint: str
    css: str
    is_on: bool
    terms: str
    hours_label: str
    form: TickForm
    is_open: bool


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line of what it comes to."""

    name: str
    css: str
    hours: str


@dataclass(frozen=True, slots=True)
class SoFarView:
    """What is ticked, as a bundle and as sums."""

    lines: tuple[SumLine, ...]
    strands: tuple[BundleStrand, ...]
    mini: tuple[BundleStrand, ...]
    label: str
    together: str
    rest_title: str
    rest: str
    is_over: bool
    counted: str
    note: str
    button: str


@dataclass(frozen=True, slots=True)
class TicksView:
    """The whole page."""

    home: str
    rows: tuple[RowView, ...]
    so_far: SoFarView


def ticks_view(ticks: Ticks, viewer: Person, words: Words) -> TicksView:
    """Return the page as it stands."""
    colours = ticks.colours
    rows = tuple(
        _row(form, colours.get(form.starter.key), viewer.currency, words)
        for form in ticks.forms
    )
    return TicksView(_home(viewer, words), rows, _so_far(rows, colours, viewer, words))


def _row(form: TickForm, colour: int | None, currency: str, words: Words) -> RowView:
    starter = form.starter
    title = words.gettext(starter.title)
    return RowView(
        key=starter.key,
        title=title,
        hint=words.gettext(starter.hint),
        css=f"strand-{starter.colour if colour is None else colour}",
        is_on=form.is_ticked,
        terms=pay_in_short(words, _sent(form, "basis"), _pay(form), currency),
        hours_label=_("%(role)s: hours a week") % {"role": title},
        form=form,
        is_open=any(name != "hours" for name in form.errors)
        or (starter.key == "other" and form.is_ticked and not _sent(form, "name")),
    )


def _sent(form: TickForm, name: str) -> str:
    return str(form[name].value() or "").strip()


def _pay(form: TickForm) -> Decimal | None:
    return form.cleaned_data.get("pay") if _read(form) else None


def _read(form: TickForm) -> bool:
    """Return whether the form has values; looking at its errors makes it read them."""
    return form.is_bound and form.is_ticked and form.errors is not None


def _so_far(
    rows: tuple[RowView, ...], colours: dict[str, int], viewer: Person, words: Words
) -> SoFarView:
    on = [(row, _hours(row.form)) for row in rows if row.is_on]
    on.sort(key=lambda one: -one[1])
    total = sum((hours for _row, hours in on), Decimal())
    parts = [(colours[row.key], float(hours)) for row, hours in on]
    room = None
    if viewer.capacity_minutes:
        room = Decimal(viewer.capacity_minutes) / 60
    over = None if room is None or not on else total - room
    return SoFarView(
        lines=tuple(
            SumLine(_line_name(row), row.css, _h(words, hours)) for row, hours in on
        ),
        strands=bundle(parts),
        mini=bundle(parts, width=60, height=26),
        label=_("Strands coming together, %(hours)s a week")
        % {"hours": words.hours(float(total))},
        together=_h(words, total),
        rest_title=_rest_title(over, room, words),
        rest="" if over is None else _h(words, abs(over)),
        is_over=over is not None and over > 0,
        counted=_counted(len(on), total, words),
        note=_rest_note(over, words),
        button=_button(len(on)),
    )


def _line_name(row: RowView) -> str:
    """Return what a line is called: as on the page, or as the person typed it."""
    if row.key == "other":
        return _sent(row.form, "name") or row.title
    return row.title


def _hours(form: TickForm) -> Decimal:
    """Return the hours as they stand, none where they cannot be read yet."""
    return (form.cleaned_data.get("hours") if _read(form) else None) or Decimal()


def _h(words: Words, hours: Decimal) -> str:
    return _("%(hours)s h") % {"hours": words.number(float(hours))}


def _rest_title(over: Decimal | None, room: Decimal | None, words: Words) -> str:
    if over is None or room is None:
        return ""
    text = _("More than the %(hours)s you have") if over > 0 else _("Left of %(hours)s")
    return text % {"hours": words.number(float(room))}


def _rest_note(over: Decimal | None, words: Words) -> str:
    if over is None:
        return ""
    text = _("%(hours)s h more than you have") if over > 0 else _("%(hours)s h left")
    return text % {"hours": words.number(float(abs(over)))}


def _counted(n: int, total: Decimal, words: Words) -> str:
    text = ngettext(
        "%(n)d role, %(hours)s h a week", "%(n)d roles, %(hours)s h a week", n
    )
    return text % {"n": n, "hours": words.number(float(total))}


def _button(n: int) -> str:
    """Return what the button says: Add these four."""
    if n == 1:
        return _("Add this one")
    named = {
        2: _("Add these two"),
        3: _("Add these three"),
        4: _("Add these four"),
        5: _("Add these five"),
        6: _("Add these six"),
        7: _("Add these seven"),
        8: _("Add these eight"),
    }
    return named.get(n) or (_("Add these %(n)d") % {"n": n} if n else _("Add them"))


def _home(viewer: Person, words: Words) -> str:
    """Return what was confirmed before, in one sentence."""
    from babel.numbers import get_currency_name

    minutes = viewer.capacity_minutes
    values = {
        "currency": get_currency_name(viewer.currency, count=2, locale=words.language),
        "zone": viewer.timezone.replace("_", " "),
    }
    if minutes is None:
        return _("You count in %(currency)s, in %(zone)s.") % values
    hours = words.number(minutes / 60)
    text = _("You have %(hours)s hours a week, in %(currency)s, %(zone)s.")
    return text % (values | {"hours": hours})
