"""All mails, in both languages: their subjects, their looks, and allauth's."""

from datetime import timedelta
from pathlib import Path

import allauth
import pytest
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation

import plait.mail
from plait.accounts.mailing.account_mail import send_later
from plait.accounts.mailing.choices import choose_mail, post
from plait.accounts.mailing.refusals import ask_address
from plait.accounts.mailing.trial import try_mail
from plait.accounts.operations import change_person
from plait.accounts.stewardship import INVITATION_MAIL
from plait.book.operations.roles import add_role
from plait.domain.mail import MailChoice, MailKind
from plait.jobs.models import Job
from plait.jobs.operations import enqueue
from plait.jobs.worker import work_off_due
from plait.mail.account import LETTERS
from tests.roles import new_role
from tests.several.conftest import NOW

ROLE, EMPLOYER, PERSON = "Kwartelkoning", "Reigerhof 1987", "Nora 42 Vermeer"
TEMPLATES = sorted(
    path.stem
    for path in (Path(plait.mail.__file__).parent / "templates/mail").glob("*.html")
    if path.stem not in {"base", "button"}
)


def every_mail(person, steward, language: str) -> list:
    """Send every mail there is to somebody with a telling book."""
    change_person(viewer=person, language=language, name=PERSON)
    for kind in MailKind:
        choose_mail(viewer=person, choice=MailChoice(kind, is_on=True), now=NOW)
    post(owner=person.pk, kind=MailKind.SHARED, key="1", by=PERSON, now=NOW)
    post(owner=person.pk, kind=MailKind.WEEK, key="1", now=NOW)
    ask_address(viewer=person, now=NOW)
    from plait.accounts.invitations import invite

    one = invite(viewer=steward, email="a@b.nl", language=language, now=NOW)
    arguments = {"invitation": one.pk}
    enqueue(owner=None, kind=INVITATION_MAIL, arguments=arguments, now=NOW)
    said = {"code": "AB12-CD34", "password_reset_url": "http://localhost/x/"}
    for prefix in LETTERS:
        send_later(
            prefix=prefix,
            email="marit@example.org",
            context={**said, "activate_url": "http://localhost/y/", "user": person},
            language=language,
            now=NOW,
        )
    with translation.override(language):
        try_mail(email="ada@b.nl", language=language, clock=lambda: NOW)
    work_off_due(clock=lambda: NOW)
    return mail.outbox


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_subject_says_whose_which_or_how_much(marit, sofie, language):
    add_role(viewer=marit, role=new_role(ROLE, organisation=EMPLOYER))
    sent = every_mail(marit, sofie, language)

    assert len(sent) > len(LETTERS)
    for message in sent:
        [(html, kind)] = message.alternatives
        subject = message.subject
        assert not any(sign.isdigit() for sign in subject), subject
        for secret in (*ROLE.split(), *EMPLOYER.split(), *PERSON.split()):
            assert secret not in subject
        assert kind == "text/html"
        assert f'<html lang="{language}">' in html
        for what in ("<img", "src=", "url(", "@import", "<script", "<link"):
            assert what not in html
        assert "&#39;" not in message.body


def test_each_mail_of_allauth_has_words_of_ours():
    folder = Path(allauth.__file__).parent / "templates"
    theirs = {
        path.relative_to(folder).as_posix().removesuffix("_subject.txt")
        for room in ("account", "mfa")
        for path in folder.glob(f"{room}/email/*_subject.txt")
    }

    assert theirs == set(LETTERS)


def test_a_code_is_sealed_until_it_is_sent_and_forgotten_then(marit):
    send_later(
        prefix="account/email/login_code",
        email="marit@example.org",
        context={"code": "AB12-CD34", "user": marit},
        language="nl",
        now=NOW,
    )
    assert "AB12" not in str(Job.objects.values())

    work_off_due(clock=lambda: NOW)
    [message] = mail.outbox
    assert "AB12-CD34" in message.body
    assert message.subject == "Je code voor Plait"
    assert Job.objects.get(owner=marit).arguments == {}


def test_a_code_that_ran_out_is_not_sent(marit):
    send_later(
        prefix="account/email/login_code",
        email="marit@example.org",
        context={"code": "AB12-CD34", "user": marit},
        language="nl",
        now=NOW,
    )
    work_off_due(clock=lambda: NOW + timedelta(hours=1))

    assert mail.outbox == []


def test_who_forgot_a_password_gets_a_link_that_works(client, marit):
    client.post("/account/password/reset/", {"email": "marit@example.org"})
    from plait.web import clock

    work_off_due(clock=clock.now)
    [message] = mail.outbox
    [link] = [one for one in message.body.split() if "/password/reset/key/" in one]

    assert client.get(link.removeprefix("http://localhost")).status_code == 302


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_mail_says_the_same_as_text(name):
    with translation.override("nl"):
        for ending in ("txt", "html"):
            values = {"server": "http://localhost", "language": "nl"}
            assert "http://localhost" in render_to_string(
                f"mail/{name}.{ending}", values
            )
