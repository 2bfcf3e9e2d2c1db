"""What Marit shows by a signed file and by a link, and what comes back."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from plait.accounts.models import Envelope, Letter, Look, SentFile, Share, ShareLink
from plait.accounts.operations import change_person
from plait.accounts.sharing.operations import end_share
from plait.accounts.signing.known import ChangedKey, ReplacedKey
from plait.accounts.signing.own import replace_key
from plait.domain.errors import PlaitError
from plait.domain.sharing import Choice, SliceKind
from plait.exchange.audience import FileOver, FromLater, NotForYou
from plait.exchange.files import ended_file, share_file
from plait.exchange.letters import NoFileOfYours, letter_file
from plait.exchange.shares import ShareTerms, share
from plait.exchange.taking_in import NotTheGiver, Older, take_in
from plait.formats.signed import Kind
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.several.conftest import account


def given(marit, *, by_mail=False, email="", days=100) -> Share:
    change_person(viewer=marit, capacity_minutes=40 * 60)
    terms = ShareTerms(
        kind=SliceKind.AVAILABILITY,
        choice=Choice(),
        name="Kim, my coach",
        until=clock.today() + timedelta(days=days),
        by_mail=by_mail,
        email=email,
    )
    return share(viewer=marit, terms=terms, today=clock.today(), now=clock.now())


def file_of(marit, one, after=timedelta()) -> bytes:
    return share_file(
        viewer=marit,
        share_uuid=one.uuid,
        today=clock.today(),
        now=clock.now() + after,
    )


def brought(viewer, content, *, days=0, code=""):
    return take_in(
        viewer=viewer,
        content=content,
        today=clock.today() + timedelta(days=days),
        now=clock.now() + timedelta(days=days),
        code=code,
    )


def client_of(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def post_file(client, content):
    file = SimpleUploadedFile("marit.plait", content)
    return client.post(reverse("bring_in"), {"file": file}, follow=True)


def test_a_file_is_brought_in_and_a_letter_goes_back(marit, sofie):
    one = given(marit)
    giver, receiver = client_of(marit), client_of(sofie)

    file = giver.post(reverse("give_file", args=[one.uuid]))
    page = post_file(receiver, file.content)
    letter = receiver.post(reverse("give_letter", args=[one.uuid]))
    back = post_file(giver, letter.content)

    assert file["Content-Disposition"].endswith('.plait"')
    text = page.content.decode()
    assert "a week free" in text
    assert "Their signature is new to you" in text
    assert "It was made for Kim, my coach." in text
    assert "Sofie has your file." in back.content.decode()
    assert Look.objects.get().name == "Kim, my coach"

    again = receiver.post(reverse("give_letter", args=[one.uuid]))
    post_file(giver, again.content)
    post_file(giver, letter.content)
    assert Letter.objects.count() == Look.objects.count() == 1


def test_a_file_comes_once_and_none_from_before_comes_back(marit, sofie):
    one = given(marit)
    first, second = file_of(marit, one), file_of(marit, one, timedelta(seconds=1))

    brought(sofie, first)
    brought(sofie, first)
    brought(sofie, second)

    assert Envelope.objects.filter(owner=sofie.pk).count() == 1
    with pytest.raises(Older):
        brought(sofie, first)
    end_share(viewer=marit, share_uuid=one.uuid, now=clock.now())
    with pytest.raises(Older):
        brought(sofie, second)


def test_on_another_server_the_file_that_ends_it_is_brought_in_too(marit, sofie):
    one = given(marit)
    file = file_of(marit, one)
    end_share(viewer=marit, share_uuid=one.uuid, now=clock.now())
    ending = ended_file(viewer=marit, share_uuid=one.uuid, now=clock.now())
    # There neither the consent nor what was sent is known.
    Share.objects.all().delete()

    brought(sofie, file)
    brought(sofie, ending)

    held = Envelope.objects.get(owner=sofie.pk)
    assert (held.content, held.giver_name, held.signature) == (b"", "", "")
    assert (
        "Marit" not in client_of(sofie).get(reverse("received_list")).content.decode()
    )
    with pytest.raises(Older):
        brought(sofie, file)


@pytest.mark.parametrize(
    ("options", "days", "fault"),
    [
        ({"email": "sofie@example.org"}, 0, None),
        ({"email": "kim@example.org"}, 0, NotForYou),
        ({}, 101, FileOver),
        ({}, -2, FromLater),
    ],
)
def test_whom_a_file_is_for_and_until_when_is_looked_at(
    marit, sofie, options, days, fault
):
    file = file_of(marit, given(marit, **options))

    if fault is None:
        assert brought(sofie, file, days=days).kind is Kind.SHARE
        return
    with pytest.raises(fault):
        brought(sofie, file, days=days)
    assert not Envelope.objects.exists()


def test_a_stolen_key_is_worth_nothing_any_more(marit, sofie):
    one = given(marit)
    old = file_of(marit, one)
    brought(sofie, old)
    replace_key(viewer=marit, is_stolen=True, now=clock.now())
    new = file_of(marit, one, timedelta(seconds=1))

    with pytest.raises(ChangedKey) as asked:
        brought(sofie, new)
    with pytest.raises(ReplacedKey):
        brought(sofie, old)
    page = post_file(client_of(sofie), new).content.decode()
    assert "signs with another key than before" in page
    assert asked.value.code not in page
    brought(sofie, new, code=asked.value.code)


def test_nobody_shows_or_answers_in_the_place_of_another(marit, sofie):
    thief = account("Thief")
    one = given(marit)
    brought(sofie, file_of(marit, one))
    letter = letter_file(
        viewer=sofie, share_uuid=one.uuid, today=clock.today(), now=clock.now()
    )
    forged = given(thief)
    Share.objects.filter(pk=forged.pk).update(uuid=one.uuid)
    stolen = file_of(thief, Share.objects.get(pk=forged.pk))

    for reader, content in ((sofie, stolen), (sofie, letter), (thief, letter)):
        with pytest.raises(PlaitError):
            brought(reader, content)
    with pytest.raises(NotTheGiver):
        brought(sofie, stolen)
    with pytest.raises(NotForYou):
        brought(thief, letter)


def test_a_letter_about_another_file_says_nothing(marit, sofie):
    one = given(marit)
    brought(sofie, file_of(marit, one))
    letter = letter_file(
        viewer=sofie, share_uuid=one.uuid, today=clock.today(), now=clock.now()
    )
    SentFile.objects.update(sha256="0" * 64)

    with pytest.raises(NoFileOfYours):
        brought(marit, letter)
    assert not Look.objects.exists()


def link_of(message) -> str:
    return re.search(r"https?://\S+/shown-by-link/\S+", message.body)[0]


def path_of(message) -> str:
    return "/shown-by-link/" + link_of(message).split("/shown-by-link/")[1]


@pytest.fixture
def linked(marit):
    """Something shown to an address that nobody has here; its link."""
    one = given(marit, by_mail=True, email="kim@example.com")
    work_off_due(clock=clock.now)
    return one, path_of(mail.outbox[0])


def test_a_link_shows_the_slice_after_a_press_and_notes_the_look(linked):
    _one, path = linked
    client = Client()

    closed = client.get(path)
    client.head(path)
    assert "Marit shows you something." in closed.content.decode()
    assert "a week free" not in closed.content.decode()
    assert not Look.objects.exists()

    page = client.post(path)
    assert "a week free" in page.content.decode()
    assert Look.objects.get().name == "Kim, my coach"
    assert "noindex" in page["X-Robots-Tag"]
    assert "no-store" in page["Cache-Control"]
    assert not client.session.keys()
    # Neither the mail nor the database tells what opens it, or what of.
    assert "Marit" not in mail.outbox[0].subject
    token = path.split("/")[2]
    link = ShareLink.objects.get()
    assert token not in str(vars(link))
    assert token not in str([vars(job) for job in Job.objects.all()])
    assert mail.outbox[0].to == ["kim@example.com"]


def test_a_link_ends_with_what_it_shows_and_with_the_next_link(marit, linked):
    one, path = linked
    client = Client()
    later = clock.now() - timedelta(minutes=11)
    Share.objects.update(made_at=later)
    ShareLink.objects.update(made_at=later)

    giver = client_of(marit)
    giver.post(reverse("mail_again", args=[one.uuid]))
    work_off_due(clock=clock.now)
    newer = path_of(mail.outbox[1])

    assert client.get(path).status_code == 404
    assert client.post(newer).status_code == 200
    end_share(viewer=marit, share_uuid=one.uuid, now=clock.now())
    answers = [client.get(newer), client.post(newer), client.get(newer[:-3] + "x/")]
    assert {answer.status_code for answer in answers} == {404}
    assert not Envelope.objects.exclude(payload=b"").exists()


def test_a_link_of_somebody_suspended_shows_nothing(marit, linked):
    marit.is_active = False
    marit.save()

    assert Client().post(linked[1]).status_code == 404


def test_links_are_not_tried_out(linked):
    client = Client()

    answers = [client.post(f"/shown-by-link/{n}/").status_code for n in range(61)]

    assert answers == [404] * 60 + [429]
    assert client.post(linked[1]).status_code == 429


def test_a_giver_cannot_tell_who_has_an_account_here(marit, sofie):
    there = given(marit, by_mail=True, email="sofie@example.org")
    elsewhere = given(marit, by_mail=True, email="kim@example.com")
    work_off_due(clock=clock.now)
    Share.objects.update(made_at=clock.now() - timedelta(minutes=11))
    ShareLink.objects.update(made_at=clock.now() - timedelta(minutes=11))
    client = client_of(marit)

    for _ in range(2):
        pages = [
            client.post(reverse("mail_again", args=[one.uuid]), follow=True)
            for one in (there, elsewhere)
        ]
        texts = [re.sub(r"[0-9a-f-]{36}", "", p.content.decode()) for p in pages]
        found = [re.search(r"A mail (is on its way|was asked)", t)[0] for t in texts]
        assert found[0] == found[1]
