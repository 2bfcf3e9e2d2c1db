"""What of a slice a share shows, between the form's words and the row's JSON."""

from plait.accounts.models import Person, Share
from plait.book.queries import role_keyed
from plait.domain.errors import PlaitError
from plait.domain.sharing import Choice, SliceKind


class WrongChoice(PlaitError):
    """What is to be shown does not go together."""


def choice_of(share: Share) -> Choice:
    """Return what a share shows of its slice."""
    import msgspec

    return msgspec.convert(share.choice, Choice)


def as_json(choice: Choice) -> dict[str, object]:
    """Return a choice as its row keeps it."""
    import msgspec

    found: dict[str, object] = msgspec.to_builtins(choice)
    return found


def chosen(*, viewer: Person, kind: SliceKind, choice: Choice) -> Choice:
    """Return a choice with the numbers of its roles, and nothing that is not needed.

    Raise `WrongChoice` where roles or the first day are missing, or are too many;
    `NotThere` for a role that is not the viewer's.
    """
    if kind is SliceKind.AVAILABILITY:
        return Choice()
    if not choice.roles:
        raise WrongChoice("Choose whose hours or payments you show", fix="Tick a role.")
    if kind is SliceKind.PAYMENTS and len(choice.roles) > 1:
        raise WrongChoice(
            "Payments are shown of one role at a time",
            fix="Choose one, and show the others separately.",
        )
    if choice.since is None:
        raise WrongChoice("Say from which day on", fix="Give the first day to show.")
    numbers = [role_keyed(viewer=viewer, key=key).pk for key in choice.roles]
    return Choice(tuple(numbers), choice.roles, choice.since)
