"""The first lines of a table as they would come in, and what its columns can mean."""

from dataclasses import dataclass
from decimal import Decimal

from plait.domain.errors import Problem
from plait.domain.money import minor_digits
from plait.domain.records import BankLine, EventLine, Line, TimeLine
from plait.wording.records.accounts import account_text
from plait.wording.records.problems import problem_text, where_text
from plait.wording.words import Words

_HOUR = 3600


@dataclass(frozen=True)
class FirstLine:
    """A line in words; of one that cannot be taken only `problem` and its place."""

    day: str
    figure: str = ""
    who: str = ""
    text: str = ""
    account: str = ""
    problem: str = ""


def first_line(words: Words, found: Line | Problem) -> FirstLine:
    """Return what a line would be: its day, amount or hours, who or what, which account.

    An amount has its sign and its currency; an account that the table does not name is
    empty.
    """
    match found:
        case Problem():
            problem = problem_text(words, found.what, found.value, found.fix)
            return FirstLine(where_text(words, found.where), problem=problem)
        case BankLine():
            return FirstLine(
                words.day(found.booked_on),
                amount_text(words, found.amount_minor, found.currency),
                found.payer,
                found.reference,
                account_text(found.account),
            )
        case TimeLine():
            names = (found.client, found.project, found.task)
            return FirstLine(
                words.day(found.on),
                hours_text(words, found),
                ", ".join(filter(None, names)),
                found.description,
            )
        case EventLine():
            hours = (found.ends_at - found.starts_at).total_seconds() / _HOUR
            return FirstLine(
                words.day(found.on or found.starts_at.date()),
                words.gettext("whole day") if found.is_all_day else words.hours(hours),
                found.calendar,
                found.title,
            )
    return FirstLine("")


def amount_text(words: Words, minor: int, currency: str) -> str:
    """Return an amount with its sign, whichever way the money went."""
    digits = minor_digits(currency)
    amount = Decimal(minor).scaleb(-digits)
    text = words.money(float(amount), currency, digits)
    return f"+{text}" if minor > 0 else text


def hours_text(words: Words, line: TimeLine) -> str:
    """Return how long, with the times of the day where the table has them."""
    hours = words.gettext("%(hours)s h") % {
        "hours": words.number(line.seconds / _HOUR, 2)
    }
    if line.started_at is None or line.ended_at is None:
        return hours
    return f"{line.started_at:%H:%M}–{line.ended_at:%H:%M}, {hours}"  # a dash between times


def meaning_text(words: Words, field: str) -> str:
    """Return what a column means, in a few words."""
    _ = words.gettext
    return {
        "date": _("Date"),
        "amount": _("Amount"),
        "money_in": _("Money in"),
        "money_out": _("Money out"),
        "direction": _("In or out"),
        "fee": _("Fee beside the amount"),
        "currency": _("Currency"),
        "currency_out": _("Currency of money out"),
        "payer": _("Name of the other side"),
        "payee": _("Name of who was paid"),
        "counter_account": _("Account of the other side"),
        "reference": _("What it was for"),
        "account": _("Your own account"),
        "status": _("Booked or not"),
        "id": _("Number of the line"),
        "start": _("Start"),
        "end": _("End"),
        "duration": _("Duration (1:30)"),
        "hours": _("Hours (1.5)"),
        "client": _("Client"),
        "project": _("Project"),
        "task": _("Task"),
        "description": _("Description"),
    }[field]
