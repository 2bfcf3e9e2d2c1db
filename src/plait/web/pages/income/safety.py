"""What one could fall back on: savings, causes and fallbacks, as a page tells them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.domain.portfolio import Portfolio
from plait.domain.roles import Role
from plait.reference.hazards import sector_rate
from plait.web.forms.safety import BeliefsForm
from plait.wording.words import Words

_A_LOT = 24  # months: beyond that nobody needs the exact number


@dataclass(frozen=True, slots=True)
class CauseView:
    """What roles hang on; `roles` are names with colours."""

    name: str
    chance: str
    roles: tuple[tuple[str, int], ...]
    change_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class FallbackView:
    """A role and what would replace it; `what` is "" where nothing is noted."""

    role: str
    colour: int
    what: str
    told: str
    step: str
    is_late: bool
    change_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class BeliefView:
    """A role with its two fields and the `usual` chance of others."""

    role: str
    colour: int
    chance: BoundField
    sure: BoundField
    usual: str


def sentence(portfolio: Portfolio, words: Words) -> str:
    """Return how far the savings reach, which heads the page."""
    savings, floor = portfolio.person.savings, portfolio.person.floor
    if savings is None or floor is None or not floor.minor:
        return _("What would you live on if something stopped?")
    months = savings.minor / floor.minor
    if months < 1:
        return _("Your savings pay for less than a month.")
    if months > _A_LOT:
        return _("Your savings pay for more than two years.")
    shown = words.number(months)
    said = ngettext(
        "Your savings pay for %(n)s month.",
        "Your savings pay for %(n)s months.",
        1 if shown == "1" else 2,
    )
    return said % {"n": shown}


def next_step(
    portfolio: Portfolio, words: Words, paid: Iterable[tuple[str, str]]
) -> str:
    """Return the one thing to do now: a step due, or a role with nothing behind it."""
    steps = [one for one in portfolio.fallbacks if one.step]
    if steps:
        soonest = min(steps, key=lambda one: one.step_by or date.max)
        if soonest.step_by is None:
            return _("Your next step: %(step)s.") % {"step": _bare(soonest.step)}
        told = {"step": _bare(soonest.step), "day": words.day(soonest.step_by)}
        return _("Your next step: %(step)s, by %(day)s.") % told
    held = {portfolio.roles[one.role].key for one in portfolio.fallbacks}
    without = [name for key, name in paid if key not in held]
    if not without:
        return ""
    told = {"roles": words.listed(without)}
    return _("Nothing stands behind %(roles)s yet.") % told


def _bare(text: str) -> str:
    """Return a step as part of a sentence."""
    return text.strip().rstrip(".")


def causes_view(rows: Iterable[Any], words: Words) -> list[CauseView]:
    """Return what roles hang on together."""
    return [_cause(row, words) for row in rows]


def _cause(row: Any, words: Words) -> CauseView:  # noqa: ANN401  # a row of the book
    chance = ""
    if row.chance is not None:
        told = {"chance": _share(row.chance, words)}
        chance = _("%(chance)s a year") % told
    roles = [hanging.role for hanging in row.hanging.all()]
    return CauseView(
        name=row.name,
        chance=chance,
        roles=tuple((role.name, role.colour) for role in roles),
        change_url=f"{reverse('safety')}?cause={row.pk}#note-cause",
        remove_url=reverse("cause_remove", args=[row.pk]),
    )


def fallbacks_view(
    rows: Iterable[Any], portfolio: Portfolio, paid: Iterable[tuple[str, str]],
    words: Words,
) -> list[FallbackView]:  # fmt: skip
    """Return each paid role with its fallback, those with nothing first."""
    told = {row.role.key: row for row in rows}
    colours = {role.key: role.colour for role in portfolio.roles}
    named = dict(paid) | {key: row.role.name for key, row in told.items()}
    shown = [
        fallback_view(told[key], portfolio.on, words)
        if key in told
        else _nothing(key, name, colours[key])
        for key, name in named.items()
    ]
    return sorted(shown, key=lambda one: bool(one.what))


def fallback_view(row: Any, on: date, words: Words) -> FallbackView:  # noqa: ANN401  # a row of the book
    """Return one fallback."""
    parts = [_soon(row.weeks), _brings(row.share, words)]
    if row.helper:
        parts.append(_("%(helper)s could help") % {"helper": row.helper})
    step = row.step
    if step and row.step_by:
        step = _("%(step)s, by %(day)s") % {
            "step": _bare(step),
            "day": words.day(row.step_by),
        }
    return FallbackView(
        role=row.role.name,
        colour=row.role.colour,
        what=row.what,
        told=" · ".join(parts),
        step=step,
        is_late=bool(row.step and row.step_by and row.step_by < on),
        change_url=_note_url(row.role.key),
        remove_url=reverse("fallback_remove", args=[row.pk]),
    )


def _nothing(key: str, name: str, colour: int) -> FallbackView:
    return FallbackView(name, colour, "", "", "", False, _note_url(key), "")  # is_late


def _note_url(key: str) -> str:
    return f"{reverse('safety')}?fallback={key}#note-fallback"


def _soon(weeks: int) -> str:
    if not weeks:
        return _("at once")
    return ngettext("in %(n)d week", "in %(n)d weeks", weeks) % {"n": weeks}


def _brings(share: int, words: Words) -> str:
    return _("brings %(share)s of it") % {"share": _share(share, words)}


def _share(thousandths: int, words: Words) -> str:
    """Return a share with a decimal where it has one: 7.5 %."""
    if thousandths % 10 == 0:
        return words.percent(thousandths / 1000)
    return words.percent(0).replace("0", words.number(thousandths / 10))


def beliefs_view(
    form: BeliefsForm, portfolio: Portfolio, words: Words
) -> list[BeliefView]:
    """Return the fields of each paid role, beside how often jobs of its sector end."""
    roles = {role.key: role for role in portfolio.roles}
    return [
        BeliefView(
            role=roles[key].name,
            colour=roles[key].colour,
            chance=chance,
            sure=sure,
            usual=_usual(roles[key], words),
        )
        for key, chance, sure in form.rows()
    ]


def _usual(role: Role, words: Words) -> str:
    rate = sector_rate(role.organisation.sector)
    chance = words.percent(rate.yearly)
    if rate.is_of_all:
        return _("%(chance)s, all jobs") % {"chance": chance}
    sector = words.text_of(rate, "name")
    return _("%(chance)s, %(sector)s") % {"chance": chance, "sector": sector}


def question(what: str, lines: Iterable[str]) -> dict[str, Any]:
    """Return what is asked before something is removed."""
    return {
        "title": _("What you could fall back on"),
        "question": _("Remove “%(what)s”?") % {"what": what},
        "consequences": [
            *(line for line in lines if line),
            _("What you would last is then told without it."),
        ],
        "button": _("Remove it"),
        "cancel_url": reverse("safety"),
        "is_harmful": True,
    }
