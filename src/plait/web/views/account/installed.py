"""Plait as an installed app: what a browser asks for it, and what was written offline."""

import json
from typing import Any
from zoneinfo import available_timezones

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_POST

from plait.accounts.models import Person
from plait.accounts.servers import refuse_book
from plait.answers.roles.check_in import questions_of
from plait.book.operations import records
from plait.book.operations.any_line import keep_line
from plait.book.operations.writing import DoneBefore, as_request
from plait.book.queries import NotThere, role_keyed
from plait.domain.errors import PlaitError
from plait.web import clock
from plait.web.access import viewer_of
from plait.web.bookless import needs_no_book
from plait.web.forms.offline import ASPECTS, OfflineForm
from plait.web.pages import installed
from plait.web.pages.errors import refusal
from plait.web.quiet import true_keys
from plait.web.requests import request_key
from plait.wording.words import words_for

# Not even what every page shows of its reader: this page is kept on the device.
_NOBODYS = {"nav": "", "n_waiting": 0, "timer_on_top": None, "shortcuts": ()}


@login_not_required
@require_GET
def manifest(_request: HttpRequest) -> HttpResponse:
    """Hand out the web app manifest."""
    return JsonResponse(installed.manifest(), content_type="application/manifest+json")


@needs_no_book
@login_not_required
@require_GET
def favicon(_request: HttpRequest) -> HttpResponse:
    """Lead to the icon, for browsers that look for it here whatever a page says."""
    return redirect(static("plait/icon.svg"), permanent=True)


@login_not_required
@require_GET
def service_worker(request: HttpRequest) -> HttpResponse:
    """Hand out the service worker: another one where its files or language differ."""
    shell = offline(request).content
    version = f"{installed.files_version()}-{get_language()}-{len(shell)}"
    values = {
        "VERSION": version,
        "SHELL": reverse("offline"),
        "FILES": installed.shell_files(),
    }
    lines = [f"const {name} = {json.dumps(value)};" for name, value in values.items()]
    text = "\n".join([*lines, installed.file_text("plait/js/sw.js").decode()])
    return HttpResponse(text, content_type="text/javascript; charset=utf-8")


@login_not_required
@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """Show the page that stands for all others without a connection."""
    scales = questions_of(words_for(get_language() or "en"))
    return render(request, "offline.html", {**_NOBODYS, "scales": scales})


@require_GET
def who(request: HttpRequest) -> HttpResponse:
    """Say by an opaque id who is signed in, with a token to send forms with."""
    person = installed.device_id(viewer_of(request))
    return JsonResponse({"person": person, "token": get_token(request)})


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep what was written offline, once however often it is sent."""
    viewer = viewer_of(request)
    if request.POST.get("person") != installed.device_id(viewer):
        return JsonResponse({"why": ""}, status=409)
    form = OfflineForm(request.POST, today=clock.today())
    if not form.is_valid():
        return JsonResponse({"why": form.first_error}, status=422)
    try:
        _keep(viewer, form.cleaned_data)
    except DoneBefore:
        pass  # it came before, and its answer was lost
    except (PlaitError, NotThere) as error:
        return JsonResponse({"why": refusal(error)}, status=422)
    return JsonResponse({})


def _keep(viewer: Person, values: dict[str, Any]) -> None:
    """Keep an entry as of the day it was written on; `DoneBefore` where it was."""
    refuse_book(viewer)
    sent = request_key(str(values["id"]), values["line"] or values["role"])
    with as_request(sent):
        if values["kind"] == "line":
            keep_line(
                viewer=viewer,
                text=values["line"],
                today=values["day"],
                is_on_call=values["on_call"],
                zone=values["zone"].strip() or _elsewhere(viewer, values),
            )
            return
        records.check_in(
            viewer=viewer,
            role=role_keyed(viewer=viewer, key=true_keys(viewer, values["role"])),
            day=values["day"],
            answers={name: values[name] for name in ASPECTS},
            note=values["note"],
        )


def _elsewhere(viewer: Person, values: dict[str, Any]) -> str:
    """Return the zone of the device, "" where it is the person's own or unknown."""
    zone: str = values["device_zone"]
    is_known = zone != viewer.timezone and zone in available_timezones()
    return zone if is_known else ""
