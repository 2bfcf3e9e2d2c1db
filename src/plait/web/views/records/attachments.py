"""Files of a payment: attached, handed out as downloads only, removed."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.book.operations.attachments import (
    attach_file,
    refuse_size,
    remove_attachment,
)
from plait.book.queries.attachments import attachment_of, content_of
from plait.book.queries.record_details import payments_of
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import or_404, viewer_of
from plait.web.pages.errors import refusal


@require_POST
@or_404
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a file with a payment."""
    viewer = viewer_of(request)
    [payment] = payments_of(viewer=viewer, keys=[pk])
    upload = request.FILES.get("file")
    if upload is None:
        messages.error(request, _("Choose a file first."))
        return redirect("payment", pk=pk)
    try:
        name = upload.name or ""
        refuse_size(upload.size or 0, name)
        attach_file(
            viewer=viewer,
            payment=payment,
            name=name,
            content=upload.read(),
            now=clock.now(),
            quota_bytes=settings.ATTACHMENT_QUOTA_BYTES,
        )
    except PlaitError as error:
        messages.error(request, refusal(error))
    else:
        messages.success(request, _("The file is kept with this payment."))
    return redirect("payment", pk=pk)


@require_GET
@or_404
def attachment(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a file out as a download: no browser is to show what somebody uploaded."""
    viewer = viewer_of(request)
    held = attachment_of(viewer=viewer, pk=pk)
    content = content_of(viewer=viewer, attachment=held)
    answer = HttpResponse(content, content_type="application/octet-stream")
    named = content_disposition_header(as_attachment=True, filename=held.name)
    answer["Content-Disposition"] = named or "attachment"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
@or_404
def attachment_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a file; the message offers to undo it."""
    viewer = viewer_of(request)
    held = attachment_of(viewer=viewer, pk=pk)
    payment = held.payment_id
    remove_attachment(viewer=viewer, attachment=held)
    messages.success(request, _("Removed."))
    return redirect("payment", pk=payment)
