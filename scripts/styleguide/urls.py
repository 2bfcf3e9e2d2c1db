"""One address per page of the style guide; the named ones are those pages link to."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import translation
from pages import PAGES

NAMED = {
    "today": "",
    "roles": "roles/",
    "role_new": "role_form/",
    "inbox": "inbox/",
    "import": "import/",
    "imports": "imports/",
    "settings": "settings/",
    "sign_in": "sign_in/",
    "sign_out": "sign_out/",
    "export": "export/",
    "backup": "backup/",
    "password": "password/",
}


def page(request: HttpRequest, name: str = "today") -> HttpResponse:
    """Draw the page with its invented data."""
    if name not in PAGES:
        raise Http404(name)
    template, made = PAGES[name]
    frame = {"nav": "today", "n_waiting": 4, "theme": request.GET.get("theme", "auto")}
    with translation.override(request.GET.get("lang", "en")):
        return render(request, template, {**frame, **made()})


urlpatterns = [
    *(
        path(where, page, {"name": where.strip("/") or "today"}, name=name)
        for name, where in NAMED.items()
    ),
    path("<slug:name>/", page),
]
