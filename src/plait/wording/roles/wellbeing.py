"""The map of roles in words: suggestions, their reasons, trends, and the method."""

from collections.abc import Iterator

from plait.analysis.wellbeing.levels import Aspect, RoleWellbeing
from plait.analysis.wellbeing.pay import Pay
from plait.analysis.wellbeing.suggestions import ANSWERS_NEEDED, Side, Suggestion
from plait.analysis.wellbeing.trend import Direction
from plait.analysis.wellbeing.value_map import Position, ValueMap
from plait.wording.words import Words


def suggestion_text(words: Words, suggestion: Suggestion) -> str:
    """Return a suggestion in a word or two."""
    _ = words.gettext
    return {
        Suggestion.GROW: _("Grow"),
        Suggestion.KEEP: _("Keep"),
        Suggestion.RENEGOTIATE: _("Renegotiate"),
        Suggestion.LEAVE: _("Think about leaving"),
        Suggestion.UNCLEAR: _("Unclear"),
        Suggestion.TOO_FEW: _("Too early to say"),
        Suggestion.NO_ANSWERS: _("No check-in yet"),
    }[suggestion]


def reason_text(words: Words, position: Position, found: ValueMap) -> str:
    """Return what a role's suggestion rests on: what it gives, takes and pays."""
    _ = words.gettext
    if position.suggestion is Suggestion.NO_ANSWERS:
        return _("You have not checked in on this role yet.")
    if position.suggestion is Suggestion.TOO_FEW:
        n = position.wellbeing.n_answers
        sentence = words.ngettext(
            "%(n)d answer so far; %(needed)d are needed.",
            "%(n)d answers so far; %(needed)d are needed.",
            n,
        )
        return sentence % {"n": n, "needed": ANSWERS_NEEDED}
    parts = [
        _sides_text(words, position),
        _pay_text(words, position, found),
        _tendency_text(words, position),
    ]
    return " ".join(part for part in parts if part)


def _sides_text(words: Words, position: Position) -> str:
    """Return both sides in one sentence, with their levels."""
    _ = words.gettext
    high, low, unclear = Side.HIGH, Side.LOW, Side.UNCLEAR
    sentence = {
        (high, low): _(
            "Gives a lot (%(gives)s of 5) under little pressure (%(takes)s)."
        ),
        (high, high): _(
            "Gives a lot (%(gives)s of 5) under high pressure (%(takes)s)."
        ),
        (low, low): _(
            "Gives little (%(gives)s of 5) under little pressure (%(takes)s)."
        ),
        (low, high): _(
            "Gives little (%(gives)s of 5) under high pressure (%(takes)s)."
        ),
        (high, unclear): _(
            "Gives a lot (%(gives)s of 5); whether the pressure (%(takes)s) is high is"
            " unclear."
        ),
        (low, unclear): _(
            "Gives little (%(gives)s of 5); whether the pressure (%(takes)s) is high is"
            " unclear."
        ),
        (unclear, high): _(
            "High pressure (%(takes)s of 5); whether it gives much (%(gives)s) is"
            " unclear."
        ),
        (unclear, low): _(
            "Little pressure (%(takes)s of 5); whether it gives much (%(gives)s) is"
            " unclear."
        ),
        (unclear, unclear): _(
            "In the middle: gives %(gives)s of 5, pressure %(takes)s."
        ),
    }[position.gives, position.takes]
    gives = words.number(position.value.value)
    takes = words.number(position.pressure.value)
    return sentence % {"gives": gives, "takes": takes}


def _pay_text(words: Words, position: Position, found: ValueMap) -> str:
    """Return how the pay for an hour compares with the usual, "" where it is usual."""
    _ = words.gettext
    if position.pay_an_hour is None or found.usual_pay is None:
        return ""
    sentence = {
        Pay.LITTLE: _("An hour brought in %(pay)s, well below your usual %(usual)s."),
        Pay.WELL: _("An hour brought in %(pay)s, well above your usual %(usual)s."),
    }.get(position.pay, "")
    pay = words.money(position.pay_an_hour, found.currency)
    return sentence % {
        "pay": pay,
        "usual": words.money(found.usual_pay, found.currency),
    }


