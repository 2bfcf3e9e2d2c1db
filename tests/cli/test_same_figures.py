"""Page, command and JSON tell one figure, in the reader's words."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from django.test import Client

from plait.accounts.models import Person
from plait.book.queries import load_portfolio
from tests.answers.figures import Answers, differences

SAMPLES = Path(__file__).parents[2] / "samples"
ON = date(2026, 11, 21)


class Told(NamedTuple):
    """A figure in words, and the commands and pages that tell it."""

    text: Callable[[Answers], str]
    commands: tuple[str, ...]
    pages: tuple[str, ...]


def _money(answers: Answers, amount: float) -> str:
    return answers.context.words.money(amount, answers.review.currency)


def _number(answers: Answers, number: float | None) -> str:
    assert number is not None
    return answers.context.words.number(number)


def _usual_month(a: Answers) -> str:
    return _money(a, a.review.income.usual_month)


def _largest_share(a: Answers) -> str:
    return a.context.words.percent(a.review.concentration.shares[0])


def _months_at_worst(a: Answers) -> str:
    return min(
        (x.one_in_ten for x in a.stress.scenarios), key=lambda x: x.months or 99
    ).text


TOLD = {
    "worked hours": Told(
        lambda a: _number(a, a.review.hours.actual), ("review",), ("/",)
    ),
    "available hours": Told(
        lambda a: _number(a, a.review.hours.capacity),
        ("review", "capacity"),
        ("/", "/hours/"),
    ),
    "usual month": Told(_usual_month, ("review", "income"), ("/",)),
    "largest payer": Told(
        _largest_share, ("review", "concentration"), ("/", "/income/safety/")
    ),
    "equal payers": Told(
        lambda a: _number(a, a.review.concentration.effective),
        ("review", "concentration"),
        ("/",),
    ),
    "months that money lasts": Told(
        _months_at_worst, ("review", "stress"), ("/", "/income/safety/")
    ),
    "average month": Told(
        lambda a: _money(a, a.stress.income.mean_month),
        ("stress",),
        (),
    ),
    "best mix": Told(
        lambda a: _money(a, a.plan.plans[0].mix.income), ("plan",), ("/income/plan/",)
    ),
}


def _plain(text: str) -> str:
    """Return the text of a page without its tags, in which pictures have numbers."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split())


@pytest.fixture(params=["en", pytest.param("nl", marks=pytest.mark.slow)])
def sample(plait, nora, request) -> Answers:
    plait("import", SAMPLES / "portfolio.toml", SAMPLES / "files")
    Person.objects.update(language=request.param)
    viewer = Person.objects.get(pk=nora.pk)
    return Answers(load_portfolio(viewer=viewer, on=ON), request.param)


def test_every_skin_tells_the_same_figure(sample, nora, plait):
    client = Client()
    client.force_login(nora)
    wanted = {
        c: plait(c, "--on", str(ON)).output for x in TOLD.values() for c in x.commands
    }
    wanted |= {
        p: client.get(p, {"on": str(ON)}).text for x in TOLD.values() for p in x.pages
    }

    lacking = [
        (name, told.text(sample), where)
        for name, told in TOLD.items()
        for where in (*told.commands, *told.pages)
        if _plain(told.text(sample)) not in _plain(wanted[where])
    ]

    assert not lacking, str(lacking)
    assert list(differences(sample)) == []
