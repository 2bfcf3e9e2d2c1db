"""What one could fall back on: causes, plans B and estimates, as the page lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.answers.safety import PaidRole, SafetyAnswer
from plait.web.forms.safety.beliefs import BeliefsForm
from plait.wording.income.safety import bare
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class CauseView:
    """What roles depend on; `roles` are names with colours."""

    name: str
    chance: str
    roles: tuple[tuple[str, int], ...]
    change_url: str
    remove_url: str


@dataclass(frozen=True, slots=True)
class FallbackView:
    """A role and its plan B; `what` is "" where there is none."""

    role: str
    colour: int
    what: str
    details: str
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


def causes_view(rows: Iterable[Any], words: Words) -> list[CauseView]:
    """Return what several roles depend on."""
    return [_cause(row, words) for row in rows]


def _cause(row: Any, words: Words) -> CauseView:  # noqa: ANN401  # a row of the book
    chance = ""
    if row.chance is not None:
        chance = _("%(chance)s a year") % {"chance": _share(row.chance, words)}
    roles = [one.role for one in row.hanging.all()]
    return CauseView(
        name=row.name,
        chance=chance,
        roles=tuple((role.name, role.colour) for role in roles),
        change_url=f"{reverse('fall_back')}?cause={row.pk}#note-cause",
        remove_url=reverse("cause_remove", args=[row.pk]),
    )


def fallbacks_view(
    rows: Iterable[Any], answer: SafetyAnswer, words: Words
) -> list[FallbackView]:
    """Return each paid role with its plan B, those without one first."""
    order = [role.key for role in answer.roles]
    by_role = {row.role.key: row for row in rows}
    keys = sorted(by_role, key=lambda key: (key not in order, (*order, key).index(key)))
    held = [fallback_view(by_role[key], answer.on, words) for key in keys]
    without = [_without(role) for role in answer.roles if not role.has_fallback]
    return [*without, *held]


def fallback_view(row: Any, on: date, words: Words) -> FallbackView:  # noqa: ANN401  # a row of the book
    """Return the plan B of one role."""
    details = [_soon(row.weeks), _income(row.share, words)]
    if row.helper:
        details.append(_("%(helper)s could help") % {"helper": row.helper})
    step = row.step
    if step and row.step_by:
        step = _("%(step)s, by %(day)s") % {
            "step": bare(step),
            "day": words.day(row.step_by),
        }
    return FallbackView(
        role=row.role.name,
        colour=row.role.colour,
        what=row.what,
        details=" · ".join(details),
        step=step,
        is_late=bool(row.step and row.step_by and row.step_by < on),
        change_url=_note_url(row.role.key),
        remove_url=reverse("fallback_remove", args=[row.pk]),
    )


def _without(role: PaidRole) -> FallbackView:
    return FallbackView(
        role=role.name,
        colour=role.colour,
        what="",
        details="",
        step="",
        is_late=False,
        change_url=_note_url(role.key),
        remove_url="",
    )


def _note_url(key: str) -> str:
    return f"{reverse('fall_back')}?fallback={key}#note-fallback"


def _soon(weeks: int) -> str:
    if not weeks:
        return _("pays at once")
    return ngettext("pays in %(n)d week", "pays in %(n)d weeks", weeks) % {"n": weeks}


def _income(share: int, words: Words) -> str:
    return _("%(share)s of the income") % {"share": _share(share, words)}


def _share(thousandths: int, words: Words) -> str:
    """Return a share with a decimal where it has one: 7.5 %."""
    if thousandths % 10 == 0:
        return words.percent(thousandths / 1000)
    return words.percent(0).replace("0", words.number(thousandths / 10))


def beliefs_view(form: BeliefsForm, answer: SafetyAnswer) -> list[BeliefView]:
    """Return the fields of each paid role, beside how often jobs of its sector end."""
    roles = {role.key: role for role in answer.roles}
    return [
        BeliefView(
            role=roles[key].name,
            colour=roles[key].colour,
            chance=chance,
            sure=sure,
            usual=roles[key].usual_text,
        )
        for key, chance, sure in form.rows()
    ]


def removal_question(what: str, lines: Iterable[str]) -> dict[str, Any]:
    """Return what to ask before something is removed."""
    return {
        "title": _("What you could fall back on"),
        "question": _("Remove “%(what)s”?") % {"what": what},
        "consequences": [
            *(line for line in lines if line),
            _("How long your money lasts is then worked out without it."),
        ],
        "button": _("Remove it"),
        "cancel_url": reverse("fall_back"),
        "is_harmful": True,
    }
