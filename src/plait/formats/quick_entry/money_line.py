"""Money in a line of one's own: "got 950 from training yesterday", "41,80 trein betaald".

A word says whether it came in or went out, or a plus or minus does; without any it is
asked. Of several numbers the one with its currency is the amount, then one with
decimals. Who paid stands behind "from" or "van", who was paid behind "to" or "aan".
"""

import re
from collections.abc import Sequence
from datetime import date

from plait.domain.money import Money
from plait.domain.typed_lines import TypedMoney
from plait.formats.quick_entry.amounts import Amount, amounts
from plait.formats.quick_entry.day_mentions import mentions
from plait.formats.quick_entry.days import day_of
from plait.formats.quick_entry.durations import lengths
from plait.formats.quick_entry.names import Named
from plait.formats.quick_entry.roles import NoRoleNamed, called, roles_of
from plait.formats.quick_entry.text import NotUnderstood, Reading, Span
from plait.formats.quick_entry.unclear_days import refuse_unclear
from plait.formats.values import shorten

_I = r"(?:(?:i|we|ik|wij)\s+)?(?:(?:have|heb|hebben)\s+)?"
_IN = re.compile(
    rf"(?<![\w'-]){_I}(?:(?:got|was|were|been|is)\s+paid(?:\s+out)?|paid\s+(?:me|by)"
    r"|got(?:\s+in)?|received?|earned|(?:came|comes)\s+in|betaald\s+gekregen"
    r"|kreeg(?:\s+betaald)?|ontvangen|ontving|(?:binnen)?gekregen|binnengekomen"
    r"|verdiende?)(?![\w'-])"
)
_OUT = re.compile(
    rf"(?<![\w'-]){_I}(?:paid(?:\s+for)?|spent|bought|betaalde?|uitgegeven|gekocht"
    r"|kocht)(?![\w'-])"
)
_IN_NOUN = re.compile(r"(?:income|money\s+in|inkomsten|geld\s+in)(?![\w'-])")
_OUT_NOUN = re.compile(
    r"(?:costs?|expenses?|money\s+out|kosten|uitgaven?|geld\s+uit)(?![\w'-])"
)
_FIRST_PERSON = re.compile(r"(?:i|we|ik|wij|have|heb|hebben)\s")
_SUBJECT = re.compile(r"^\s*(?:i|we|ik|wij)\s+(?:(?:have|heb|hebben)\s+)?")
_OTHERS_HAVE = re.compile(r"(?<![\w'-])(?:heeft|has|is|zijn|werd|wordt)(?![\w'-])")
_PRIVATE = re.compile(r"(?<![\w'-])(?:private(?:ly)?|prive)(?![\w'-])")
_SMALL = r"(?:from|van|by|door|to|aan|at|bij|for|voor|on|op|the|de|het|een|a|an|of)"
_LEADING = re.compile(r"^(?:(?:for|voor|on|op|the|de|het|a|an|een)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:^|\s+){_SMALL}$", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:^|\s)(?:from|van|by|door|to|aan|at|bij)\s+(?:the\s+|de\s+|het\s+)?(?P<who>.+?)"
    r"(?=\s+(?:for|voor|re|about|over)\s|[,;:]|$)",
    re.IGNORECASE,
)


def is_money(text: str, currency: str) -> bool:
    """Return whether a line is about money, and not about time.

    >>> [is_money(t, "EUR") for t in ("got 950", "2h board, 5 people", "€12 lunch")]
    [True, False, True]
    """
    reading = Reading(text)
    found = _amounts(reading, currency)
    has_verb = bool(_IN.search(reading.left) or _OUT.search(reading.left))
    has_noun = bool(_IN_NOUN.match(reading.left) or _OUT_NOUN.match(reading.left))
    if lengths(reading.left):
        begins = _IN.match(reading.left) or _OUT.match(reading.left)
        return bool(found) and (
            bool(begins) or (has_verb and any(one.is_marked for one in found))
        )
    is_sure = any(one.is_named or one.has_sign for one in found)
    return bool(found) and (has_verb or has_noun or is_sure)


