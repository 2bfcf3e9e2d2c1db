"""The XML of CalDAV: questions written, answers read.

Answers are a stranger's XML: nothing in them is fetched or unfolded, and one that
declares a document type is refused.
"""

from typing import NamedTuple
from xml.sax.saxutils import escape

from lxml import etree

from plait.network.calendars.address import place_of
from plait.network.calendars.refusals import ServerRefusal
from plait.network.http_client import Answer

DAV = "{DAV:}"
CAL = "{urn:ietf:params:xml:ns:caldav}"
CS = "{http://calendarserver.org/ns/}"
_SPACES = (
    'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    ' xmlns:S="http://calendarserver.org/ns/"'
)


class Response(NamedTuple):
    """What an answer says of one address: a status of its own, or properties."""

    href: str
    status: int
    found: dict[str, "etree._Element"]

    def href_in(self, name: str) -> str:
        """Return the address that a property holds, "" if it holds none."""
        prop = self.found.get(name)
        inner = None if prop is None else prop.find(f"{DAV}href")
        return "" if inner is None else (inner.text or "").strip()

    def text(self, name: str) -> str:
        """Return a property's text, "" if it has none."""
        prop = self.found.get(name)
        return "" if prop is None else (prop.text or "").strip()

    def has(self, name: str, inner: str) -> bool:
        """Return whether a property has an element inside."""
        prop = self.found.get(name)
        return prop is not None and prop.find(inner) is not None


class Many(NamedTuple):
    """An answer of many parts, and the token that stands beside them ("" if none)."""

    responses: list[Response]
    sync_token: str


def question(root: str, inner: str) -> bytes:
    """Return a question's XML; `inner` is what stands within its root."""
    xml = f'<?xml version="1.0" encoding="utf-8"?><{root} {_SPACES}>{inner}</{root}>'
    return xml.encode()


def props(*names: str) -> str:
    """Return the part of a question that asks for properties."""
    return f"<D:prop>{''.join(f'<{name}/>' for name in names)}</D:prop>"


def text(name: str, value: str) -> str:
    """Return an element that holds a text."""
    return f"<{name}>{escape(value)}</{name}>"


def parsed(answer: Answer) -> "etree._Element":
    """Return an answer's XML; raise `ServerRefusal` if it is none, or one that hurts."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(answer.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _no_answer(answer) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _no_answer(answer)
    return root


def answers(answer: Answer) -> Many:
    """Return what an answer with many parts (207) says."""
    root = parsed(answer)
    if answer.status != 207 or root.tag != f"{DAV}multistatus":
        raise _no_answer(answer)
    responses = [
        _response(response) for response in root.iterchildren(f"{DAV}response")
    ]
    return Many(responses, (root.findtext(f"{DAV}sync-token") or "").strip())


def _response(response: "etree._Element") -> Response:
    href = (response.findtext(f"{DAV}href") or "").strip()
    found = {
        str(prop.tag): prop
        for stat in response.iterchildren(f"{DAV}propstat")
        if _status(stat) == 200
        for prop in stat.iterfind(f"{DAV}prop/*")
    }
    return Response(href, _status(response), found)


def _status(element: "etree._Element") -> int:
    """Return 404 of `HTTP/1.1 404 Not Found`, 0 where there is no status."""
    parts = (element.findtext(f"{DAV}status") or "").split()
    return int(parts[1]) if len(parts) > 1 and parts[1].isdecimal() else 0


def _no_answer(answer: Answer) -> ServerRefusal:
    return ServerRefusal(
        "This server does not speak as one for calendars does (CalDAV)",
        value=place_of(answer.address).display,
        fix="Check the address; the service's help names the one for CalDAV.",
    )
