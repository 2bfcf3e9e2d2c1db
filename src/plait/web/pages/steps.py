"""Where a finding's next step leads."""

from typing import NamedTuple

from django.urls import reverse

from plait.answers.findings.finding import Step

OF_A_ROLE = frozenset({"role", "agreement", "talk"})


class Link(NamedTuple):
    """A text and where it leads."""

    text: str
    url: str


def link_of(step: Step) -> Link:
    """Return the step as a link into the app."""
    if step.place in OF_A_ROLE:
        return Link(step.label, reverse(step.place, args=[step.key]))
    if step.place == "safety" and step.key:
        url = f"{reverse('fall_back')}?fallback={step.key}#note-fallback"
        return Link(step.label, url)
    return Link(step.label, reverse(step.place))
