"""A row of every table that belongs to somebody, so that none is forgotten later."""

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.apps import apps
from django.db import models

from plait.accounts.audit.notes import note
from plait.accounts.invitations import invite
from plait.accounts.models import AuditEntry, AuditHead, AuditLink, Owner, Person
from plait.accounts.operations import make_link
from plait.accounts.sign_ins import note_sign_in
from plait.book.models import Book, Role
from plait.domain.audit import Act
from plait.jobs.operations import enqueue
from tests.book.test_constraints import Rows
from tests.several.conftest import NOW


def fill(person: Person, role: Role) -> list[type[models.Model]]:
    """Give the person a row of every table that can point to them; return the tables."""
    _account_of(person)
    rows = Rows(person, role)
    pointing = [
        kind
        for kind in apps.get_models()
        if any(f.related_model in {Person, Owner} for f in kind._meta.fields)
        and kind is not Person
    ]
    for kind in pointing:
        if not _of(kind, person).exists():
            kind._base_manager.create(**_values(kind, person, rows))
    SocialToken.objects.create(
        account=SocialAccount.objects.get(user=person), token="t"
    )
    return [*pointing, EmailConfirmation, SocialToken]


def _of(kind: type[models.Model], person: Person) -> models.QuerySet[Any]:
    fields = [f.name for f in kind._meta.fields if f.related_model in {Person, Owner}]
    return kind._base_manager.filter(**{fields[0]: person.pk})


def _account_of(person: Person) -> None:
    """What signing in and looking after a server leaves."""
    make_link(person=person, now=NOW)
    note_sign_in(person=person, session_key="a key", now=NOW, agent="Firefox")
    invite(viewer=person, email="b@example.org", language="en", now=NOW)
    invite(viewer=None, email="marit@example.org", language="en", now=NOW)
    enqueue(owner=person, kind="calendar", arguments={"about": "Marit"}, now=NOW)
    note(owner=person, act=Act.EXPORTED, now=NOW)
    address, _ = EmailAddress.objects.get_or_create(
        user=person, email="marit@example.org"
    )
    EmailConfirmation.objects.create(email_address=address, key="k", sent=NOW)
    Authenticator.objects.create(user=person, type="totp", data={"secret": "s"})


def _values(kind: type[models.Model], person: Person, rows: Rows) -> dict[str, Any]:
    if kind in {AuditHead, AuditLink, AuditEntry}:
        return rows.of(kind)
    try:
        return rows.of(kind)
    except KeyError:
        return _any_values(kind, person)


def _any_values(kind: type[models.Model], person: Person) -> dict[str, Any]:
    """Return something for each field that asks for it; references are not known."""
    made: dict[str, Any] = {}
    for field in kind._meta.concrete_fields:
        if (
            field.related_model is Owner
            or (kind is Book and field.name == "owner")
            or field.related_model is Person
        ):
            made[field.attname] = person.pk
        elif field.related_model:
            above = field.related_model._base_manager.filter(owner=person.pk).first()
            if above or not field.null:
                made[field.name] = above
        elif not (field.primary_key or field.has_default() or field.null):
            made[field.name] = _any_value(field)
    return made


def _any_value(field: models.Field) -> Any:
    if field.choices:
        return field.choices[0][0]
    for kind, value in (
        (models.DateTimeField, NOW),
        (models.DateField, date(2026, 12, 1)),
        (models.BooleanField, False),
        (models.JSONField, {}),
        (models.BinaryField, b"a"),
        (models.UUIDField, "12345678123456781234567812345678"),
        (models.CharField, "a"),
        (models.TextField, "a"),
    ):
        if isinstance(field, kind):
            return value
    return 1
