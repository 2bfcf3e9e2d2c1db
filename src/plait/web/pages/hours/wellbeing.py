"""The map of roles with its words: what each gives, what it takes, what follows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plait.analysis.wellbeing.pooling import Level
from plait.analysis.wellbeing.suggestions import Suggestion
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.answers.context import AnswerContext
from plait.web.charts import value_map as charts
from plait.web.pages.findings import WhyView
from plait.wording.wellbeing import moves_text, reason_text, suggestion_text
from plait.wording.words import Words

NOTHING = "–"

# What asks for something comes first, what says nothing yet last.
_ORDER = (
    Suggestion.LEAVE,
    Suggestion.RENEGOTIATE,
    Suggestion.GROW,
    Suggestion.KEEP,
    Suggestion.UNCLEAR,
    Suggestion.TOO_FEW,
    Suggestion.NO_ANSWERS,
)
# Red is for what hurts; a talk does not.
_PILLS = {Suggestion.GROW: "good", Suggestion.LEAVE: "warn"}


@dataclass(frozen=True, slots=True)
class RowView:
    """A role on the map; `moves` are sentences of what rises or falls."""

    name: str
    colour: int
    url: str
    said: str
    pill: str
    reason: str
    moves: tuple[str, ...]
    gives: str
    gives_range: str
    takes: str
    takes_range: str
    pay: str
    n_answers: int


@dataclass(frozen=True)
class ValueMapView:
    """All that parts/value_map.html draws; `map` is None while no role has a place."""

    map: charts.ValueMap | None
    quarters: charts.Quarters
    label: str
    note: str
    check_in_url: str
    rows: tuple[RowView, ...]
    has_pay: bool
    why: WhyView


def value_map_view(context: AnswerContext) -> ValueMapView | None:
    """Return the map; None while nobody ever answered for a role held today."""
    found = context.value
    if found is None or not any(p.wellbeing.n_answers for p in found.positions):
        return None
    places = sorted(found.positions, key=_rank)
    answered = [place for place in places if place.wellbeing.n_answers]
    quarters = _quarters(context.words)
    drawn = charts.value_map(
        [_spot(context, place) for place in answered],
        middle=(found.middle_value, found.middle_pressure),
        quarters=quarters,
    )
    rows = tuple(_row(context, found, place) for place in places)
    n = sum(place.wellbeing.n_answers for place in answered)
    note = ngettext("From %(n)d weekly answer", "From %(n)d weekly answers", n)
    return ValueMapView(
        map=drawn,
        quarters=quarters,
        label=_label(rows),
        note=note % {"n": n},
        check_in_url=reverse("check_in"),
        rows=rows,
        has_pay=any(place.pay_an_hour is not None for place in places),
        why=_why(context, found),
    )


def _rank(place: Position) -> tuple[int, float]:
    """Return where a role stands in the list: by its suggestion, the surest first."""
    return _ORDER.index(place.suggestion), -place.certainty


def _quarters(words: Words) -> charts.Quarters:
    return charts.Quarters(
        grow=suggestion_text(words, Suggestion.GROW),
        renegotiate=suggestion_text(words, Suggestion.RENEGOTIATE),
        keep=suggestion_text(words, Suggestion.KEEP),
        leave=suggestion_text(words, Suggestion.LEAVE),
    )


def _spot(context: AnswerContext, place: Position) -> charts.Spot:
    role = context.role(place.role)
    return charts.Spot(
        name=role.name,
        colour=role.colour,
        gives=_measured(place.value),
        takes=_measured(place.pressure),
        share=place.share,
        is_early=place.suggestion is Suggestion.TOO_FEW,
    )


def _measured(level: Level) -> charts.Measured:
    return charts.Measured(level.value, level.low, level.high)


def _label(rows: tuple[RowView, ...]) -> str:
    told = "; ".join(f"{row.name}: {row.said}" for row in rows)
    return _("A map of roles by what they give and how hard they press. %(roles)s.") % {
        "roles": told
    }


def _row(context: AnswerContext, found: ValueMap, place: Position) -> RowView:
    role, words = context.role(place.role), context.words
    gives, takes = _told(words, place.value), _told(words, place.pressure)
    pay = place.pay_an_hour
    return RowView(
        name=role.name,
        colour=role.colour,
        url=reverse("role", args=[role.key]),
        said=suggestion_text(words, place.suggestion),
        pill=_PILLS.get(place.suggestion, ""),
        reason=reason_text(words, place, found),
        moves=tuple(moves_text(words, place.wellbeing)),
        gives=gives[0],
        gives_range=gives[1],
        takes=takes[0],
        takes_range=takes[1],
        pay=NOTHING if pay is None else words.money(pay, found.currency),
        n_answers=place.wellbeing.n_answers,
    )


def _told(words: Words, level: Level) -> tuple[str, str]:
    """Return a level and its range, a dash for a role nobody was asked about."""
    if not level.n_answers:
        return NOTHING, ""
    return words.number(level.value), _("(%(low)s to %(high)s)") % {
        "low": words.number(level.low),
        "high": words.number(level.high),
    }


def _why(context: AnswerContext, found: ValueMap) -> WhyView:
    words, number = context.words, context.words.number
    middle = _(
        "The middle is %(gives)s for what a role gives and %(takes)s for pressure:"
        " halfway between your own mean over roles and 3."
    ) % {"gives": number(found.middle_value), "takes": number(found.middle_pressure)}
    return WhyView(
        data=_("Your check-ins, and for the pay your hours and payments of a year."),
        method=_(
            "A role gives the mean of energy, meaning and growth, and takes pressure."
            " An answer counts half after twelve weeks, and the fewer there are, the"
            " more they are drawn toward your own mean."
        )
        + " "
        + middle,
        assumptions=tuple(_assumed(words, found)),
        source=_(
            "The method, with an example to redo: docs/explanation/method-value.md"
        ),
        certainty=_(
            "Ranges hold four times of five. A role whose range crosses the middle is"
            " called unclear."
        ),
    )


def _assumed(words: Words, found: ValueMap) -> Iterator[str]:
    yield _("Your answers tell how the weeks felt to you, and nothing else.")
    if found.usual_pay is not None:
        yield _(
            "Your usual hour brings %(pay)s, the median over your paid roles; money"
            " counts as it came in."
        ) % {"pay": words.money(found.usual_pay, found.currency)}
