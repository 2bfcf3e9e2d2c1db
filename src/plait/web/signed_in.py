"""What is noted when somebody signs in, and forgotten when they sign out."""

from django.conf import settings
from django.http import HttpRequest

from plait.accounts.models import Person
from plait.accounts.queries import sample_keys
from plait.accounts.sign_ins import note_sign_in
from plait.web import clock
from plait.web.known_device import mark_of


def note(*, request: HttpRequest | None, user: Person, **_: object) -> None:
    """Note the device; called by Django once somebody is signed in."""
    key = request.session.session_key if request is not None else None
    if request is None or key is None:
        return
    agent = request.headers.get("User-Agent", "")
    mark = mark_of(request) if settings.SERVER else ""
    note_sign_in(person=user, session_key=key, now=clock.now(), agent=agent, mark=mark)


def forget(*, user: Person | None, **_: object) -> None:
    """Forget what was read of their book; called once a session of theirs is over.

    What they looked at of the sample goes too.
    """
    # Every command would wait for them, and none signs anybody out.
    from plait.answers.context import answer_context
    from plait.answers.plan.answer import plan_answer
    from plait.book.queries.memory import forget_person
    from plait.web.pages.today import today_of

    if user is not None and user.pk:
        for key in (user.pk, *sample_keys(viewer=user)):
            forget_person(key)
        # These know portfolios, not whose they are; to work one out again takes little.
        today_of.cache_clear()
        answer_context.cache_clear()
        plan_answer.cache_clear()
