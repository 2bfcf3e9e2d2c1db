"""Which texts of the source get translated: a small reader for code and templates.

In code: what stands in `gettext` and its kin, and the sentences of our troubles
(`what` and `fix` of `Problem` and of every failure) and the labels of formats, which
are translated where they are shown. In templates: what Django's own reader finds.
"""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from texts_of_troubles import texts_of_troubles

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "plait"

_ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
_MANY = {"ngettext", "ngettext_lazy", "n"}  # the review calls it n
_MEANT = {"pgettext", "pgettext_lazy"}
_KEYWORDS = {"gettext": None, "_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}

Text = tuple[str | tuple[str, str], str | None]  # text or (one, many); its context


def _constant(node: ast.expr | None) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text and node.value else None


def _spoken(call: ast.Call) -> Text | None:
    """Return the text of a call of gettext or its kin."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    first, second = ([*map(_constant, call.args), None, None])[:2]
    if name in _ONE and first:
        return first, None
    if name in _MANY and first and second:
        return (first, second), None
    if name in _MEANT and first and second:
        return second, first
    return None


def _labels(tree: ast.Module) -> Iterator[str]:
    """Yield what a format is called, which its module holds as LABEL."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "LABEL":
            yield str(ast.literal_eval(node.value))


def _calls(source: str) -> Iterator[Text]:
    """Yield the texts of one module, in the order of its lines."""
    tree = ast.parse(source)
    yield from ((label, None) for label in _labels(tree))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    found = [(call, text) for call in calls if (text := _spoken(call))]
    found += [(call, (text, None)) for call, text in texts_of_troubles(tree)]
    found.sort(key=lambda told: (told[0].lineno, told[0].col_offset))
    yield from (text for _call, text in found)


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
    drawn = (SOURCE / "web" / "templates").rglob("*.svg")
    mails = [file for file in SOURCE.rglob("*.txt") if "templates" in file.parts]
    for file in sorted(
        [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html"), *mails, *drawn]
    ):
        content = file.read_text("utf-8")
        is_code = file.suffix == ".py"
        for text, context in _calls(content) if is_code else _marks(content, file.name):
            catalog.add(text, context=context)
    return catalog
