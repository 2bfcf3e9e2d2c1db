"""Which texts of the source get translated: a small reader for code and templates.

In code: what stands in `gettext` and its kin, and the sentences of our troubles
(`what` and `fix` of `Problem` and of every failure), which are translated where they
are shown. In templates: what Django's own reader finds.
"""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "plait"

_ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
_MANY = {"ngettext", "ngettext_lazy"}
_MEANT = {"pgettext", "pgettext_lazy"}
_KEYWORDS = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}

Text = tuple[str | tuple[str, str], str | None]  # text or (one, many); its context


def _constant(node: ast.expr | None) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text and node.value else None


def _troubles(call: ast.Call, name: str) -> Iterator[Text]:
    """Yield the two sentences of a trouble, where they are written out."""
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    places = (1, 3) if name == "Problem" else (0, None)
    if name != "Problem" and "fix" not in named:
        return
    for word, place in zip(("what", "fix"), places, strict=True):
        given = named.get(word)
        if given is None and place is not None and place < len(call.args):
            given = call.args[place]
        if text := _constant(given):
            yield text, None


def _calls(source: str) -> Iterator[Text]:
    """Yield the texts of one module, in the order of its lines."""
    found = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call)]
    for call in sorted(found, key=lambda n: (n.lineno, n.col_offset)):
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        first, second = ([*map(_constant, call.args), None, None])[:2]
        if name in _ONE and first:
            yield first, None
        elif name in _MANY and first and second:
            yield (first, second), None
        elif name in _MEANT and first and second:
            yield second, first
        else:
            yield from _troubles(call, name)


def _marks(source: str, name: str) -> Iterator[Text]:
    """Yield the texts of one template."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()  # the reader asks for them, and needs none

    lines = (line.lstrip() for line in templatize(source, origin=name).splitlines())
    code = io.BytesIO("\n".join(lines).encode())
    for _, function, text, _ in extract_python(
        code, _KEYWORDS, [], {"encoding": "utf-8"}
    ):
        if function == "pgettext":
            yield text[1], text[0]
        elif function == "ngettext":
            yield (text[0], text[1]), None
        elif text:
            yield text if isinstance(text, str) else text[0], None


def collected() -> Catalog:
    """Return every text of code and templates, by file name, each once."""
    catalog = Catalog(project="Plait", charset="utf-8")
    for file in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        content = file.read_text("utf-8")
        is_code = file.suffix == ".py"
        for text, context in _calls(content) if is_code else _marks(content, file.name):
            catalog.add(text, context=context)
    return catalog
