"""Calendars that are followed, as lines of text and as plain values."""

import sys
from typing import TYPE_CHECKING, Any

from plait.cli import run
from plait.cli.commands.options import moments
from plait.cli.render.sanitise import on_one_line
from plait.wording.records.problems import fix_text, problem_text
from plait.wording.words import Words

if TYPE_CHECKING:
    from plait.accounts.models import Person
    from plait.book.imports.followed_calendars import Refreshed
    from plait.book.models import CalendarSource
    from plait.domain.errors import Problem


def end_with(refreshed: "list[Refreshed]", *, as_json: bool) -> None:
    """Print what each refresh came to; end with 1 where one of them failed."""
    words = run.words()
    if as_json:
        run.print_json([_refreshed_values(one) for one in refreshed])
    else:
        for one in refreshed:
            name = on_one_line(one.source.name)
            run.say(f"{name}: {on_one_line(_outcome(one, words))}")
        if not refreshed:
            run.say(_none_text(words))
    if any(one.error for one in refreshed):
        sys.exit(run.PROBLEMS)


def _none_text(words: Words) -> str:
    return words.gettext("You follow no calendar. Add one: plait calendars add ADDRESS")


def _outcome(one: "Refreshed", words: Words) -> str:
    if one.error:
        error = one.error
        return problem_text(words, error.what, error.value, error.fix)
    if one.batch is None:
        return words.gettext("nothing new.")
    n_new, n_problems = one.n_new, len(one.problems)
    parts = [
        words.ngettext("%(n)s new line", "%(n)s new lines", n_new)
        % {"n": words.number(n_new, 0)},
        words.ngettext("%(n)s problem", "%(n)s problems", n_problems)
        % {"n": words.number(n_problems, 0)}
        if n_problems
        else "",
        words.gettext("import %(number)d") % {"number": one.batch},
    ]
    return ", ".join(filter(None, parts)) + "."


def source_values(source: "CalendarSource") -> dict[str, Any]:
    """Return a calendar as plain values; never its address or password."""
    from plait.book.imports.followed_calendars import error_of

    error = error_of(source)
    return {
        "calendar": source.pk,
        "name": source.name,
        "kind": source.kind,
        "host": _host(source),
        "username": source.username,
        "checked_at": source.checked_at,
        "changed_at": source.fetched_at,
        "error": error and _error_values(error, run.words()),
    }


def _error_values(error: "Problem", words: Words) -> dict[str, str]:
    return {
        "what": words.gettext(error.what),
        "value": error.value,
        "fix": fix_text(words, error.fix),
    }


def _refreshed_values(one: "Refreshed") -> dict[str, Any]:
    return {
        **source_values(one.source),
        "import": one.batch,
        "new": one.n_new,
        "problems": [problem._asdict() for problem in one.problems],
    }


def _host(source: "CalendarSource") -> str:
    """Return where it is; the whole address may be a secret."""
    from plait.network.calendars.address import place_of

    return place_of(source.address).display


def print_sources(sources: "list[CalendarSource]", viewer: "Person") -> None:
    """Print the calendars with when they were last looked at, and their errors."""
    from plait.book.imports.followed_calendars import error_of
    from plait.cli.render.terminal import console, table

    words = run.words()
    _ = words.gettext
    if not sources:
        console.print(_none_text(words))
        return
    rows = table(_("Number"), _("Calendar"), _("Server"), _("Last checked"), "")
    for one in sources:
        at, error = one.checked_at, error_of(one)
        rows.add_row(
            str(one.pk),
            on_one_line(one.name),
            _host(one),
            moments.local_text(at, viewer) if at else "–",
            on_one_line(problem_text(words, error.what, "", error.fix))
            if error
            else "",
        )
    console.print(rows)
