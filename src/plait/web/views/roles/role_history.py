"""A role merged, split, renamed, archived; its organisation renamed or joined."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from plait.book.models import Role
from plait.book.operations.organisations import name_organisation
from plait.book.operations.role_history import (
    archive_role,
    change_key,
    merge_roles,
    split_role,
)
from plait.book.queries import role_keyed
from plait.book.queries import roles as roles_of
from plait.book.record_rows import role_from
from plait.domain.errors import PlaitError
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import changed
from plait.web.access import or_404, viewer_of
from plait.web.forms.role_history import (
    KeyForm,
    MergeForm,
    OrganisationForm,
    SplitForm,
)
from plait.web.pages.errors import refusal


@require_GET
@or_404
def tidy(request: HttpRequest, key: str) -> HttpResponse:
    """Show the ways to put a role in order."""
    viewer = viewer_of(request)
    return _page(request, role_keyed(viewer=viewer, key=key))


@require_POST
@or_404
def merge(request: HttpRequest, key: str) -> HttpResponse:
    """Let everything of a role be of another."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=key)
    form = MergeForm(request.POST, role=role, roles=roles_of(viewer=viewer))
    if not form.is_valid():
        return _page(request, role, merge=form)
    into = role_keyed(viewer=viewer, key=form.cleaned_data["into"])
    merge_roles(viewer=viewer, role=role, into=into)
    text = _("Everything of %(role)s is now of %(into)s.")
    messages.success(request, text % {"role": role.name, "into": into.name})
    return redirect("role", key=into.key)


@require_POST
@or_404
def split(request: HttpRequest, key: str) -> HttpResponse:
    """Let another role go on from a day."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=key)
    form = SplitForm(request.POST)
    if not form.is_valid():
        return _page(request, role, split=form)
    given = form.cleaned_data
    values = {"name": given["name"], "organisation.name": given["organisation"]}
    to = changed(ROLE, role_from(role), values)
    try:
        new = split_role(viewer=viewer, role=role, on=given["on"], to=to)
    except PlaitError as error:
        form.add_error("on", refusal(error))
        return _page(request, role, split=form)
    messages.success(request, _("Split: this is the second role."))
    return redirect("role", key=new.key)


@require_POST
@or_404
def rename_key(request: HttpRequest, key: str) -> HttpResponse:
    """Give a role another key."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=key)
    form = KeyForm(request.POST)
    if form.is_valid():
        try:
            change_key(viewer=viewer, role=role, key=form.cleaned_data["key"])
        except PlaitError as error:
            form.add_error("key", refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("role", key=role.key)
    return _page(request, role_keyed(viewer=viewer, key=key), key=form)


@require_POST
@or_404
def archive(request: HttpRequest, key: str) -> HttpResponse:
    """Leave a role out of lists, or show it again."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=key)
    archive_role(viewer=viewer, role=role, is_archived=not role.is_archived)
    text = _("%(role)s is archived.") if role.is_archived else _("%(role)s is back.")
    messages.success(request, text % {"role": role.name})
    return redirect("roles")


@require_POST
@or_404
def organisation(request: HttpRequest, key: str) -> HttpResponse:
    """Rename the organisation of a role, or join it with another of that name."""
    viewer = viewer_of(request)
    role = role_keyed(viewer=viewer, key=key)
    form = OrganisationForm(request.POST)
    if form.is_valid():
        name = form.cleaned_data["name"]
        try:
            name_organisation(viewer=viewer, organisation=role.organisation, name=name)
        except PlaitError as error:
            form.add_error("name", refusal(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("role", key=role.key)
    return _page(request, role, organisation=form)


def _page(request: HttpRequest, role: Role, **sent: Any) -> HttpResponse:  # noqa: ANN401  # forms of several kinds
    viewer = viewer_of(request)
    name = role.organisation.name
    first = {"name": role.name, "organisation": name}
    page = {
        "role": role,
        "merge": MergeForm(role=role, roles=roles_of(viewer=viewer)),
        "split": SplitForm(initial=first),
        "key": KeyForm(initial={"key": role.key}),
        "organisation": OrganisationForm(initial={"name": name}),
        **sent,
    }
    return render(request, "roles/tidy.html", page, status=422 if sent else 200)
