"""The sentences of our troubles: `what` and `fix`, however they get to their call.

They are written out in the call itself, held in a constant, chosen between two, or
handed to a function of the module that makes the trouble.
"""

import ast
from collections.abc import Iterator

_PROBLEM = {"what": 1, "fix": 3}  # the places of a Problem's sentences
_FAILURE = {"what": 0}  # a failure names its `fix`


def texts_of_troubles(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Yield each sentence of the module's troubles with the call that says it."""
    held, takers = _held(tree), _takers(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            for given in _given(call, takers):
                yield from ((call, text) for text in texts(given, held))


def texts(node: ast.expr | None, held: dict[str, list[str]]) -> Iterator[str]:
    """Yield the texts that an expression can be, as far as they are written out."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body, held)
        yield from texts(node.orelse, held)
    elif isinstance(node, ast.Name):
        yield from held.get(node.id, [])


def _held(tree: ast.Module) -> dict[str, list[str]]:
    """Return the texts that names of the module are given, in functions too."""
    held: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            told = held.setdefault(node.targets[0].id, [])
            told.extend(texts(node.value, {}))
    return held


def _takers(tree: ast.Module) -> dict[str, dict[str, int]]:
    """Return the functions of the module that are handed sentences, and where."""
    takers = {"Problem": _PROBLEM}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [argument.arg for argument in node.args.args]
            places = {n: names.index(n) for n in ("what", "fix") if n in names}
            if places and names[0] != "self":
                takers[node.name] = places
    return takers


def _given(
    call: ast.Call, takers: dict[str, dict[str, int]]
) -> Iterator[ast.expr | None]:
    """Yield what a call is given as `what` and as `fix`."""
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if name not in takers and "fix" not in named:
        return
    places = takers.get(name, _FAILURE)
    for word in ("what", "fix"):
        place = places.get(word)
        if word in named:
            yield named[word]
        elif place is not None and place < len(call.args):
            yield call.args[place]
