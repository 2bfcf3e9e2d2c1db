"""Problems and refusals in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from plait.domain.errors import PlaitError, Problem
from plait.domain.quiet import disguise
from plait.wording.records.problems import fix_text, problem_text, where_text
from plait.wording.words import Words, words_for


def problem_view(problem: Mapping[str, str]) -> dict[str, str]:
    """Return a stored problem as the page lists it."""
    words = _words()
    return {
        "where": where_text(words, problem["where"]),
        "what": words.gettext(problem["what"]),
        "value": problem["value"],
        "fix": fix_text(words, problem["fix"]),
    }


def sentence(problem: Mapping[str, str]) -> str:
    """Return a stored problem as one sentence: what, the value, what to do."""
    return problem_text(_words(), problem["what"], problem["value"], problem["fix"])


def field_error(problem: Problem) -> str:
    """Return why a field of a form is refused."""
    return problem_text(_words(), problem.what, problem.value, problem.fix)


def refusal(error: PlaitError) -> str:
    """Return why something could not be done."""
    return problem_text(_words(), error.what, error.value, error.fix)


def quiet_refusal(error: PlaitError) -> str:
    """Return the trouble in words; in quiet view only that there is one."""
    if disguise() is None:
        return refusal(error)
    return _("Plait does not understand this. Turn quiet view off to read why.")


def _words() -> Words:
    """Return the words of the page's language; a refusal may come before a viewer."""
    return words_for((get_language() or "en")[:2])
