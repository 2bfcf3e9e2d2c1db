"""The page of what was settled or put off, each with its reason and the way back."""

from dataclasses import dataclass

from django.urls import reverse

from plait.answers.findings.decided import SettledItem
from plait.answers.settled import FindingsAnswer
from plait.wording import returns as wording
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class SettledLine:
    """One decision; `role_url` is "" where the finding is about no role."""

    key: str
    title: str
    css: str
    decided: str
    reason: str
    state: str
    has_returned: bool
    role_url: str


@dataclass(frozen=True)
class SettledView:
    """The whole page."""

    sentence: str
    lines: tuple[SettledLine, ...]


def settled_view(answer: FindingsAnswer, words: Words) -> SettledView:
    """Return the page."""
    lines = tuple(_line(one, words) for one in answer.settled)
    return SettledView(answer.sentence, lines)


def _line(one: SettledItem, words: Words) -> SettledLine:
    decided = wording.settled_as_text(words, one.settled_as)
    return SettledLine(
        key=one.key,
        title=one.title,
        css=f"strand-{one.colour}",
        decided=f"{decided} · {words.day(one.on)}",
        reason=one.reason,
        state=wording.state_text(words, one.state, one.returns),
        has_returned=one.state == "back",
        role_url=reverse("role", args=[one.role]) if one.role else "",
    )
