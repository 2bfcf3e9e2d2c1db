"""The page of a list, as it is asked for and after a change that was refused."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from plait.accounts.models import Person
from plait.answers.periods.period import Asked, period_answer
from plait.answers.records.records import records_answer
from plait.book import queries
from plait.book.queries.record_lists.earlier import a_year_earlier
from plait.book.queries.record_lists.pages import filters
from plait.book.queries.recurring import Occurrence
from plait.book.queries.recurring_list import recurring_of
from plait.domain.payment_kinds.kinds import PaymentKind
from plait.domain.periods.choice import PeriodChoice, PeriodKind, own_choice
from plait.domain.periods.parsing import period_choice_from
from plait.domain.selection import RecordKind, Selection
from plait.web import clock
from plait.web.forms.in_place import InPlaceForm
from plait.web.forms.log import number_in
from plait.web.pages.periods import PeriodView, period_view
from plait.web.pages.records.in_place import editing_view, form_for
from plait.web.pages.records.record_page import records_view
from plait.web.pages.records.recurring import recurring_part
from plait.web.periods import PERIOD
from plait.wording.records.payment_kind import kind_text
from plait.wording.words import Words, words_for


def list_page(
    request: HttpRequest,
    viewer: Person,
    selection: Selection,
    *,
    edit: int = 0,
    refused: InPlaceForm | None = None,
) -> HttpResponse:
    """Return the page; `edit` is the record whose form is open, `refused` that form."""
    words = words_for(viewer.language)
    page = number_in(request.GET.get("page", "1")) or 1
    recurring = recurring_in(viewer, selection)
    found = queries.records(
        viewer=viewer, selection=selection, page=page, recurring=recurring
    )
    roles = list(queries.roles(viewer=viewer))
    earlier = a_year_earlier(viewer=viewer, selection=selection, on=clock.today())
    view = records_view(
        records_answer(found, words, earlier),
        words,
        roles,
        filters(viewer=viewer, kind=selection.kind),
    )
    period = _period(viewer, selection, words)
    is_here = any(one.id == edit for one in found.records) and view.can_edit
    editing = None
    if is_here:
        form = refused or form_for(viewer, selection.kind, edit)
        editing = editing_view(viewer, selection.kind, edit, form)
    context = {
        "view": view,
        "period": period,
        "roles": roles,
        "editing": editing,
        "kinds": _kinds(view.kind, words),
        "recurring": recurring_part(recurring, words),
    }
    status = 422 if refused else 200
    return render(request, "records/records.html", context, status=status)


def recurring_in(viewer: Person, selection: Selection) -> tuple[Occurrence, ...]:
    """Return what recurs in the selection: it stands in no table."""
    on = clock.today()
    basis = queries.period_basis(viewer=viewer, on=on, role=selection.role)
    return recurring_of(viewer=viewer, selection=selection, basis=basis, on=on)


def _kinds(kind: RecordKind, words: Words) -> list[tuple[str, str]]:
    """Return what payments can be stated to be."""
    if kind is not RecordKind.PAYMENTS:
        return []
    return [(one.value, kind_text(words, one)) for one in PaymentKind]


def _period(viewer: Person, selection: Selection, words: Words) -> PeriodView:
    """Return the picker; days of one's own are those of the address."""
    basis = queries.period_basis(viewer=viewer, on=clock.today(), role=selection.role)
    choice = None
    if selection.period:
        choice = period_choice_from(selection.period)
    elif selection.start and selection.end and selection.start < selection.end:
        choice = own_choice(selection.start, selection.end - timedelta(days=1))
    usual = PeriodChoice(PeriodKind.ROLE)
    answer = period_answer(Asked(words, basis, choice, usual))
    address = {**selection.to_words(), PERIOD: choice.word if choice else ""}
    return period_view(answer, address, _since(words, selection))


def _since(words: Words, selection: Selection) -> str:
    """Return what the picker says of no period, or of one that is open at an end."""
    if selection.start and not selection.end:
        return words.gettext("since %(day)s") % {"day": words.day(selection.start)}
    if selection.end and not selection.start:
        last = selection.end - timedelta(days=1)
        return words.gettext("until %(last)s") % {"last": words.day(last)}
    return words.gettext("All")
