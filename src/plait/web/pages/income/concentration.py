"""On whom an income hangs: by payer, sector, place and shared cause, as one bar each."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.analysis.income.concentration import By, Grouped, grouped
from plait.answers.context import AnswerContext
from plait.domain.roles import Role
from plait.web.charts import bars

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ConcentrationView:
    """One way to look at it: its bar, in words, and the shares for the table."""

    title: str
    parts: tuple[bars.Part, ...]
    said: str
    rows: tuple[tuple[str, str], ...]


def concentration_view(context: AnswerContext) -> tuple[ConcentrationView, ...]:
    """Return the income of a year by payer, cause, sector and place; none without."""
    titles = {
        By.PAYER: _("Who pays"),
        By.CAUSE: _("What hangs together"),
        By.SECTOR: _("Which field"),
        By.PLACE: _("Where"),
    }
    found = {by: grouped(context.portfolio, context.rates, by) for by in titles}
    return tuple(
        _hangs(context, titles[by], one)
        for by, one in found.items()
        if one.of.shares and (by is By.PAYER or _says_something(one))
    )


def _says_something(one: Grouped) -> bool:
    """Return whether the roles tell the thing, and it is not the same for all."""
    told = {role for roles in one.roles for role in roles} - set(one.untold)
    return bool(told) and len(one.of.shares) >= _SEVERAL


def _hangs(context: AnswerContext, title: str, one: Grouped) -> ConcentrationView:
    words, of = context.words, one.of
    slices = [
        bars.Slice(name, _colour(context.portfolio.roles, roles), share)
        for name, share, roles in zip(of.names, of.shares, one.roles, strict=True)
    ]
    equal = words.number(of.effective)
    told = {"name": of.names[0], "share": words.percent(of.shares[0]), "n": equal}
    if equal == "1":
        said = _("%(name)s: %(share)s, as if there were nothing else") % told
    else:
        said = _("%(name)s: %(share)s; as if %(n)s equal ones carried it") % told
    rows = zip(of.names, map(words.percent, of.shares), strict=True)
    return ConcentrationView(title, bars.share_bar(slices), said, tuple(rows))


def _colour(roles: Sequence[Role], of: tuple[int, ...]) -> int:
    """Return the strand of a single role; grey for several."""
    return roles[of[0]].colour if len(of) == 1 else 0
