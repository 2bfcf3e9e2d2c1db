"""Mail that comes back later, and trying the mail server by a command."""

import pytest
from click.testing import CliRunner
from django.core import mail

from plait.accounts.invitations import invite
from plait.accounts.mailing.bounces import note_bounce
from plait.accounts.mailing.choices import post
from plait.accounts.mailing.refusals import refusal_of
from plait.accounts.models import Invitation
from plait.cli.main import main
from plait.domain.mail import MailKind
from plait.jobs.operations import enqueue
from plait.jobs.worker import work_off_due
from tests.several.conftest import NOW

NOTICE = """\
From: MAILER-DAEMON@mx.example.net
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=b"

--=b
Content-Type: text/plain

I am sorry to have to inform you.

--=b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Tue, 1 Dec 2026 09:00:00 +0000

Final-Recipient: rfc822; marit@example.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} user unknown

--=b
Content-Type: message/rfc822

Subject: You are shown something in Plait

--=b--
"""


def notice(to: str, action: str = "failed", status: str = "5.1.1") -> bytes:
    return NOTICE.format(to=to, action=action, status=status).encode()


@pytest.fixture
def came_from(settings, smtp, marit):
    """The address that a mail to Marit comes back to."""
    settings.MAIL_BOUNCES = "bounces@example.org"
    post(owner=marit.pk, kind=MailKind.SHARED, key="1", by="Nora", now=NOW)
    work_off_due(clock=lambda: NOW)
    [sender] = smtp.senders
    return sender


def is_refused(person) -> bool:
    return refusal_of(owner=person.pk, email="marit@example.org") is not None


def test_a_mail_that_comes_back_stops_all_others(came_from, marit, smtp):
    answer = CliRunner().invoke(main, ["bounce"], input=notice(came_from))
    post(owner=marit.pk, kind=MailKind.SHARED, key="2", by="Nora", now=NOW)
    work_off_due(clock=lambda: NOW)

    assert answer.exit_code == 0, answer.output
    assert is_refused(marit)
    assert len(smtp.messages) == 1


def test_a_mail_server_may_say_whom_it_brings_it_to(came_from, marit):
    written = notice("somebody@example.org")

    assert note_bounce(written, recipient=came_from.upper(), now=NOW)
    assert is_refused(marit)


@pytest.mark.parametrize(
    ("action", "status"),
    [("delayed", "4.4.1"), ("failed", "4.4.7"), ("relayed", "2.1.5")],
)
def test_what_is_only_late_is_let_go(came_from, marit, action, status):
    assert not note_bounce(notice(came_from, action, status), now=NOW)
    assert not is_refused(marit)


def test_what_is_made_up_is_let_go(came_from, marit, sofie):
    other = came_from.replace(f"p{marit.pk}-", f"p{sofie.pk}-")
    made_up = [other, came_from[:-14] + "aa@example.org", "bounces@example.org"]

    for address in made_up:
        assert not note_bounce(notice(address), now=NOW)
    for text in (
        b"",
        b"\xff\x00",
        b"Content-Type: multipart/report\n\n",
        b"To: <" * 999,
    ):
        assert not note_bounce(text, recipient=came_from, now=NOW)
    assert not is_refused(marit)


def test_an_invitation_that_comes_back_says_so_to_the_steward(
    client, settings, smtp, sofie
):
    settings.MAIL_BOUNCES = "bounces@example.org"
    invited = invite(viewer=sofie, email="anna@example.org", language="en", now=NOW)
    arguments = {"invitation": invited.pk}
    enqueue(owner=None, kind="invitation-mail", arguments=arguments, now=NOW)
    work_off_due(clock=lambda: NOW)
    assert note_bounce(notice(smtp.senders[0]), now=NOW)

    assert Invitation.objects.get().refused_at == NOW


def test_trying_the_mail_server_says_what_took_it_or_what_is_wrong(smtp, settings, db):
    answer = CliRunner().invoke(main, ["mail", "try", "ada@example.org"])
    assert "127.0.0.1 took it" in answer.output
    assert smtp.recipients == [["ada@example.org"]]

    settings.EMAIL_PORT = 9
    answer = CliRunner().invoke(main, ["mail", "try", "ada@example.org"])
    assert answer.exit_code == 2
    assert "No mail server answers at this port: 127.0.0.1:9." in answer.output


def test_a_folder_takes_each_mail_as_a_file(settings, tmp_path, db):
    settings.EMAIL_BACKEND = "plait.mail.folder.FolderBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    answer = CliRunner().invoke(main, ["mail", "try", "ada@example.org"])

    [file] = (tmp_path / "mail").iterdir()
    assert str(tmp_path / "mail") in answer.output
    assert file.suffix == ".eml"
    assert file.stat().st_mode & 0o077 == 0
    assert b"Subject: Mail from Plait arrives" in file.read_bytes()
    assert mail.outbox == []
