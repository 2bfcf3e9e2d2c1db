"""Jobs: asked for once, taken by one, tried again, theirs alone."""

import json
import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from plait.accounts.operations import add_person
from plait.book.operations.deletion import delete_everything
from plait.jobs import kinds, operations
from plait.jobs.models import CANCELLED, DONE, FAILED, LIVE, RUNNING, WAITING, Job
from plait.jobs.operations import Overtaken, cancel, enqueue, run_again, take
from plait.jobs.queries import STALE_AFTER, NoSuchJob, jobs_of, next_due
from plait.jobs.running import run_next
from plait.jobs.worker import work_off_due
from tests.jobs.conftest import NOW, Clock
from tests.jobs.handlers import COUNTED, FAULTY, REFUSED

ALL = {COUNTED.name, FAULTY.name, REFUSED.name}
JUST_STALE = STALE_AFTER + timedelta(seconds=1)


def ask(owner, kind=COUNTED, key="", **more):
    return enqueue(owner=owner, kind=kind.name, key=key, now=NOW, **more)


def counted(person) -> int:
    person.refresh_from_db()
    return person.travel_minutes


def test_what_is_asked_for_twice_is_done_once(nora, clock):
    first, second = ask(nora, key="a"), ask(nora, key="a")

    assert first.pk == second.pk
    assert work_off_due(clock=clock) == 1
    assert counted(nora) == 1
    assert Job.objects.get().state == DONE


def test_a_job_of_the_servers_own_is_live_once_too(db):
    assert ask(None, key="a").pk == ask(None, key="a").pk


def test_what_is_planned_waits_until_then_or_until_it_is_asked_for(nora, clock):
    ask(nora, not_before=NOW + timedelta(hours=1))
    assert work_off_due(clock=clock) == 0
    assert next_due(kinds=ALL) == NOW + timedelta(hours=1)

    ask(nora)

    assert work_off_due(clock=clock) == 1
    assert next_due(kinds=ALL) is None


def test_what_comes_again_is_planned_with_the_end_of_the_last(nora, clock):
    hourly = replace(COUNTED, every=timedelta(hours=1))
    kinds.register(hourly)
    ask(nora)

    for _ in range(3):
        work_off_due(clock=clock)
        clock.move(hours=1)

    assert counted(nora) == 3
    states = Job.objects.order_by("pk").values_list("state", "not_before")
    assert list(states) == [(DONE, NOW + timedelta(hours=2)), (WAITING, clock.at)]


def test_what_cannot_be_done_says_why_and_is_not_tried_again(nora, clock):
    ask(nora, REFUSED)

    work_off_due(clock=clock)
    clock.move(days=1)

    assert work_off_due(clock=clock) == 0
    job = Job.objects.get()
    assert job.state == FAILED
    assert json.loads(job.error) == ["This cannot be done", "as it is", "Leave it."]


def test_a_fault_is_met_again_later_then_fails_and_names_nobody(nora, clock):
    ask(nora, FAULTY)
    work_off_due(clock=clock)
    job = Job.objects.get()
    assert (job.state, job.not_before) == (WAITING, NOW + timedelta(seconds=30))
    assert "ValueError, kinds.py:" in job.error

    clock.move(seconds=30)
    work_off_due(clock=clock)

    job.refresh_from_db()
    assert (job.state, job.attempts) == (FAILED, 2)
    assert "patient" not in job.error


def test_a_job_whose_heart_stopped_is_taken_by_another_and_counts_once(nora, clock):
    ask(nora)
    slow = take(now=clock(), kinds=ALL)
    assert take(now=clock(), kinds=ALL) is None
    clock.move(seconds=JUST_STALE.seconds)

    assert work_off_due(clock=clock) == 1

    with pytest.raises(Overtaken):
        too_late(nora, slow)
    assert counted(nora) == 1
    assert not operations.beat(job=slow, now=clock())


@transaction.atomic
def too_late(person, job):
    person.travel_minutes = 99
    person.save(update_fields=["travel_minutes"])
    operations.finish(job=job, now=NOW)


