"""Choosing what comes by mail, stopping a kind with one click, confirming an address."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.mailing.choices import choose_mail, stop_mail, stopped_by
from plait.accounts.mailing.refusals import (
    ask_address,
    confirm_address,
    confirmed_by,
)
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.pages.mail import mail_page
from plait.wording.mail import mail_title
from plait.wording.words import words_for


@needs_no_book
@require_http_methods(["GET", "POST"])
def mail(request: HttpRequest) -> HttpResponse:
    """Show and change which mail comes, and when."""
    viewer = viewer_of(request)
    page = mail_page(viewer, request.POST or None)
    if request.method == "POST":
        views = [*page["mails"], *page["by_reminder"]]  # type: ignore[misc]  # lists of MailView
        if all(view.form.is_valid() for view in views):
            for view in views:
                choice, now = view.form.chosen(), clock.now()
                choose_mail(viewer=viewer, choice=choice, now=now)
            messages.success(request, _("Saved."))
            return redirect("mail")
    return render(request, "account/mail.html", page)


@needs_no_book
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Send one mail by which the person confirms that mail reaches them again."""
    ask_address(viewer=viewer_of(request), now=clock.now())
    messages.success(request, _("One mail is on its way. Confirm the address in it."))
    return redirect("mail")


@needs_no_book
@csrf_exempt  # a mail program asks for it, with what the mail says and no cookie
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Say what will stop; by the button, or by a mail program's own, stop it."""
    found = stopped_by(token)
    if found is None:
        raise Http404
    person, kind = found
    if is_done := request.method == "POST":
        stop_mail(owner=person.pk, kind=kind)
    title = mail_title(words_for(person.language), kind)
    with translation.override(person.language):
        page = {"title": title, "is_done": is_done}
        return render(request, "server/mail_stop.html", page)


@needs_no_book
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Let mail go to an address again, by the button of the page a mail leads to."""
    found = confirmed_by(token)
    if found is None:
        page: dict[str, object] = {"is_over": True}
        return render(request, "server/mail_confirm.html", page, status=410)
    person, email = found
    if is_done := request.method == "POST":
        confirm_address(owner=person.pk, email=email)
    with translation.override(person.language):
        page = {"email": email, "is_done": is_done}
        return render(request, "server/mail_confirm.html", page)