def _tendency_text(words: Words, position: Position) -> str:
    """Return what an unclear role would suggest if its levels were sure."""
    if position.suggestion is not Suggestion.UNCLEAR:
        return ""
    return words.gettext("It tends towards: %(suggestion)s.") % {
        "suggestion": suggestion_text(words, position.leans).lower()
    }


def trend_texts(words: Words, role: RoleWellbeing) -> Iterator[str]:
    """Yield a sentence for energy and for pressure, where they rise or fall."""
    _ = words.gettext
    sentences = {
        (Aspect.ENERGY, Direction.RISES): _(
            "Energy is rising: %(before)s to %(after)s."
        ),
        (Aspect.ENERGY, Direction.FALLS): _(
            "Energy is falling: %(before)s to %(after)s."
        ),
        (Aspect.PRESSURE, Direction.RISES): _(
            "Pressure is rising: %(before)s to %(after)s."
        ),
        (Aspect.PRESSURE, Direction.FALLS): _(
            "Pressure is falling: %(before)s to %(after)s."
        ),
    }
    for aspect in (Aspect.ENERGY, Aspect.PRESSURE):
        trend = role.trends[aspect]
        if (aspect, trend.direction) in sentences:
            values = {
                "before": words.number(trend.before),
                "after": words.number(trend.after),
            }
            yield sentences[aspect, trend.direction] % values


def basis_text(words: Words, n_answers: int) -> str:
    """Return how many answers the map rests on."""
    return words.ngettext(
        "From %(n)d weekly answer", "From %(n)d weekly answers", n_answers
    ) % {"n": n_answers}


def range_text(words: Words, found: ValueMap) -> str:
    """Return what the figures in brackets are, and where the middle lies."""
    return words.gettext(
        "From 1 to 5; the range in brackets is right four times out of five. Your"
        " middle: gives %(gives)s, pressure %(takes)s."
    ) % {
        "gives": words.number(found.middle_value),
        "takes": words.number(found.middle_pressure),
    }


def clearest_text(words: Words, role: str, suggestion: str, reason: str) -> str:
    """Return what the map says of the role that most asks for something."""
    return words.gettext(
        "What the map says so far of %(role)s: %(suggestion)s. %(reason)s"
    ) % {
        "role": role,
        "suggestion": suggestion.lower(),
        "reason": reason,
    }


def too_early_text(words: Words) -> str:
    """Return when the map will say anything."""
    return words.gettext("From four answers on, the map shows what a role gives you.")


def method_text(words: Words, found: ValueMap) -> str:
    """Return how the map is made."""
    _ = words.gettext
    middle = _(
        "The middle is %(gives)s for what a role gives and %(takes)s for pressure:"
        " halfway between your own average over all roles and 3."
    ) % {
        "gives": words.number(found.middle_value),
        "takes": words.number(found.middle_pressure),
    }
    return f"{_levels_text(words)} {middle}"


def assumptions_text(words: Words, found: ValueMap) -> str:
    """Return what the map takes for granted."""
    _ = words.gettext
    sentence = _("Your answers say how the weeks were for you, and nothing else.")
    if found.usual_pay is None:
        return sentence
    usual = _(
        "Your usual hour brings in %(pay)s: the median over your paid roles, of the"
        " money as it came in."
    ) % {"pay": words.money(found.usual_pay, found.currency)}
    return f"{sentence} {usual}"


def _levels_text(words: Words) -> str:
    return words.gettext(
        "What a role gives is the average of energy, meaning and growth. An answer"
        " counts half after twelve weeks, and the fewer answers there are, the closer"
        " a role is kept to your own average."
    )
