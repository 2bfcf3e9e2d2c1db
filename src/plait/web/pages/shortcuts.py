"""Every key that does something: read by the list of shortcuts and by the scripts.

A page marks what a key is for with `data-shortcut="NAME"`: a field is focused, a link
or button pressed. A page's own keys stand here with the names of its addresses.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys, pressed one after the other, and what they are for.

    `to` is the address (by name) where `name` is not on the page; `on` the pages
    (by the name of their address) that have it, empty where all do.
    """

    keys: str
    text: str | Promise
    name: str
    to: str = ""
    on: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ShortcutLine:
    """A line of the list: its keys one by one, and what the script needs."""

    keys: tuple[str, ...]
    text: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class ShortcutGroup:
    """Lines under a heading."""

    title: str | Promise
    lines: tuple[ShortcutLine, ...]


GO_TO = (
    Shortcut("g t", _("Today"), "go-today", "today"),
    Shortcut("g r", _("Roles"), "go-roles", "roles"),
    Shortcut("g l", _("Log"), "go-log", "log"),
    Shortcut("g h", _("Hours"), "go-hours", "hours"),
    Shortcut("g i", _("Income"), "go-income", "income"),
    Shortcut("g b", _("Inbox"), "go-inbox", "inbox"),
    Shortcut("g c", _("Check-in"), "go-check-in", "check_in"),
    Shortcut("g f", _("Import"), "go-import", "import"),
    Shortcut("g e", _("Entries"), "go-records", "records"),
    Shortcut("g s", _("Settings"), "go-settings", "settings"),
)
EVERYWHERE = (
    Shortcut("/", _("Search"), "search", "records"),
    Shortcut("n", _("Add something"), "add", "log"),
    Shortcut("h", _("Help with this page"), "help"),
    Shortcut("q", _("Quiet view on or off"), "quiet"),
    Shortcut("u", _("Undo what was just changed"), "undo"),
    Shortcut("?", _("This list"), "shortcuts", "shortcuts"),
    Shortcut("Escape", _("Close what is open"), "close"),
)
# Keys of single pages; `on` names the pages.
_RECORDS = frozenset({"records"})
_INBOX = frozenset({"inbox"})
OF_PAGES: tuple[Shortcut, ...] = (
    Shortcut("j", _("Down a row"), "row-down", on=_RECORDS),
    Shortcut("k", _("Up a row"), "row-up", on=_RECORDS),
    Shortcut("x", _("Tick this row"), "row-tick", on=_RECORDS),
    Shortcut("e", _("Correct this row"), "row-edit", on=_RECORDS),
    Shortcut("#", _("Delete what is ticked, or this row"), "row-delete", on=_RECORDS),
    Shortcut(
        "j", _("Next thing in the inbox; arrow down too"), "inbox-next", on=_INBOX
    ),
    Shortcut("k", _("The one before; arrow up too"), "inbox-back", on=_INBOX),
    Shortcut("Enter", _("Confirm its role"), "inbox-accept", on=_INBOX),
    Shortcut("r", _("Choose its role"), "inbox-role", on=_INBOX),
    Shortcut("p", _("It is private"), "inbox-private", on=_INBOX),
    Shortcut("t", _("Money between your own accounts"), "inbox-transfer", on=_INBOX),
    Shortcut("n", _("A new role for it"), "inbox-new", on=_INBOX),
)


def shortcut_groups(url_name: str) -> tuple[ShortcutGroup, ...]:
    """Return the keys that work on a page, its own first and instead of others'."""
    own = tuple(one for one in OF_PAGES if url_name in one.on)
    taken = {one.keys for one in own}
    others = tuple(one for one in EVERYWHERE if one.keys not in taken)
    return _grouped(_("On this page"), own, others)


def all_groups() -> tuple[ShortcutGroup, ...]:
    """Return every key there is, those of single pages too."""
    return _grouped(_("On single pages"), OF_PAGES)


def _grouped(
    title: str | Promise,
    own: tuple[Shortcut, ...],
    others: tuple[Shortcut, ...] = EVERYWHERE,
) -> tuple[ShortcutGroup, ...]:
    groups = ((title, own), (_("Everywhere"), others), (_("Go to"), GO_TO))
    return tuple(ShortcutGroup(name, _lines(found)) for name, found in groups if found)


def _lines(found: Iterable[Shortcut]) -> tuple[ShortcutLine, ...]:
    return tuple(
        ShortcutLine(
            tuple(one.keys.split()),
            str(one.text),
            one.name,
            reverse(one.to) if one.to else "",
        )
        for one in found
    )
