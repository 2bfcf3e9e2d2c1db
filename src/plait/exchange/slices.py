"""Making a slice out of a person's book: what a share shows, and no more."""

from datetime import date

from plait.accounts.models import Person
from plait.book.models import Payment, Role
from plait.book.queries import load_portfolio
from plait.domain.portfolio import Portfolio
from plait.domain.sharing import Choice, Slice, SliceKind


def slice_of(
    *, viewer: Person, kind: SliceKind, choice: Choice, until: date, today: date
) -> Slice:
    """Return what is shown of the viewer's book on a day, by a share until `until`.

    Of a role that is gone nothing is shown.
    """
    # With NumPy, which pages without figures do not need.
    from plait.analysis.slices.availability import availability_band
    from plait.analysis.slices.hours import hours_by_role
    from plait.analysis.slices.payments import payments_of_role

    portfolio = load_portfolio(viewer=viewer, on=today)
    if kind is SliceKind.AVAILABILITY:
        return availability_band(portfolio, until=until)
    roles = _indices(viewer, portfolio, choice)
    since = choice.since or today
    if kind is SliceKind.HOURS:
        return hours_by_role(portfolio, roles, since=since)
    return payments_of_role(
        portfolio,
        roles[0] if roles else None,
        since=since,
        texts=_texts(viewer, choice),
    )


def _indices(viewer: Person, portfolio: Portfolio, choice: Choice) -> tuple[int, ...]:
    """Return where the chosen roles stand in the portfolio, whatever their keys are now."""
    rows = Role.objects.filter(owner=viewer, pk__in=choice.numbers)
    keys = dict(rows.values_list("pk", "key"))
    place = {role.key: index for index, role in enumerate(portfolio.roles)}
    found = (place.get(keys.get(number, "")) for number in choice.numbers)
    return tuple(index for index in found if index is not None)


def _texts(viewer: Person, choice: Choice) -> dict[int, str]:
    """Return what each payment of the role was for, by its number.

    What several roles share is left without: its words may be about the others.
    """
    held = Payment.objects.filter(owner=viewer, role__in=choice.numbers, parts=None)
    lines = held.values_list("pk", "reference", "payer")
    return {pk: reference.strip() or payer for pk, reference, payer in lines}
