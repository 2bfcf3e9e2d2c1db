"""What the rows of a change were before it and are after it, packed into JSON.

A change is packed as what it came to, not step by step: a row that was made and
removed in one change is none of it. Rows of one table that changed alike stand
together: moving 5,000 payments to a role is one entry with 5,000 keys.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import Model

from plait.accounts.models import Person
from plait.book.models.recording import Recorder, Step
from plait.book.models.row_values import Values

Packed = list[dict[str, Any]]


class ChangedRow(NamedTuple):
    """A row before and after: None where it was not there.

    Of a row that stays, both hold the fields that changed.
    """

    model: str
    key: int
    before: Values | None
    after: Values | None


def model_named(name: str) -> type[Model] | None:
    """Return the table of that name, None where this version has none."""
    if name == Person.__name__:
        return Person
    try:
        return apps.get_model("book", name)
    except LookupError:
        return None


def pack(recorder: Recorder) -> Packed:
    """Return what a change came to."""
    return pack_rows(_net(recorder.steps))


def pack_rows(rows: Iterable[ChangedRow]) -> Packed:
    """Return rows as JSON holds them."""
    whole: dict[tuple[str, str, tuple[str, ...]], list[list[Any]]] = defaultdict(list)
    alike: dict[tuple[str, tuple[str, ...]], dict[str, list[Any]]] = defaultdict(dict)
    # Rows that changed alike mostly share their values, so that few are looked at.
    seen: dict[tuple[str, int, int], list[Any]] = {}
    for model, key, before, after in rows:
        if before is None or after is None:
            state = "made" if before is None else "gone"
            values = (after if before is None else before) or {}
            whole[model, state, tuple(values)].append([key, *values.values()])
        else:
            found = seen.get((model, id(before), id(after)))
            if found is None:
                was, now = [*before.values()], [*after.values()]
                group = alike[model, tuple(before)]
                found = group.setdefault(repr((was, now)), [was, now, [], []])
                found[3].append((before, after))  # alive, so that ids stay theirs
                seen[model, id(before), id(after)] = found
            found[2].append(key)
    return [
        *(
            {"model": model, "fields": fields, state: rows}
            for (model, state, fields), rows in whole.items()
        ),
        *(
            {
                "model": model,
                "fields": fields,
                "changed": [group[:3] for group in groups.values()],
            }
            for (model, fields), groups in alike.items()
        ),
    ]


def unpack(packed: Packed) -> Iterator[ChangedRow]:
    """Yield the rows of a change."""
    for one in packed:
        model, fields = one["model"], one["fields"]
        for key, *values in one.get("made", ()):
            yield ChangedRow(model, key, None, _named(fields, values))
        for key, *values in one.get("gone", ()):
            yield ChangedRow(model, key, _named(fields, values), None)
        for was, now, keys in one.get("changed", ()):
            before, after = _named(fields, was), _named(fields, now)
            for key in keys:
                yield ChangedRow(model, key, before, after)


def _named(fields: list[str], values: list[Any]) -> Values:
    return dict(zip(fields, values, strict=True))


_Ends = dict[tuple[str, int], tuple[Values | None, Values | None]]


def _net(steps: Iterable[Step]) -> Iterator[ChangedRow]:
    """Yield what the steps come to, row by row."""
    ends: _Ends = {}
    for step in steps:
        name = step.model.__name__
        for key in step.before if step.before is not None else step.after or ():
            was = None if step.before is None else step.before[key]
            now = None if step.after is None else step.after[key]
            ends[name, key] = _joined(ends.get((name, key)), was, now)
    differing: dict[tuple[int, int], tuple[Values, Values]] = {}
    for (name, key), (before, after) in ends.items():
        if before is None or after is None:
            if before is not after:
                yield ChangedRow(name, key, before, after)
            continue
        known = differing.get((id(before), id(after)))
        if known is None:
            fields = [field for field in after if before[field] != after[field]]
            known = {f: before[f] for f in fields}, {f: after[f] for f in fields}
            differing[id(before), id(after)] = known
        if known[0]:
            yield ChangedRow(name, key, *known)


def _joined(
    earlier: tuple[Values | None, Values | None] | None,
    was: Values | None,
    now: Values | None,
) -> tuple[Values | None, Values | None]:
    """Return a row's ends after a further step."""
    if earlier is None:
        return was, now
    before, after = earlier
    if was is not None and now is not None:  # fields changed, of a row that is there
        if after is None:  # it goes in this same step, which says so itself
            return earlier
        return None if before is None else was | before, after | now
    if now is None and before is not None:  # it goes: whole as it was at first
        return (was or {}) | before, None
    return before, now
