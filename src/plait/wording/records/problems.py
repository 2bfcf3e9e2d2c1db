"""Problems in a file and refusals in words: where, what is wrong, what to do."""

import re

from plait.wording.words import Words

_PART = re.compile(r"(\w+) (\d+)")


def problem_text(words: Words, what: str, value: str, fix: str) -> str:
    """Return a problem as one sentence: what is wrong, the value, what to do."""
    display = f": {value}" if value else ""
    return f"{words.gettext(what)}{display}. {fix_text(words, fix)}".strip()


def fix_text(words: Words, fix: str) -> str:
    """Return what to do, "" where there is nothing."""
    return words.gettext(fix) if fix else ""


def where_text(words: Words, where: str) -> str:
    """Return where in a file a problem is: line 12, event 3."""
    return ", ".join(_part_text(words, part) for part in where.split(", "))


def _part_text(words: Words, part: str) -> str:
    """Return one step of the way; names of sections and fields stay as they are."""
    pgettext = words.pgettext
    if part == "calendar":
        return pgettext("place in a file", "calendar")
    found = _PART.fullmatch(part)
    parts = {
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
        "settlements": pgettext("place in a file", "settlement %(n)s"),
        "scenarios": pgettext("place in a file", "scenario %(n)s"),
        "settled_findings": pgettext("place in a file", "settled finding %(n)s"),
    }
    if not found or found[1] not in parts:
        return part
    return parts[found[1]] % {"n": found[2]}
