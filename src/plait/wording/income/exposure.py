"""How exposed the mix is to AI, in words: never a figure without its range."""

from collections.abc import Iterator

from plait.analysis.income.exposure import MixExposure, RoleExposure
from plait.reference.occupations.exposure import SOURCE, Exposure, exposure_of
from plait.reference.occupations.titles import occupation_of
from plait.wording.words import Words, rounded

_WHOLE = 0.995  # what is shown as 100 %


def not_loss_text(words: Words) -> str:
    """Return what a figure of exposure is not."""
    _ = words.gettext
    return _(
        "Exposure of tasks is not a chance of losing work; raters disagree widely."
    )


def scale_text(words: Words) -> str:
    """Return what a figure of exposure is, and what its range is of."""
    return words.gettext(
        "How much of an occupation’s tasks generative AI could do or change, from 0 to"
        " 1. The figure is the mean of the occupations in the same group; the range"
        " reaches from the lowest of them to the highest."
    )


def source_text(words: Words) -> str:
    """Return where the figures are from, and what was done with them."""
    return words.gettext("Source: %(source)s, aggregated by group.") % {
        "source": SOURCE
    }


def notes(
    words: Words, *, unknown: list[str], has_roles: bool, uses_own_table: bool
) -> Iterator[str]:
    """Yield what is missing, and what the mix does not tell of its range."""
    _ = words.gettext
    if not has_roles:
        yield _("You hold no role on this day.")
    if unknown:
        yield _(
            "No occupation is known for %(roles)s. Fill it in with the role’s details."
        ) % {"roles": words.listed(unknown, most=len(unknown))}
    if uses_own_table:
        yield _("Figures from your own table enter the mix without a range.")


def title_text(code: str, words: Words) -> str:
    """Return an occupation's title, or its code where the list names none."""
    known = occupation_of(code)
    return known.title(words.language) if known else code


def role_text(one: RoleExposure, words: Words) -> str:
    """Return a role's exposure with the range of its group; "" where none is known.

    A table of the person's own has one figure: the range beside it stays that of
    the published group.
    """
    _ = words.gettext
    exposure = one.exposure
    if exposure is None:
        return ""
    if not is_own(exposure):
        return _("%(mean)s; %(low)s to %(high)s within group %(group)s") % {
            "group": one.code[:2],
            **_figures(exposure, words),
        }
    group = exposure_of(one.code)
    if group is None:
        return _("%(mean)s in your own table, without a range") % {
            "mean": _figure(exposure.mean, words)
        }
    return _(
        "%(mean)s in your own table; %(low)s to %(high)s within group %(group)s"
    ) % {
        **_figures(group, words),
        "mean": _figure(exposure.mean, words),
        "group": one.code[:2],
    }


def mix_text(mix: MixExposure, words: Words) -> str:
    """Return the exposure of a mix with its range, and what share of it is known."""
    _ = words.gettext
    text = _("%(mean)s; %(low)s to %(high)s") % _figures(mix, words)
    if mix.covered >= _WHOLE:
        return text
    return _("%(range)s, for the %(share)s with a known occupation") % {
        "range": text,
        "share": words.percent(mix.covered),
    }


def is_own(exposure: Exposure) -> bool:
    """Return whether a figure is from the person's own table."""
    return not exposure.group


def _figures(one: Exposure | MixExposure, words: Words) -> dict[str, str]:
    return {name: _figure(getattr(one, name), words) for name in _RANGE}


def _figure(value: float, words: Words) -> str:
    """Return a figure from 0 to 1 with two decimals, so that all look alike."""
    from babel.numbers import format_decimal

    return format_decimal(rounded(value, 2), format="0.00", locale=words.locale)


_RANGE = ("mean", "low", "high")
