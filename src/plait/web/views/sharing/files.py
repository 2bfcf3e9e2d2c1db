"""Signed files on the pages: given out, brought in, and the letter back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.accounts.sealing import CannotUnseal
from plait.accounts.sharing.links import SentJustNow, send_link
from plait.accounts.sharing.queries import NoSuchShare
from plait.accounts.signing.known import ChangedKey
from plait.domain.errors import PlaitError
from plait.exchange.files import ended_file, share_file
from plait.exchange.letters import letter_file
from plait.exchange.taking_in import take_in
from plait.formats.signed.envelope import MOST_BYTES, SUFFIX
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.forms.signed_files import BringInForm
from plait.web.pages.errors import refusal
from plait.web.pages.sharing.taken_in import leads_to
from plait.wording.sharing.files import taken_in_text
from plait.wording.words import words_for


@require_POST
def give_file(request: HttpRequest, number: UUID) -> HttpResponse:
    """Download what a share shows today, signed."""
    viewer, today = viewer_of(request), clock.today()
    try:
        content = share_file(
            viewer=viewer, share_uuid=number, today=today, now=clock.now()
        )
    except NoSuchShare as error:
        raise Http404 from error
    except CannotUnseal as error:
        return _back(request, error, "share", number)
    return _download(content, f"plait-{today:%Y-%m-%d}")


@require_POST
def give_ending(request: HttpRequest, number: UUID) -> HttpResponse:
    """Download the file that says that a share is over."""
    viewer = viewer_of(request)
    try:
        content = ended_file(viewer=viewer, share_uuid=number, now=clock.now())
    except NoSuchShare as error:
        raise Http404 from error
    except CannotUnseal as error:
        return _back(request, error, "share", number)
    return _download(content, f"plait-ended-{clock.today():%Y-%m-%d}")


@needs_no_book
@require_POST
def give_letter(request: HttpRequest, number: UUID) -> HttpResponse:
    """Download the letter that tells the giver that their file was received."""
    viewer, today = viewer_of(request), clock.today()
    try:
        content = letter_file(
            viewer=viewer, share_uuid=number, today=today, now=clock.now()
        )
    except NoSuchShare as error:
        raise Http404 from error
    except CannotUnseal as error:
        return _back(request, error, "received", number)
    return _download(content, f"plait-received-{today:%Y-%m-%d}")


@require_POST
def mail_again(request: HttpRequest, number: UUID) -> HttpResponse:
    """Send the receiver another mail."""
    viewer = viewer_of(request)
    try:
        send_link(
            viewer=viewer, share_uuid=number, today=clock.today(), now=clock.now()
        )
    except NoSuchShare as error:
        raise Http404 from error
    except SentJustNow as error:
        return _back(request, error, "share", number)
    messages.success(request, _("A mail is on its way."))
    return redirect("share", number)


@needs_no_book
@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """Take in a signed file that somebody sent."""
    viewer = viewer_of(request)
    if request.method != "POST":
        return render(request, "sharing/bring_in.html", {"form": BringInForm()})
    form = BringInForm(request.POST, request.FILES)
    if not form.is_valid():
        return _asked_again(request, form)
    try:
        taken = take_in(
            viewer=viewer,
            content=form.cleaned_data["file"].read(MOST_BYTES + 1),
            today=clock.today(),
            now=clock.now(),
            code=form.cleaned_data["code"],
        )
    except PlaitError as error:
        field = "code" if isinstance(error, ChangedKey) else "file"
        form.add_error(field, refusal(error))
        return _asked_again(request, form)
    text = taken_in_text(
        words_for(viewer.language),
        kind=taken.kind,
        name=taken.name,
        audience=taken.audience,
        seen=taken.seen,
    )
    messages.success(request, text)
    return redirect(leads_to(taken))


def _asked_again(request: HttpRequest, form: BringInForm) -> HttpResponse:
    return render(request, "sharing/bring_in.html", {"form": form}, status=422)


def _back(
    request: HttpRequest, error: PlaitError, page: str, number: UUID
) -> HttpResponse:
    messages.error(request, refusal(error))
    return redirect(page, number)


def _download(content: bytes, name: str) -> HttpResponse:
    # Not JSON: no browser shows it, and no phone opens it in an editor.
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}{SUFFIX}"'
    return answer
