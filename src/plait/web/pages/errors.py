"""Problems and refusals in the reader's language, and places such as "line 12"."""

import re
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plait.domain.errors import PlaitError

_PART = re.compile(r"(\w+) (\d+)")


def place(where: str) -> str:
    """Return where a problem is, in the reader's language."""
    return ", ".join(_part(part) for part in where.split(", "))


def _part(part: str) -> str:
    """Return one step of a place; the names of sections and fields stay as they are."""
    found = _PART.fullmatch(part)
    words = {
        "line": pgettext("place in a file", "line %(n)s"),
        "row": pgettext("place in a file", "row %(n)s"),
        "event": pgettext("place in a file", "event %(n)s"),
        "entry": pgettext("place in a file", "entry %(n)s"),
        "transaction": pgettext("place in a file", "transaction %(n)s"),
        "page": pgettext("place in a file", "page %(n)s"),
        "roles": pgettext("place in a file", "role %(n)s"),
        "agreements": pgettext("place in a file", "agreement %(n)s"),
        "rules": pgettext("place in a file", "rule %(n)s"),
        "mappings": pgettext("place in a file", "mapping %(n)s"),
        "check_ins": pgettext("place in a file", "check-in %(n)s"),
        "absences": pgettext("place in a file", "leave %(n)s"),
        "seasons": pgettext("place in a file", "season %(n)s"),
        "overheads": pgettext("place in a file", "overhead %(n)s"),
        "causes": pgettext("place in a file", "cause %(n)s"),
        "beliefs": pgettext("place in a file", "belief %(n)s"),
        "fallbacks": pgettext("place in a file", "fallback %(n)s"),
        "invoices": pgettext("place in a file", "invoice %(n)s"),
        "scenarios": pgettext("place in a file", "scenario %(n)s"),
    }
    if part == "calendar":
        return pgettext("place in a file", "calendar")
    if not found or found[1] not in words:
        return part
    return words[found[1]] % {"n": found[2]}


def problem_view(problem: dict[str, Any]) -> dict[str, str]:
    """Return a stored problem as the page lists it."""
    return {
        "where": place(problem["where"]),
        "what": _(problem["what"]),
        "value": problem["value"],
        "fix": _(problem["fix"]) if problem["fix"] else "",
    }


def sentence(problem: dict[str, Any]) -> str:
    """Return a problem as one sentence: what, the value, what to do."""
    told = problem_view(problem)
    value = f": {told['value']}" if told["value"] else ""
    return f"{told['what']}{value}. {told['fix']}".strip()


def refusal(error: PlaitError) -> str:
    """Return why something could not be done, in the reader's language."""
    problem = {"where": "", "what": error.what, "value": error.value, "fix": error.fix}
    return sentence(problem)