def understand_money(
    text: str,
    *,
    roles: Sequence[Named],
    today: date,
    currency: str,
    is_day_first: bool | None = None,
) -> TypedMoney:
    """Return the money that a line says; raise `NotUnderstood` with what is unclear."""
    reading = Reading(text)
    way = _way(reading)
    amount = _amount(reading, currency)
    if way > 0 > amount.money.number:  # got -5
        raise NotUnderstood(
            "This can be money that came in or that went out",
            value=reading.excerpt(amount.span),
            fix="Begin the line with got or paid.",
        )
    way = way or (1 if amount.money.number > 0 else -1) * amount.has_sign
    if not way:
        raise NotUnderstood(
            "This line does not say whether the money came in or went out",
            value=shorten(text),
            fix="Begin it with got or paid.",
        )
    reading.take(amount.span)
    private = _PRIVATE.search(reading.left)
    if private:
        reading.take(Span(*private.span()))
    names = called(reading, roles)
    day = day_of(reading, today, is_day_first=is_day_first, names=names)
    if day is not None:
        reading.take(day.span)
    role = "" if private else _role(reading, roles)
    if day is None:
        day = day_of(reading, today, is_day_first=is_day_first, names=names)
        if day is None:
            refuse_unclear(reading, names)
        else:
            reading.take(day.span)
    payer, what = _who_and_what(reading.rest())
    number = abs(amount.money.number) * way
    return TypedMoney(
        Money(number, amount.money.currency),
        day.on if day else today,
        role,
        payer,
        what,
        is_private=bool(private),
        has_day=day is not None,
        has_currency=amount.is_named,
    )


def _way(reading: Reading) -> int:
    """Return 1 for money in, -1 for money out, 0 where no word says it; take the word."""
    found, way = _IN.search(reading.left), 1
    if found is None:
        found, way = _OUT.search(reading.left), -1
        if found is not None and not _is_mine(reading, found):
            raise NotUnderstood(
                "This can be money that came in or that went out",
                value=reading.excerpt(Span(*found.span())),
                fix="Begin the line with got or paid.",
            )
    if found is None:
        found, way = _IN_NOUN.match(reading.left), 1
    if found is None:
        found, way = _OUT_NOUN.match(reading.left), -1
    if found is None:
        return 0
    subject = _SUBJECT.match(reading.left)
    reading.take(Span(*found.span()))
    if subject and subject.end() <= found.start():
        reading.take(Span(*subject.span()))
    return way


def _is_mine(reading: Reading, found: re.Match[str]) -> bool:
    """Return whether the person paid: "Atlas paid 950" has somebody before it."""
    span = Span(*found.span())
    if reading.is_at_start(span) or _FIRST_PERSON.match(found[0]):
        return True
    if _FIRST_PERSON.match(reading.left.lstrip()):
        return True
    # Dutch ends with it: 41,80 trein betaald; but Atlas heeft 950 betaald.
    is_participle = found[0] in {"betaald", "uitgegeven", "gekocht"}
    return is_participle and not _OTHERS_HAVE.search(reading.left)


def _amounts(reading: Reading, currency: str) -> list[Amount]:
    """Return what may be amounts; the 3 of "3 hours" is a length, unless it is €3."""
    times = [one.span for one in lengths(reading.left)]
    return [
        one
        for one in amounts(reading.text, currency)
        if one.is_marked or not any(one.span.is_within(time) for time in times)
    ]


def _amount(reading: Reading, currency: str) -> Amount:
    days = [one.span for one in mentions(reading)]
    found = [
        one
        for one in _amounts(reading, currency)
        if one.is_marked or not any(one.span.meets(day) for day in days)
    ]
    for some in (
        [one for one in found if one.is_named],
        [one for one in found if one.is_marked],
        found,
    ):
        if len(some) == 1:
            return some[0]
        if some:
            raise NotUnderstood(
                "There are several amounts in this line",
                value=reading.excerpt(*(one.span for one in some)),
                fix="Write the currency beside the one that was paid, such as €950.",
            )
    raise NotUnderstood(
        "This line does not say how much it was",
        value=shorten(reading.text),
        fix="Write the amount such as 950, 41.80 or €12.",
    )


def _role(reading: Reading, roles: Sequence[Named]) -> str:
    try:
        chosen = roles_of(reading, roles)
    except NoRoleNamed:
        return ""
    if len(chosen.keys) > 1:
        raise NotUnderstood(
            "Money in one line is for one role",
            value=", ".join(chosen.keys),
            fix="Name one, and split the payment afterwards.",
        )
    if chosen.span is not None:
        reading.take(chosen.span)
    return chosen.keys[0]


def _who_and_what(rest: str) -> tuple[str, str]:
    """Return who paid or was paid, and what for, of what is left of a line."""
    rest = _trimmed(rest)
    found = _NAMED.search(rest)
    if found is None:
        return "", rest
    who = found["who"].strip()
    return who, _trimmed(f"{rest[: found.start()]} {rest[found.end() :]}")


def _trimmed(text: str) -> str:
    """Leave out the small words at the ends that led to what was taken."""
    before = ""
    text = text.strip(" ,;:.-")
    while text != before:
        before = text
        text = _LEADING.sub("", _TRAILING.sub("", text)).strip(" ,;:-")
    return text
