"""Help with a page: short texts, written once and shown in the app and in the docs.

They stand in `web/help/LANGUAGE/TOPIC.md`. A link `page:TOPIC` leads to the page that
a topic is about. No HTML is taken from them.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).resolve().parents[1] / "help"
LINK = "page:"
LANGUAGES = ("en", "nl")

# Each topic with the page that its links lead to, and the other pages it is about.
TOPICS: dict[str, tuple[str, ...]] = {
    "today": ("today", "settled"),
    "start": ("start", "start_roles"),
    "roles": ("roles", "role_new"),
    "role": ("roles", "role", "role_change", "role_remove", "role_tidy"),
    "agreement": (
        *("roles", "agreement", "agreement_now"),
        *("agreement_change", "agreement_remove"),
    ),
    "talk": ("roles", "talk"),
    "check-in": ("check_in",),
    "hours": ("hours",),
    "log": ("log", "payment_add"),
    "working-time": ("worktime",),
    "take-on": ("take_on",),
    "time-off": (
        *("time_off", "leave_remove", "season_remove", "overhead_remove"),
        "holiday_remove",
    ),
    "income": ("income",),
    "safety": ("safety", "fall_back", "cause_remove", "fallback_remove"),
    "tax-dates": ("tax_dates",),
    "plan": ("plan",),
    "invoices": ("invoices", "invoice_paid", "invoice_remove"),
    "inbox": ("inbox", "rules", "rule", "rule_remove", "role_proposals"),
    "records": (
        *("records", "entry", "entry_remove", "payment", "payment_change"),
        "payment_remove",
    ),
    "payers": ("payers", "accounts"),
    "doubles": ("doubles",),
    "history": ("history", "imports", "import_one", "import_undo"),
    "import": ("import", "import_preview", "import_done", "import_columns"),
    "calendars": ("calendars", "calendar_add", "calendar_remove", "feed_revoke"),
    "settings": (
        *("settings", "password", "devices", "audit", "kept", "mail"),
        *("server", "server_acts", "server_delete", "server_state"),
    ),
    "sharing": (
        *("shares", "share_new", "share_send", "share", "share_end"),
        *("looks", "received_list", "received"),
        *("bring_in", "signature"),
    ),
    "reminders": ("reminders", "reminder_feed_revoke"),
    "delete": ("settings", "delete_everything", "leaving"),
    "phone": ("settings", "offline"),
    "shortcuts": ("shortcuts",),
}
# What these are about stands after the page that leads there.
_LED_TO = {"role", "agreement", "talk", "delete", "phone"}
_OF_PAGE = {
    page: topic
    for topic, pages in TOPICS.items()
    for page in (pages[1:] if topic in _LED_TO else pages)
}


@dataclass(frozen=True, slots=True)
class HelpText:
    """A topic's title and its text as HTML."""

    topic: str
    title: str
    html: SafeString


def topic_of(url_name: str, place: str = "") -> str:
    """Return the topic of a page, that of its place in the navigation if it has none."""
    if url_name in _OF_PAGE:
        return _OF_PAGE[url_name]
    return place if place in TOPICS else ""


@cache
def help_text(topic: str, language: str) -> HelpText:
    """Return a topic's text; `topic` is one of `TOPICS`."""
    title, body = source(topic, language)
    reader = MarkdownIt("commonmark", {"html": False})
    tokens = reader.parse(body)
    for token in tokens:
        _lead(token)
    # Our own texts, and the reader lets no HTML of theirs through.
    html = mark_safe(reader.renderer.render(tokens, reader.options, {}))  # noqa: S308  # see above
    return HelpText(topic, title, html)


def source(topic: str, language: str) -> tuple[str, str]:
    """Return a topic's title and its Markdown."""
    spoken = language if language in LANGUAGES else "en"
    text = (FOLDER / spoken / f"{topic}.md").read_text("utf-8")
    first, _, body = text.partition("\n")
    return first.removeprefix("# ").strip(), body.strip()


def _lead(token: Token) -> None:
    """Let links lead to their pages, and headings stand below the page's own."""
    for child in token.children or ():
        target = str(child.attrGet("href") or "")
        if target.startswith(LINK):
            child.attrSet("href", reverse(TOPICS[target.removeprefix(LINK)][0]))
    if token.type in {"heading_open", "heading_close"}:
        token.tag = "h3"
