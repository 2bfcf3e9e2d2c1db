"""What is stored of people and of how they come in."""

from plait.accounts.models.audit import AuditEntry, AuditHead, AuditLink
from plait.accounts.models.devices import KnownDevice
from plait.accounts.models.keys import KnownKey, SigningKey
from plait.accounts.models.letters import Letter, SentFile, ShareLink
from plait.accounts.models.mail import MailChoice, MailRefusal
from plait.accounts.models.owners import Owner
from plait.accounts.models.people import Person, PersonManager
from plait.accounts.models.sharing import Envelope, Look, Share
from plait.accounts.models.sign_in import Invitation, SignIn, SignInLink, SignInTry

__all__ = [
    "AuditEntry",
    "AuditHead",
    "AuditLink",
    "Envelope",
    "Invitation",
    "KnownDevice",
    "KnownKey",
    "Letter",
    "Look",
    "MailChoice",
    "MailRefusal",
    "Owner",
    "Person",
    "PersonManager",
    "SentFile",
    "Share",
    "ShareLink",
    "SignIn",
    "SignInLink",
    "SignInTry",
    "SigningKey",
]
