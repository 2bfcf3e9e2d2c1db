"""How mail looks: mail programs read styles in the line, so each has its name here.

The colours are those of `static/plait/css/tokens.css`. Programs that show dark mail
take the second ones from the style sheet in the head; those that read none turn the
colours themselves.
"""

from typing import NamedTuple

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_SANS = "font-family:Figtree,system-ui,'Segoe UI',Roboto,Arial,sans-serif"
_SERIF = "font-family:Newsreader,Georgia,'Times New Roman',serif"


class _Look(NamedTuple):
    """A style, and what changes of it in the dark."""

    light: str
    dark: str = ""


_LOOKS = {
    "page": _Look(
        f"margin:0;padding:0;background:#faf7f1;color:#1b2321;{_SERIF};font-size:17px;"
        "line-height:1.5",
        "background:#121715;color:#e8ece8",
    ),
    "sheet": _Look("max-width:34rem;margin:0 auto;padding:28px 20px 36px"),
    "brand": _Look(
        f"{_SERIF};font-size:19px;line-height:1;letter-spacing:-.01em;padding-bottom:26px"
    ),
    "strand-1": _Look(
        "display:inline-block;width:5px;height:15px;margin-right:3px;border-radius:3px;"
        "background:#1f7678",
        "background:#219e92",
    ),
    "strand-2": _Look(
        "display:inline-block;width:5px;height:15px;margin-right:3px;border-radius:3px;"
        "background:#c9763f",
        "background:#c4784c",
    ),
    "strand-3": _Look(
        "display:inline-block;width:5px;height:15px;margin-right:9px;border-radius:3px;"
        "background:#574a94",
        "background:#938fd7",
    ),
    "title": _Look(
        f"margin:0 0 14px;{_SERIF};font-size:26px;line-height:1.22;font-weight:500;"
        "letter-spacing:-.01em"
    ),
    "heading": _Look(
        f"margin:30px 0 6px;{_SANS};font-size:14px;line-height:1.4;font-weight:600;"
        "color:#57625e",
        "color:#a2aea9",
    ),
    "words": _Look("margin:0 0 14px"),
    "code": _Look(
        f"margin:20px 0;{_SANS};font-size:30px;line-height:1.2;letter-spacing:.12em;"
        "font-weight:600;font-variant-numeric:lining-nums tabular-nums"
    ),
    "rows": _Look("width:100%;border-collapse:collapse;margin:8px 0 0"),
    "row": _Look(
        "border-top:1px solid #e4dfd4;padding:11px 0;vertical-align:top;text-align:left;"
        "font-weight:400",
        "border-top-color:#2b3531",
    ),
    "figure": _Look(
        "border-top:1px solid #e4dfd4;padding:9px 0 11px 12px;vertical-align:top;"
        "text-align:right;font-size:22px;line-height:1.3;white-space:nowrap;"
        "font-variant-numeric:lining-nums tabular-nums",
        "border-top-color:#2b3531",
    ),
    "unit": _Look(f"{_SANS};font-size:14px;color:#57625e", "color:#a2aea9"),
    "small": _Look(
        f"display:block;margin:2px 0 0;{_SANS};font-size:14px;line-height:1.45;color:#57625e",
        "color:#a2aea9",
    ),
    "action": _Look("margin:24px 0 6px"),
    "button": _Look(
        f"display:inline-block;{_SANS};font-size:16px;line-height:24px;font-weight:600;"
        "padding:11px 22px;border-radius:8px;background:#175a54;color:#fffefb;"
        "text-decoration:none",
        "background:#7fcbc0;color:#0c1413",
    ),
    "link": _Look(
        f"{_SANS};font-size:15px;line-height:30px;color:#175a54;text-decoration:underline",
        "color:#7fcbc0",
    ),
    "foot": _Look(
        f"margin:38px 0 0;padding:14px 0 0;border-top:1px solid #e4dfd4;{_SANS};"
        "font-size:13px;line-height:1.6;color:#57625e",
        "color:#a2aea9;border-top-color:#2b3531",
    ),
    "foot-link": _Look("color:#57625e", "color:#a2aea9"),
    # What a list of mail shows of a message that is not opened: nothing of its words.
    "before": _Look(
        "display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0"
    ),
}


@register.simple_tag
def look(name: str) -> SafeString:
    """Return the attributes that make an element look as its name says."""
    style = _LOOKS[name].light.replace('"', "'")
    return mark_safe(f'class="{name}" style="{style}"')  # noqa: S308  # texts of this file


@register.simple_tag
def nothing_more() -> str:
    """Return signs without a look, so that a list shows no words of the mail itself."""
    return "\u2007\u034f " * 50


@register.simple_tag
def dark_looks() -> SafeString:
    """Return the rules that hold in the dark."""
    rules = "".join(
        f".{name}{{{_important(one.dark)}}}" for name, one in _LOOKS.items() if one.dark
    )
    return mark_safe(f"@media (prefers-color-scheme:dark){{{rules}}}")  # noqa: S308  # texts of this file


def _important(style: str) -> str:
    return ";".join(f"{rule} !important" for rule in style.split(";"))
