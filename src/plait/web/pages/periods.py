"""The period picker: one on every page with figures, in the address alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from plait.answers.periods.period import PeriodAnswer, PeriodOption
from plait.domain.periods.choice import PeriodKind
from plait.web.periods import FIRST, LAST, PERIOD

# What belongs to the period before, or to a page of it, does not go along.
_LEFT_BEHIND = frozenset({PERIOD, FIRST, LAST, "page", "from", "to"})


@dataclass(frozen=True, slots=True)
class PeriodLink:
    """An address with its text; `detail` is what it would show."""

    url: str
    text: str
    detail: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class PeriodList:
    """Options of a select, under a heading."""

    text: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """The picker; `others` are the words of the address that stay as they are.

    `first` and `last` are the days shown, both included; `query` is what a link to
    another page takes along to keep the period, "" for the usual one.
    """

    name: str
    note: str
    is_slip: bool
    previous: PeriodLink | None
    next: PeriodLink | None
    usual: PeriodLink
    nearest: tuple[PeriodLink, ...]
    lists: tuple[PeriodList, ...]
    first: date
    last: date
    is_own: bool
    others: tuple[tuple[str, str], ...]
    query: str


def last_twelve() -> str:
    """Return what the usual period of most pages is called."""
    return _("Last twelve whole months")


def period_view(
    answer: PeriodAnswer, address: Mapping[str, str], usual: str
) -> PeriodView:
    """Return the picker of a page whose usual period is called so.

    `address` holds the words of the present address (`request.GET`).
    """
    others = tuple((k, v) for k, v in address.items() if k not in _LEFT_BEHIND)
    asks = address.get(PERIOD) or address.get(FIRST) or address.get(LAST)
    chosen = "" if answer.is_usual else answer.word
    return PeriodView(
        name=usual if answer.is_usual else answer.name,
        note=answer.note,
        is_slip=bool(asks) and answer.is_usual,
        previous=_link(answer.previous, others),
        next=_link(answer.next, others),
        usual=PeriodLink(_url("", others), usual, is_chosen=answer.is_usual),
        nearest=tuple(
            PeriodLink(
                _url(one.options[0].word, others),
                one.text,
                "" if one.kind is PeriodKind.ROLE else one.options[0].text,
                is_chosen=one.options[0].word == chosen,
            )
            for one in answer.nearest
        ),
        lists=tuple(
            PeriodList(
                one.text, tuple((o.word, o.text, o.word == chosen) for o in one.options)
            )
            for one in answer.lists
        ),
        first=answer.start,
        last=answer.end - timedelta(days=1),
        is_own=answer.kind is PeriodKind.OWN and not answer.is_usual,
        others=others,
        query=f"?{urlencode({PERIOD: chosen})}" if chosen else "",
    )


def _link(
    option: PeriodOption | None, others: tuple[tuple[str, str], ...]
) -> PeriodLink | None:
    if option is None:
        return None
    return PeriodLink(_url(option.word, others), option.text)


def _url(word: str, others: tuple[tuple[str, str], ...]) -> str:
    words = dict(others) | ({PERIOD: word} if word else {})
    return f"?{urlencode(words)}" if words else "?"
