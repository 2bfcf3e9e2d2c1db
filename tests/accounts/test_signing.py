"""Keys: made silently, one in use, known to others by what they saw first."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from plait.accounts.models import KnownKey, Person, SigningKey
from plait.accounts.sealing import CannotUnseal
from plait.accounts.signing.known import (
    ChangedKey,
    KeySeen,
    OwnFile,
    ReplacedKey,
    known_keys,
    note_revoked,
    recognise,
)
from plait.accounts.signing.own import own_keys, replace_key, sign
from plait.formats.signed import Kind, fingerprint, opened, read

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)


def person(name: str) -> Person:
    one = Person(sign_in_name=name.lower(), name=name, created_at=NOW)
    one.save()
    return one


def said(by: Person):
    """A statement of somebody, as it arrives."""
    file = sign(
        viewer=by,
        kind=Kind.SHARE,
        audience="everybody",
        content=b"{}",
        expires_on=date(2027, 6, 30),
        now=NOW,
    )
    return read(opened(file))


@pytest.fixture
def nora(db):
    return person("Nora")


@pytest.fixture
def omar(db):
    return person("Omar")


def seen(omar: Person, statement, **options):
    note_revoked(viewer=omar, statement=statement, now=NOW)
    return recognise(viewer=omar, statement=statement, now=NOW, **options)


def test_the_first_signature_makes_the_key_and_the_next_uses_it(nora):
    first, second = said(nora), said(nora)

    assert first.sender == second.sender
    assert first.sender.name == "Nora"
    assert len(own_keys(viewer=nora)) == 1


def test_the_private_half_stands_sealed_and_for_its_owner_alone(nora, omar):
    said(nora)
    key = SigningKey.objects.get()
    assert key.sealed.startswith("s1:")

    SigningKey.objects.update(owner=omar)

    with pytest.raises(CannotUnseal):
        said(omar)


def test_a_key_is_believed_when_first_seen_and_then_the_same(nora, omar):
    assert seen(omar, said(nora)) is KeySeen.FIRST
    assert seen(omar, said(nora)) is KeySeen.SAME
    assert [one.name for one in known_keys(viewer=omar)] == ["Nora"]
    assert not known_keys(viewer=nora)


def test_somebody_else_of_a_known_name_is_said_to_be_another(nora, omar):
    seen(omar, said(nora))
    other = person("nora2")
    other.name = "NORA"

    assert seen(omar, said(other)) is KeySeen.NAMESAKE


def test_a_replaced_key_names_the_next_and_signs_no_more(nora, omar):
    old = said(nora)
    seen(omar, old)
    replace_key(viewer=nora, is_stolen=False, now=NOW)
    replace_key(viewer=nora, is_stolen=False, now=NOW)

    assert seen(omar, said(nora)) is KeySeen.FOLLOWS
    with pytest.raises(ReplacedKey):
        seen(omar, old)
    assert len(own_keys(viewer=nora)) == 3
    assert KnownKey.objects.filter(owner=omar.pk, ended_at=None).count() == 1
    assert SigningKey.objects.exclude(sealed="").count() == 1


def test_after_a_theft_only_a_code_that_was_compared_is_believed(nora, omar):
    old = said(nora)
    seen(omar, old)
    replace_key(viewer=nora, is_stolen=True, now=NOW)
    new = said(nora)

    with pytest.raises(ChangedKey) as refused:
        seen(omar, new)
    # That the old one is worth nothing is known from now on.
    with pytest.raises(ReplacedKey):
        seen(omar, old)
    with pytest.raises(ChangedKey):
        seen(omar, new, confirmed="0000")
    assert refused.value.code == fingerprint(new.sender.key)
    assert seen(omar, new, confirmed=refused.value.code.upper()) is KeySeen.CONFIRMED
    assert seen(omar, said(nora)) is KeySeen.SAME


def test_nobody_takes_the_number_of_another(nora, omar):
    seen(omar, said(nora))
    thief = person("thief")
    said(thief)
    SigningKey.objects.filter(owner=thief.pk).update(
        number=SigningKey.objects.get(owner=nora.pk).number
    )

    with pytest.raises(ChangedKey):
        seen(omar, replace(said(thief), former=said(nora).former))


def test_one_s_own_file_is_said_to_be_one_s_own(nora):
    with pytest.raises(OwnFile):
        seen(nora, said(nora))


def test_a_key_that_was_sealed_elsewhere_can_be_replaced(nora, omar):
    seen(omar, said(nora))
    SigningKey.objects.update(sealed="")
    with pytest.raises(CannotUnseal):
        said(nora)

    replace_key(viewer=nora, is_stolen=False, now=NOW)

    with pytest.raises(ChangedKey):
        seen(omar, said(nora))
