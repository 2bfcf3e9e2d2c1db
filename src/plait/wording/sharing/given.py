"""What a person shows to others, in their own words, and who looked."""

from datetime import date

from plait.wording.words import Words


def given_text(words: Words, n: int) -> str:
    """Return how much is shown: You show two things."""
    if not n:
        return words.gettext("You show nothing to anybody.")
    text = words.ngettext(
        "You show %(n)d thing to somebody.", "You show %(n)d things to others.", n
    )
    return text % {"n": n}


def received_text(words: Words, n: int) -> str:
    """Return how much others show: Two things are shown to you."""
    if not n:
        return words.gettext("Nobody shows you anything.")
    text = words.ngettext(
        "%(n)d thing is shown to you.", "%(n)d things are shown to you.", n
    )
    return text % {"n": n}


def looks_text(words: Words, n: int) -> str:
    """Return how often others looked: Others looked three times."""
    if not n:
        return words.gettext("Nobody has looked yet.")
    text = words.ngettext("Somebody looked once.", "Others looked %(n)d times.", n)
    return text % {"n": n}


def kept_text(words: Words, name: str, *, is_file: bool) -> str:
    """Return what came of showing something: Kim can see it now."""
    if is_file:
        text = words.gettext("Kept. Now give the file to %(name)s.")
    else:
        text = words.gettext("%(name)s can see it now.")
    return text % {"name": name}


def to_text(name: str, email: str) -> str:
    """Return to whom: Kim (kim@example.org)."""
    return f"{name} ({email})" if email and email != name else name


def stage_text(
    words: Words, until: date, ended_on: date | None, *, is_over: bool
) -> str:
    """Return how long it is shown, or since when it is not."""
    if ended_on is not None and ended_on <= until:
        return words.gettext("You ended it on %(day)s.") % {"day": words.day(ended_on)}
    if is_over:
        return words.gettext("Over since its last day, %(day)s.") % {
            "day": words.day(until)
        }
    return words.gettext("Until %(day)s.") % {"day": words.day(until)}


def way_text(words: Words, *, by_mail: bool) -> str:
    """Return how it travels."""
    if by_mail:
        return words.gettext("Sent, and kept up to date")
    return words.gettext("A file that you give yourself")


def look_text(words: Words, last: date | None) -> str:
    """Return when its receiver looked last."""
    if last is None:
        return words.gettext("Not looked at yet.")
    return words.gettext("Last looked at on %(day)s.") % {"day": words.day(last)}
