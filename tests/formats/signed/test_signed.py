"""Signed files: what is taken, and what is refused with which sentence."""

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plait.domain.errors import PlaitError
from plait.formats.signed import fingerprint, opened, read, sealed_with, written
from plait.formats.signed.envelope import MOST_BYTES, PAYLOAD_TYPE, pae
from plait.formats.signed.errors import (
    Changed,
    Malformed,
    NewerKind,
    NotSigned,
    TooLarge,
)
from plait.formats.signed.texts import is_plain, plain
from tests.formats.signed.golden_share import NORA, SEED, SHARE, share_file

GOLDEN = Path(__file__).parent / "golden" / "share-1.plait"
PAYLOAD = written(SHARE)


def signed(**changed) -> bytes:
    """The golden statement with other values, rightly signed by its sender."""
    return sealed_with(SEED, json.dumps(json.loads(PAYLOAD) | changed).encode())


def test_the_same_statement_is_the_same_file_in_every_version():
    assert share_file() == GOLDEN.read_bytes()
    assert read(opened(GOLDEN.read_bytes())) == SHARE


def test_the_encoding_that_is_signed_is_the_one_of_the_standard():
    # The example of DSSE's protocol.md.
    example = pae("http://example.com/HelloWorld", b"hello world")

    assert example == b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"


@given(at=st.integers(0, len(share_file()) - 1), byte=st.integers(0, 255))
def test_no_changed_byte_passes(at, byte):
    held = share_file()
    changed = held[:at] + bytes([byte]) + held[at + 1 :]
    if changed == held:
        return

    with pytest.raises(PlaitError):
        read(opened(changed))


@given(st.binary(max_size=300))
def test_whatever_is_brought_is_refused_with_a_sentence(content):
    for one in (content, sealed_with(SEED, content)):
        with pytest.raises(PlaitError):
            read(opened(one))


def test_a_file_may_come_with_an_end_of_line():
    assert read(opened(GOLDEN.read_bytes() + b"\r\n")) == SHARE


def test_the_spare_bits_of_base64_are_no_place_to_hide():
    # Two bytes more than a multiple of three leave two bits of the last letter.
    file = json.loads(sealed_with(SEED, PAYLOAD + b" " * ((2 - len(PAYLOAD)) % 3)))
    padded = file["payload"]
    other = padded[:-2] + chr(ord(padded[-2]) + 1) + "="
    assert b64decode(other) == b64decode(padded)
    changed = json.dumps(file | {"payload": other}, separators=(",", ":"))

    with pytest.raises(Changed):
        opened(changed.encode())


def test_another_key_cannot_take_the_place_of_the_sender_s():
    other = bytes(32)

    with pytest.raises(Malformed):
        read(opened(sealed_with(other, PAYLOAD)))


def test_a_signature_for_another_type_does_not_fit():
    file = json.loads(share_file())
    file["payloadType"] = PAYLOAD_TYPE.replace("statement", "other")

    with pytest.raises(NewerKind):
        opened(json.dumps(file, separators=(",", ":")).encode())


def test_keys_of_small_order_sign_nothing():
    # The neutral element: its signature of all zeros would fit every text.
    neutral = "01" + "00" * 31
    signature = b64encode(bytes.fromhex(neutral) + bytes(32)).decode()
    file = {
        "payload": b64encode(PAYLOAD).decode(),
        "payloadType": PAYLOAD_TYPE,
        "signatures": [{"keyid": neutral, "sig": signature}],
    }

    with pytest.raises(Changed):
        opened(json.dumps(file, separators=(",", ":")).encode())


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"version": 2}, NewerKind),
        ({"kind": "poem"}, NewerKind),
        ({"version": 0}, Malformed),
        ({"version": "1"}, Malformed),
        ({"more": 1}, Malformed),
        ({"expires_on": "soon"}, Malformed),
        ({"made_at": "2026-12-01T09:00:00"}, Malformed),
        ({"audience": "name:Nora\u202egro.elpmaxe"}, Malformed),
        ({"audience": "name:Nora\x1b[31m"}, Malformed),
        ({"from": {"name": " ", "number": str(NORA.number), "key": NORA.key}}, Malformed),
        ({"content": {"a\u200b": 1}}, Malformed),
        ({"content": json.loads("[" * 20 + "]" * 20)}, Malformed),
        ({"former": ["x"] * 17}, Malformed),
    ],
)  # fmt: skip
def test_what_is_rightly_signed_may_still_be_refused(changed, fault):
    with pytest.raises(fault):
        read(opened(signed(**changed)))


def test_giant_and_deep_files_are_refused_before_they_are_read():
    with pytest.raises(TooLarge):
        opened(b" " * (MOST_BYTES + 1))
    with pytest.raises(TooLarge):
        sealed_with(SEED, bytes(MOST_BYTES))
    with pytest.raises(NotSigned):
        opened(b'{"payload":' * 100_000)
    with pytest.raises(Malformed):
        read(opened(sealed_with(SEED, b"[" * 500_000)))


def test_what_plait_signs_itself_is_made_plain_first():
    turned = replace(NORA, name="Nora\u202e Vos\n")
    held = read(opened(sealed_with(SEED, written(replace(SHARE, sender=turned)))))

    assert held.sender.name == "Nora Vos"


@settings(max_examples=30)
@given(st.text(max_size=20))
def test_a_text_made_plain_is_plain_and_stays(text):
    assert is_plain(plain(text))
    assert plain(plain(text)) == plain(text)


def test_two_people_can_compare_a_key_by_telephone():
    assert fingerprint(NORA.key) == "5647 5aa7 5463 474c 0285 df5d bf2b cab7"
