"""One's own signature: its code, whose one knows, and a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plait.accounts.signing.known import known_keys
from plait.accounts.signing.own import own_keys, replace_key
from plait.formats.signed import fingerprint
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.forms.signed_files import STOLEN, NewSignatureForm


@needs_no_book
@require_http_methods(["GET", "POST"])
def signature(request: HttpRequest) -> HttpResponse:
    """Show the codes of signatures; make a new one of one's own."""
    viewer = viewer_of(request)
    form = NewSignatureForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        is_stolen = form.cleaned_data["why"] == STOLEN
        replace_key(viewer=viewer, is_stolen=is_stolen, now=clock.now())
        messages.success(request, _("You have a new signature."))
        return redirect("signature")
    own = own_keys(viewer=viewer)
    page = {
        "form": form,
        "code": fingerprint(own[0].public) if own else "",
        "made_at": own[0].made_at if own else None,
        "known": [
            (one.name, fingerprint(one.public), one.seen_at)
            for one in known_keys(viewer=viewer)
        ],
    }
    return render(request, "account/signature.html", page)
