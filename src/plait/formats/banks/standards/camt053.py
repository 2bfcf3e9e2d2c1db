"""CAMT.053: the XML statement of European banks, of any version in use.

Also CAMT.052, the same entries within the day: what is booked already is taken, what
is pending is not. The file is fed to the parser piece
by piece and every entry is dropped once it is read, so memory stays flat however
long the statement is. Nothing that a document type could declare is expanded.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, cast

from plait.domain.errors import Problem
from plait.domain.records import Line
from plait.formats.banks.standards.camt053_entry import lines
from plait.formats.banks.standards.camt053_period import Statement
from plait.formats.banks.standards.camt053_tree import Tree
from plait.formats.markup import (
    cut_off,
    doctype_refused,
    endless,
    refuse_doctype,
)
from plait.formats.source import Options, Source, Unreadable
from plait.formats.values import BadValue, shorten

if TYPE_CHECKING:
    from lxml.etree import XMLPullParser, _Element

NAME = "camt053"
LABEL = "CAMT.053 statement (XML)"

_START = re.compile(r"\s*<(?:\?xml\b|!--|!DOCTYPE\s+\S*Document|\S*Document[\s>])")
_ROOT = re.compile(r"<(?:[\w.-]+:)?Document[\s>]")
# Also CAMT.054, which is recognised so that it can be refused by its name.
_MESSAGE = re.compile(r"<(?:[\w.-]+:)?BkToCstmr(Stmt|AcctRpt|DbtCdtNtfctn)[\s/>]")
_DECLARED = re.compile(r"\s*<\?xml[^>]*?encoding=[\"'](?!utf-?8[\"'])", re.IGNORECASE)
_HOLDERS = ("Stmt", "Rpt")
_TAGS = ("Acct", "Bal", "CreDtTm", "FrToDt", "Ntry", *_HOLDERS)

_PIECE = 1 << 16
# Of one entry: a batch of 10,000 payments. Without a bound a file of anything else
# would fill memory, 30 bytes for each of its own.
_LONGEST = 1 << 23


def recognise(source: Source) -> bool:
    """Return whether the file is a bank's message to its customer, of ISO 20022."""
    head = source.head_text
    if not _START.match(head):
        return False
    return bool(_ROOT.search(head)) and bool(_MESSAGE.search(head))


def read(source: Source, options: Options) -> Iterator[Line | Problem]:
    """Yield a bank line per booked entry, several where a batch is told apart.

    Behind the lines of a statement stands what it covers.
    """
    refuse_doctype(source)
    message = _MESSAGE.search(source.head_text)
    if message and message[1] == "DbtCdtNtfctn":
        raise Unreadable(
            "This file notifies of single payments (CAMT.054); it is no statement",
            value=source.name,
            fix="Download CAMT.053 instead, so that no payment is counted twice.",
        )
    return _lines(source, options.today)


def _lines(source: Source, today: date) -> Iterator[Line | Problem]:
    count = n_statements = 0
    statement = Statement(today)
    for element in _elements(source):
        tree = Tree(element)
        if tree.name in _HOLDERS:
            n_statements += 1
            yield statement.period(n_statements, is_report=tree.name == "Rpt")
            statement = Statement(today)
        elif tree.name == "Ntry":
            count += 1
            try:
                yield from lines(tree, count, statement.account, today)
            except BadValue as bad:
                where = f"entry {count}"
                yield Problem(where, bad.what, shorten(bad.value), bad.fix)
        else:
            statement.follow(tree)
    if not n_statements:
        raise Unreadable(
            "This message of the bank holds no statement of an account",
            value=source.name,
            fix="Choose the account and its period when you download it.",
        )


def _elements(source: Source) -> "Iterator[_Element]":
    """Yield each statement's account and entries, forgetting them afterwards."""
    from lxml.etree import XMLSyntaxError

    try:
        for element in _ended(source, _parser(source)):
            # The head was searched as text; a document type further on shows only here.
            if element.getroottree().docinfo.internalDTD is not None:
                raise doctype_refused(source)
            yield element
            _forget(element)
    except XMLSyntaxError as error:
        raise cut_off(source, f"line {error.lineno}: {error.msg}") from error


def _ended(source: Source, parser: "XMLPullParser") -> "Iterator[_Element]":
    """Yield the elements that the parser has read to their end."""
    n_idle = 0
    with source.open() as file:
        while piece := file.read(_PIECE):
            parser.feed(piece)
            n_idle += len(piece)
            for element in _read(parser):
                n_idle = 0
                yield element
            if n_idle > _LONGEST:
                raise endless(source)
    parser.close()
    yield from _read(parser)


def _read(parser: "XMLPullParser") -> "Iterator[_Element]":
    for _, ended in parser.read_events():
        # The type of an event allows for namespaces, which are not asked for.
        element = cast("_Element", ended)
        parent = element.getparent()
        name = element.tag.rpartition("}")[2]
        if name in _HOLDERS or (
            parent is not None and parent.tag.rpartition("}")[2] in _HOLDERS
        ):
            yield element


def _forget(element: "_Element") -> None:
    """Empty the element; drop what stands before it and before its statement."""
    element.clear()
    parent = element.getparent()
    # Emptied elements stay in their parent and would add up to the whole statement.
    for node in (element, parent):
        above = None if node is None else node.getparent()
        while above is not None and above[0] is not node:
            del above[0]


def _parser(source: Source) -> "XMLPullParser":
    from lxml.etree import XMLPullParser

    # Bytes that are not UTF-8 although nothing else is declared: a code page.
    is_page = source.encoding.startswith("cp")
    is_mislabelled = is_page and not _DECLARED.match(source.head_text)
    return XMLPullParser(
        events=("end",),
        # In any namespace, for that is where the version of the message stands.
        tag=[f"{{*}}{name}" for name in _TAGS],
        encoding=source.encoding if is_mislabelled else None,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
