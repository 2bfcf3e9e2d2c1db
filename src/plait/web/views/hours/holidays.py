"""Public holidays that the person drops or adds; they stand on the page of time off."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plait.book.operations.holidays import change_holiday, remove_holiday_change
from plait.book.queries import holiday_change_row, load_portfolio, organisation_named
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.forms.holidays import HolidayForm, organisations_to_choose
from plait.web.pages.errors import refusal
from plait.web.views.hours.time_off import page


@require_POST
def holiday(request: HttpRequest) -> HttpResponse:
    """Let a day be off or worked."""
    viewer = viewer_of(request)
    portfolio = load_portfolio(viewer=viewer, on=clock.today())
    names = organisations_to_choose(portfolio)
    form = HolidayForm(request.POST, organisations=names, prefix="holiday")
    if form.is_valid():
        where = form.cleaned_data["organisation"]
        house = organisation_named(viewer=viewer, name=where) if where else None
        try:
            change_holiday(
                viewer=viewer,
                day=form.cleaned_data["day"],
                is_free=form.cleaned_data["is_free"] == "yes",
                organisation=house,
            )
        except PlaitError as error:
            form.add_error("day", refusal(error))
    if form.errors:
        return page(request, holiday_form=form)
    messages.success(request, _("Saved."))
    return redirect("time_off")


@require_POST
@or_404
def holiday_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the day be as the country has it again."""
    viewer = viewer_of(request)
    change = holiday_change_row(viewer=viewer, pk=pk)
    remove_holiday_change(viewer=viewer, change=change)
    messages.success(request, _("Removed."))
    return redirect("time_off")
