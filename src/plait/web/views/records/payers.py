"""Payers by all their names; the person's own accounts, joint ones by their share."""

from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plait.book.operations.payers import join_payers, part_payer
from plait.book.operations.payments import correct_account
from plait.book.queries.doubles import accounts as accounts_of
from plait.book.queries.payers import account_numbered, payer_alias
from plait.book.queries.payers import payers as payers_of
from plait.domain.errors import PlaitError
from plait.web.access import or_404, viewer_of
from plait.web.forms.payments import AccountForm, PayerForm
from plait.web.pages.errors import refusal
from plait.wording.records.accounts import account_text


@require_http_methods(["GET", "POST"])
def payers(request: HttpRequest) -> HttpResponse:
    """List payers, and join two names of one."""
    viewer = viewer_of(request)
    form = PayerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            join_payers(viewer=viewer, **form.cleaned_data)
        except PlaitError as error:
            form.add_error("alias", refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("payers")
    page = {"payers": payers_of(viewer=viewer), "form": form}
    status = 422 if form.errors else 200
    return render(request, "records/payers.html", page, status=status)


@require_POST
@or_404
def part(request: HttpRequest) -> HttpResponse:
    """Let a name be a payer of its own again."""
    viewer = viewer_of(request)
    held = payer_alias(viewer=viewer, alias=request.POST.get("alias", ""))
    part_payer(viewer=viewer, alias=held)
    messages.success(request, _("Saved."))
    return redirect("payers")


@require_http_methods(["GET", "POST"])
@or_404
def accounts(request: HttpRequest) -> HttpResponse:
    """List accounts; say what each is called and what of it is one's own."""
    viewer = viewer_of(request)
    sent = AccountForm(request.POST) if request.method == "POST" else None
    if sent is not None and sent.is_valid():
        given = sent.cleaned_data
        held = account_numbered(viewer=viewer, pk=given["account"])
        share = round(given["share"] * 10)
        correct_account(viewer=viewer, account=held, name=given["name"], share=share)
        messages.success(request, _("Saved."))
        return redirect("accounts")
    listed = [
        (
            one,
            account_text(one.identifier),
            sent if _is_of(sent, one.id) else _form(one.id, one.name, one.share),
        )
        for one in accounts_of(viewer=viewer)
    ]
    page = {"accounts": listed}
    status = 422 if sent is not None else 200
    return render(request, "records/accounts.html", page, status=status)


def _is_of(sent: AccountForm | None, pk: int) -> bool:
    return sent is not None and sent.data.get("account") == str(pk)


def _form(pk: int, name: str, share: float) -> AccountForm:
    percent = Decimal(round(share * 1000)) / 10
    first = {"account": pk, "name": name, "share": percent.normalize() + 0}
    return AccountForm(initial=first, auto_id=f"account-{pk}-%s")
