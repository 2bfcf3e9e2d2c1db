"""The records that are to be changed at once."""

from plait.accounts.models import Person
from plait.book.bulk import in_pieces
from plait.book.queries.lists import NotThere
from plait.book.queries.record_lists.narrowing import DAY, MODELS, held_by
from plait.domain.selection import ChosenRecords


def chosen_keys(*, viewer: Person, chosen: ChosenRecords) -> list[int]:
    """Return the keys of the records; raise `NotThere` where one is not the viewer's."""
    kind = chosen.selection.kind
    if chosen.is_all:
        held = held_by(viewer=viewer, selection=chosen.selection).records
        return [*held.order_by(DAY[kind], "pk").values_list("pk", flat=True)]
    found: list[int] = []
    for piece in in_pieces(dict.fromkeys(chosen.keys)):
        mine = MODELS[kind].objects.filter(owner=viewer, pk__in=piece)
        found += mine.order_by(DAY[kind], "pk").values_list("pk", flat=True)
    missing = {*chosen.keys} - {*found}
    if missing:
        raise NotThere(
            "There is no record of that number",
            value=str(min(missing)),
            fix="See the records with: plait records.",
        )
    return found
