"""The map of roles with its words: what each gives, what it takes, what follows."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from plait.answers.roles.wellbeing import LevelOfRole, RoleOnMap, WellbeingAnswer
from plait.web.charts import value_map as charts
from plait.web.pages.findings import WhyView, why
from plait.wording.words import Words

NOTHING = "–"

# Red is for what hurts; a talk does not.
_PILLS = {"grow": "good", "leave": "warn"}


@dataclass(frozen=True, slots=True)
class RowView:
    """A role on the map; `changes` are sentences of what rises or falls."""

    name: str
    colour: int
    url: str
    suggestion: str
    pill: str
    reason: str
    changes: tuple[str, ...]
    gives: str
    gives_range: str
    takes: str
    takes_range: str
    pay: str
    n_answers: int


@dataclass(frozen=True)
class ValueMapView:
    """All that parts/value_map.html draws; `map` is None while no role is on it."""

    map: charts.ValueMap | None
    quarters: charts.Quarters
    label: str
    note: str
    check_in_url: str
    rows: tuple[RowView, ...]
    has_pay: bool
    why: WhyView


def value_map_view(answer: WellbeingAnswer, words: Words) -> ValueMapView | None:
    """Return the map; None before the first check-in on a role held today."""
    answered = [role for role in answer.roles if role.n_answers]
    if not answered or answer.middle is None or answer.why is None:
        return None
    corners = answer.corners
    quarters = charts.Quarters(
        corners.grow, corners.renegotiate, corners.keep, corners.leave
    )
    return ValueMapView(
        map=charts.value_map(
            [_spot(role) for role in answered],
            middle=(answer.middle.gives, answer.middle.takes),
            quarters=quarters,
        ),
        quarters=quarters,
        label=_label(answer.roles),
        note=answer.basis,
        check_in_url=reverse("check_in"),
        rows=tuple(_row(role, answer.currency, words) for role in answer.roles),
        has_pay=any(role.pay_an_hour is not None for role in answer.roles),
        why=why(answer.why),
    )


def _spot(role: RoleOnMap) -> charts.Spot:
    return charts.Spot(
        name=role.name,
        colour=role.colour,
        gives=_measured(role.gives),
        takes=_measured(role.takes),
        share=role.share_of_hours,
        is_early=role.suggestion == "too few",
    )


def _measured(level: LevelOfRole) -> charts.Measured:
    return charts.Measured(level.value, level.low, level.high)


def _label(roles: tuple[RoleOnMap, ...]) -> str:
    names = "; ".join(f"{role.name}: {role.suggestion_text}" for role in roles)
    return _("A map of your roles by what they give and their pressure. %(roles)s.") % {
        "roles": names
    }


def _row(role: RoleOnMap, currency: str, words: Words) -> RowView:
    gives, gives_range = _level(role.gives, words)
    takes, takes_range = _level(role.takes, words)
    pay = role.pay_an_hour
    return RowView(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.role]),
        suggestion=role.suggestion_text,
        pill=_PILLS.get(role.suggestion, ""),
        reason=role.reason,
        changes=role.changes,
        gives=gives,
        gives_range=gives_range,
        takes=takes,
        takes_range=takes_range,
        pay=NOTHING if pay is None else words.money(pay, currency),
        n_answers=role.n_answers,
    )


def _level(level: LevelOfRole, words: Words) -> tuple[str, str]:
    """Return a level and its range, a dash for a role without a check-in."""
    if level.plain is None:
        return NOTHING, ""
    return words.number(level.value), _("(%(low)s to %(high)s)") % {
        "low": words.number(level.low),
        "high": words.number(level.high),
    }
