"""What a person shows and is shown, as answers take it."""

from datetime import date

from plait.accounts.models import Person, Share
from plait.accounts.sharing.queries import looks_of, received_by, shares_of
from plait.answers.sharing.given import (
    GivenAnswer,
    GivenFact,
    LookFact,
    LooksAnswer,
    ReceivedAnswer,
    given_answer,
    looks_answer,
    received_answer,
)
from plait.domain.sharing import Ground, SliceKind, Way
from plait.exchange.choices import choice_of
from plait.wording.words import Words


def given(*, viewer: Person, words: Words, today: date) -> GivenAnswer:
    """Return what the viewer shows to whom."""
    return given_answer(_facts(viewer, today), _looks(viewer), words, today)


def looks(*, viewer: Person, words: Words, today: date) -> LooksAnswer:
    """Return who looked at what the viewer shows."""
    return looks_answer(_facts(viewer, today), _looks(viewer), words, today)


def received(*, viewer: Person, words: Words, today: date) -> ReceivedAnswer:
    """Return what others show the viewer."""
    things = [
        (str(one.share_uuid), one.giver_name, SliceKind(one.slice_kind), one.until)
        for one in received_by(viewer=viewer, today=today)
    ]
    return received_answer(things, words, today)


def _facts(viewer: Person, today: date) -> list[GivenFact]:
    return [_fact(one, viewer, today) for one in shares_of(viewer=viewer)]


def _fact(share: Share, viewer: Person, today: date) -> GivenFact:
    choice = choice_of(share)
    return GivenFact(
        number=str(share.uuid),
        kind=SliceKind(share.slice_kind),
        roles=choice.roles,
        since=choice.since,
        name=share.receiver_name,
        email=share.receiver_email,
        by_mail=share.way != Way.FILE,
        purpose=share.purpose,
        ground=Ground(share.ground),
        made_on=viewer.local_time(share.made_at).date(),
        until=share.until,
        ended_on=share.ended_at and viewer.local_time(share.ended_at).date(),
        is_over=not share.is_running(today),
    )


def _looks(viewer: Person) -> list[LookFact]:
    return [
        LookFact(str(one.share_uuid), one.day, one.name)
        for one in looks_of(viewer=viewer)
    ]