def test_a_job_that_stops_its_worker_each_time_ends_as_failed(nora, clock):
    ask(nora, FAULTY)
    for _ in range(FAULTY.attempts):
        assert take(now=clock(), kinds=ALL)
        clock.move(seconds=JUST_STALE.seconds)

    assert take(now=clock(), kinds=ALL) is None
    assert Job.objects.get().state == FAILED


def test_a_job_of_a_kind_that_this_version_does_not_know_is_left_alone(nora, clock):
    enqueue(owner=nora, kind="of a newer version", now=NOW)

    assert work_off_due(clock=clock) == 0
    assert Job.objects.get().state == WAITING


def test_what_is_stopped_has_no_effect(nora, clock):
    job = ask(nora)
    taken = take(now=clock(), kinds=ALL)

    assert cancel(viewer=nora, pk=job.pk, now=NOW)
    assert not cancel(viewer=nora, pk=job.pk, now=NOW)

    with pytest.raises(Overtaken):
        operations.finish(job=taken, now=clock())
    assert Job.objects.get().state == CANCELLED


def test_a_program_that_is_closed_gives_its_job_back(nora, clock):
    ask(nora, FAULTY)
    is_stopping = threading.Event()
    is_stopping.set()

    run_next(clock=clock, kinds=ALL, is_stopping=is_stopping)

    job = Job.objects.get()
    assert (job.state, job.attempts, job.error) == (WAITING, 0, "")


def test_a_failed_job_is_run_again_by_its_owner_alone(nora, omar, clock):
    failed = ask(nora, REFUSED)
    work_off_due(clock=clock)

    for operation in (run_again, cancel):
        with pytest.raises(NoSuchJob):
            operation(viewer=omar, pk=failed.pk, now=NOW)
    again = run_again(viewer=nora, pk=failed.pk, now=NOW)

    assert again.state == WAITING
    assert not jobs_of(viewer=omar).exists()
    work_off_due(clock=clock)
    assert list(jobs_of(viewer=nora)) == [again]  # of those that ended the last stays


def test_with_a_person_go_their_jobs(nora, omar, clock):
    ask(nora, key="a", arguments={"seconds": 0})
    ask(omar)
    taken = take(now=clock(), kinds=ALL)

    delete_everything(viewer=nora)

    assert list(Job.objects.values_list("owner", flat=True)) == [omar.pk]
    with pytest.raises(Overtaken):
        operations.finish(job=taken, now=clock())


STEPS = st.lists(
    st.sampled_from(["ask", "take", "finish", "fail", "beat", "stop", "again", "wait"]),
    max_size=25,
)


class TestAnyCourse(TestCase):
    """Whatever comes after what: one live job of a key, an effect for each end."""

    @settings(max_examples=25)
    @given(STEPS)
    def test_of_a_key_one_is_live_and_each_end_counts_once(self, steps):
        kinds.register(COUNTED)
        clock, held, ended = Clock(), [], []
        nora = add_person(sign_in_name="nora", now=NOW)
        for step in steps:
            ended += _step(step, nora, clock, held)
            live = Job.objects.filter(state__in=LIVE)
            assert live.count() <= 1
            leases = {x.lease for x in live if x.state == RUNNING}
            mine = [x for x in held if operations.beat(job=x, now=clock())]
            assert {x.lease for x in mine} == leases
        assert len(ended) == len(set(ended))


def _step(step, nora, clock, held) -> list[str]:
    """Take a step; return the lease with which a job ended, with its effect."""
    last = Job.objects.order_by("pk").last()
    if step == "ask":
        enqueue(owner=nora, kind=COUNTED.name, now=clock())
    elif step == "take":
        held += filter(None, [take(now=clock(), kinds=ALL)])
    elif step == "wait":
        clock.move(seconds=JUST_STALE.seconds)
    elif step == "stop" and last:
        cancel(viewer=nora, pk=last.pk, now=clock())
    elif step == "again" and last:
        run_again(viewer=nora, pk=last.pk, now=clock())
    elif held and step in {"finish", "fail"}:
        more = {} if step == "finish" else {"where": "here"}
        try:
            getattr(operations, step)(job=held[-1], now=clock(), **more)
        except Overtaken:
            return []
        return [held[-1].lease] if step == "finish" else []
    return []
