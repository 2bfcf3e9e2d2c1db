"""Whoever asked for their account to be deleted sees one page, until they stay."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plait.accounts.models import Person
from plait.web import clock
from plait.web.middleware import Answer
from plait.web.sample import own_person

# Staying, taking one's data along, signing out; and what pages are made of.
_OPEN = frozenset(
    {
        *("leaving", "leaving_stay", "sign_out", "sign_in", "account_logout"),
        *("export", "export_now", "export_file", "kept", "help_topics", "help_topic"),
        *("manifest", "service_worker", "offline"),
    }
)


class Leaving:
    """Leads somebody whose account is being deleted to the page that says so."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _options: object
    ) -> HttpResponse | None:
        """Let through what is open to them; after the week nothing is."""
        person = own_person(request) or request.user
        if not isinstance(person, Person) or person.leaves_at is None:
            return None
        if person.leaves_at <= clock.now():
            logout(request)
            return redirect("sign_in")
        match = request.resolver_match
        name = (match.url_name or "") if match else ""
        if name in _OPEN or "reauthenticate" in name:
            return None
        return redirect("leaving")
