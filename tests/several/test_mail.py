"""Mail over a real SMTP server: what it says, whom it reaches, what becomes of faults."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage

from plait.accounts.mailing.choices import post
from plait.accounts.mailing.refusals import refusal_of
from plait.accounts.models import Person
from plait.domain.mail import MailKind
from plait.jobs.models import Job
from plait.jobs.worker import work_off_due
from plait.web import clock
from tests.servers.smtp import use
from tests.several.conftest import NOW


def shown(person: Person, key: str = "1") -> Job:
    """A mail to somebody, as the change asks for it that it is about."""
    post(owner=person.pk, kind=MailKind.SHARED, key=key, by="Nora", now=NOW)
    return Job.objects.get(owner=person, kind="chosen-mail", key=f"shared-{key}")


def work_off(later: timedelta = timedelta()) -> None:
    work_off_due(clock=lambda: NOW + later)


def test_a_mail_goes_out_once_as_text_and_html(smtp, marit):
    shown(marit)
    work_off()

    [message] = smtp.messages
    text = message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert smtp.recipients == [["marit@example.org"]]
    assert message["Subject"] == "You are shown something in Plait"
    assert message["From"] == "Plait <plait@localhost>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Nora shows you something" in text
    assert "Nora shows you something" in html
    assert "src=" not in html


def test_a_mail_that_is_sent_again_after_a_kill_has_the_same_id(
    smtp, marit, monkeypatch
):
    job, send = shown(marit), EmailMessage.send

    def sent_and_killed(message) -> None:
        send(message)
        monkeypatch.undo()
        # Another takes it: what the first one would note is refused.
        Job.objects.filter(pk=job.pk).update(lease="", state="waiting")

    monkeypatch.setattr(EmailMessage, "send", sent_and_killed)
    work_off()

    first, second = smtp.messages
    assert first["Message-ID"] == second["Message-ID"]
    assert str(job.pk) in first["Message-ID"]
    assert Job.objects.get(pk=job.pk).state == "done"


def test_a_server_that_is_busy_is_asked_again_later(smtp, marit):
    smtp.at_data = ["451 4.3.0 Try again", "break off"]
    job = shown(marit)
    for minutes in (0, 1, 5):
        work_off(timedelta(minutes=minutes))

    assert len(smtp.messages) == 1
    assert refusal_of(owner=marit.pk, email="marit@example.org") is None
    assert Job.objects.get(pk=job.pk).attempts == 3


@pytest.mark.parametrize(
    ("at_recipient", "at_data", "is_noted"),
    [
        ("550 5.1.1 No such user", None, True),
        ("550 Unknown", None, True),
        (None, "552 5.2.2 Mailbox full", True),
        ("554 5.7.1 Relay access denied", None, False),
        (None, "554 5.7.1 Spam", False),
    ],
)
def test_an_address_that_is_refused_gets_nothing_more(
    smtp, marit, at_recipient, at_data, is_noted
):
    smtp.at_recipient, smtp.at_data = [at_recipient], [at_data]
    job = shown(marit)
    work_off()
    shown(marit, "2")
    work_off()

    assert Job.objects.get(pk=job.pk).state == "failed"
    refusal = refusal_of(owner=marit.pk, email="marit@example.org")
    assert bool(refusal) is is_noted
    assert len(smtp.messages) == (0 if is_noted else 1)


def test_who_is_refused_confirms_by_a_mail_they_ask_for(client, smtp, marit):
    smtp.at_recipient = ["550 5.1.1 No such user"]
    shown(marit)
    work_off()
    client.force_login(marit)
    page = client.get("/settings/mail/").content.decode()
    assert "Mail to marit@example.org came back" in page

    client.post("/settings/mail/ask/")
    work_off_due(clock=clock.now)
    text = smtp.messages[0].get_body(("plain",)).get_content()
    [link] = [word for word in text.split() if "/mail/confirm/" in word]
    path = link.removeprefix("http://localhost")
    client.logout()
    client.get(path)
    assert refusal_of(owner=marit.pk, email="marit@example.org")  # looking confirms not
    client.post(path)

    assert refusal_of(owner=marit.pk, email="marit@example.org") is None


def test_nothing_goes_to_who_is_suspended_or_left(smtp, marit, sofie):
    shown(marit)
    shown(sofie)
    Person.objects.filter(pk=marit.pk).update(is_active=False)
    sofie.delete()
    work_off()

    assert smtp.messages == []


def test_a_connection_is_encrypted_where_the_setting_says_so(settings, marit, tmp_path):
    from tests.servers.smtp import Inbox, encrypted

    with encrypted(Inbox(), tmp_path) as (inbox, port, trusted):
        use(settings, f"smtp://localhost:{port}")
        job = shown(marit)
        work_off()
        error = Job.objects.get(pk=job.pk).error
        assert "certificate" in error  # it is of nobody whom this machine trusts

        with trusted():
            work_off(timedelta(minutes=1))
    assert inbox.was_encrypted == [True]


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("smtp+plain://127.0.0.1:9", "No mail server answers at this port"),
        ("smtp://127.0.0.1:{port}", "does not offer what PLAIT_MAIL asks for"),
        ("smtps://127.0.0.1:{port}", "speaks no TLS at this port"),
        ("smtp+plain://nobody.invalid", "There is no mail server of this name"),
    ],
)
def test_a_setting_that_is_wrong_is_named(settings, smtp, marit, address, what):
    use(settings, address.format(port=settings.EMAIL_PORT))
    job = shown(marit)
    work_off()

    waiting = Job.objects.get(pk=job.pk)
    assert (waiting.state, waiting.attempts) == ("waiting", 1)
    assert what in waiting.error


def test_a_server_that_does_not_answer_holds_nobody_up(settings, marit):
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        use(settings, f"smtp+plain://127.0.0.1:{silent.getsockname()[1]}")
        settings.EMAIL_TIMEOUT = 0.2
        job = shown(marit)
        work_off()

    assert "takes too long" in Job.objects.get(pk=job.pk).error
