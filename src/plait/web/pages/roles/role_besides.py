"""The lists of a role's page: check-ins, what is coming, invoices, and all its records."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from plait.answers.roles.role import RoleAnswer
from plait.book.models import Event
from plait.domain.selection import RecordKind, Selection
from plait.web.pages.hours.upcoming import EventView, upcoming_view
from plait.web.pages.records.records import records_url
from plait.wording.words import Words


@dataclass(frozen=True, slots=True)
class CheckInView:
    """One week's answers, with their note."""

    week: str
    scores: str
    note: str


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """An invoice with how it stands."""

    name: str
    day: str
    amount: str
    state: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class AllRecords:
    """Where all records of the role are listed, by their kind."""

    payments: str
    time: str
    events: str
    check_ins: str


@dataclass(frozen=True, slots=True)
class BesidesView:
    """What folds away below the figures; `…_text` stands beside a folded title."""

    check_ins: tuple[CheckInView, ...]
    check_ins_text: str
    coming: tuple[EventView, ...]
    leave: tuple[tuple[str, str], ...]
    coming_text: str
    invoices: tuple[InvoiceView, ...]
    terms_text: str
    all: AllRecords


def besides_view(
    answer: RoleAnswer, events: Iterable[Event], words: Words
) -> BesidesView:
    """Return the lists."""
    coming = upcoming_view(events)
    return BesidesView(
        check_ins=tuple(
            CheckInView(words.day(one.week_on), one.scores, one.note)
            for one in answer.check_ins
        ),
        check_ins_text=_check_ins_text(answer, words),
        coming=coming,
        leave=tuple((one.text, one.days) for one in answer.leave),
        coming_text=_coming_text(coming, answer),
        invoices=tuple(
            InvoiceView(
                name=one.name,
                day=words.day(one.issued_on),
                amount=one.amount_text,
                state=one.late_text or one.state_text,
                is_late=one.days_late > 0,
            )
            for one in answer.invoices
        ),
        terms_text=next((one.hours for one in answer.terms if one.is_current), ""),
        all=_all_of(answer.summary.role),
    )


def _check_ins_text(answer: RoleAnswer, words: Words) -> str:
    if not answer.check_ins:
        return _("No check-in yet")
    week = words.day(answer.check_ins[0].week_on)
    return _("Last for the week of %(day)s") % {"day": week}


def _coming_text(coming: tuple[EventView, ...], answer: RoleAnswer) -> str:
    if coming:
        return f"{coming[0].day}: {coming[0].title}"
    if answer.leave:
        return f"{answer.leave[0].text}: {answer.leave[0].days}"
    return _("Nothing planned")


def _all_of(key: str) -> AllRecords:
    return AllRecords(
        *(
            records_url(Selection(kind, role=key))
            for kind in (
                RecordKind.PAYMENTS,
                RecordKind.TIME,
                RecordKind.EVENTS,
                RecordKind.CHECK_INS,
            )
        )
    )
