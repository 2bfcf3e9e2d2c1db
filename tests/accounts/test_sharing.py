"""Random shares, deliveries, days and endings: what is seen is what consent says."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plait.accounts.models import Envelope, Look, Owner, Share
from plait.accounts.operations import add_person, delete_person
from plait.accounts.sharing.operations import (
    add_share,
    deliver,
    end_all,
    end_share,
    look,
)
from plait.accounts.sharing.queries import NoSuchShare, received_by, received_one

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAY = date(2026, 12, 1)

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("share"), st.integers(0, 2), st.integers(0, 6)),
        st.tuples(st.just("deliver"), st.integers(0, 4), st.integers(0, 9)),
        st.tuples(st.just("end"), st.integers(0, 4), st.just(0)),
        st.tuples(st.just("wait"), st.integers(1, 3), st.just(0)),
        st.tuples(st.just("leave"), st.integers(0, 2), st.just(0)),
    ),
    max_size=14,
)


class World:
    """Three people, and what each of them may see by what was consented."""

    def __init__(self) -> None:
        self.people = [
            add_person(sign_in_name=name, name=name, now=NOW)
            for name in ("ada", "bo", "cy")
        ]
        self.today = DAY
        # Of each share: giver, receiver, last day, and what was delivered last.
        self.shares: list[list] = []

    def share(self, giver: int, days: int) -> None:
        receiver = self.people[(giver + 1) % 3]
        new = Share(
            slice_kind="availability_band",
            receiver=receiver.pk,
            receiver_name=receiver.name,
            way="here",
            until=self.today + timedelta(days=days),
        )
        add_share(viewer=self.people[giver], share=new, now=NOW)
        self.shares.append([giver, new, None])

    def deliver(self, number: int, value: int) -> None:
        if number >= len(self.shares):
            return
        giver, share, _ = one = self.shares[number]
        payload = f"of {share.uuid}: {value}".encode()
        found = deliver(
            viewer=self.people[giver],
            share_uuid=share.uuid,
            payload=payload,
            revision=value,
            today=self.today,
            now=NOW,
        )
        if found is not None:
            one[2] = payload

    def end(self, number: int, _: int) -> None:
        if number < len(self.shares):
            giver, share, _ = self.shares[number]
            end_share(viewer=self.people[giver], share_uuid=share.uuid, now=NOW)
            self.shares[number][2] = None
            share.until = date.min

    def wait(self, days: int, _: int) -> None:
        self.today += timedelta(days=days)

    def leave(self, who: int, _: int) -> None:
        end_all(owner=self.people[who].pk, now=NOW)
        for one in self.shares:
            if one[0] == who:
                one[1].until, one[2] = date.min, None

    def visible(self, who: int) -> dict:
        """Return what consent says that somebody may see."""
        return {
            share.uuid: payload
            for giver, share, payload in self.shares
            if (giver + 1) % 3 == who and payload and self.today <= share.until
        }

    def seen(self, who: int) -> dict:
        rows = received_by(viewer=self.people[who], today=self.today)
        return {one.share_uuid: one.content for one in rows}


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_nobody_ever_sees_more_or_less_than_was_consented(steps):
    with transaction.atomic():
        world = World()
        for what, one, other in steps:
            getattr(world, what)(one, other)
            for who in range(3):
                assert world.seen(who) == world.visible(who)
        transaction.set_rollback(True)  # the next example begins anew


@pytest.mark.django_db
def test_a_look_is_noted_once_a_day_and_of_a_team_never():
    world = World()
    giver, receiver, other = world.people
    world.share(0, 5)
    world.deliver(0, 1)
    number = world.shares[0][1].uuid

    for _ in range(2):
        look(viewer=receiver, share_uuid=number, today=DAY, now=NOW)
    with pytest.raises(NoSuchShare):
        look(viewer=other, share_uuid=number, today=DAY, now=NOW)

    assert Look.objects.filter(owner=giver.pk).count() == 1
    opened = received_one(viewer=receiver, share_uuid=number, today=DAY)
    tomorrow = DAY + timedelta(days=1)
    again = received_one(viewer=receiver, share_uuid=number, today=tomorrow)
    assert (opened.must_open, again.must_open) == (False, True)

    Owner.objects.filter(pk=giver.pk).update(kind="team")
    look(viewer=receiver, share_uuid=number, today=tomorrow, now=NOW)
    assert Look.objects.count() == 1


@pytest.mark.django_db
def test_with_the_giver_the_copy_is_emptied():
    world = World()
    world.share(0, 5)
    world.deliver(0, 1)

    delete_person(viewer=world.people[0])

    [left] = Envelope.objects.all()
    assert (left.content, left.giver_name, left.blanked_at is None) == (b"", "", False)
    assert world.seen(1) == {}
