"""Asking a server one question that it answers in JSON.

Within the bounds of the room: looked up and judged like any address, short, small, and
never led on to another address: a secret may be in the question.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from plait.domain.errors import PlaitError
from plait.network.calendars.address import place_of, plain_address
from plait.network.http_client import HttpClient, Network

_OK = 200
_SECONDS, _MOST_BYTES = 10.0, 1_000_000


class NotJson(PlaitError):
    """A server answers with a fault, or with something that is no JSON object."""


def ask_json(
    address: str,
    network: Network,
    *,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the object that a server answers with; a form is sent by POST.

    Raise `NotJson`, or what `HttpClient.ask` raises.
    """
    address = plain_address(address)
    client = HttpClient(
        network._replace(seconds=_SECONDS, most_bytes=_MOST_BYTES, most_hops=0)
    )
    sent = {"Accept": "application/json", **(headers or {})}
    if form is None:
        answer = client.ask(address, headers=sent)
    else:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
        body = urlencode(form).encode()
        answer = client.ask(address, "POST", headers=sent, body=body)
    try:
        found = json.loads(answer.body) if answer.status == _OK else None
    except ValueError:
        found = None
    if isinstance(found, dict):
        return found
    raise NotJson(
        "This server does not answer as it should",
        value=f"{place_of(address).display}: {answer.status}",
        fix="Check its address and settings.",
    )
