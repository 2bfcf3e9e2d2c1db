"""The rules with what each has sorted, and where two say different things."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Count, Max

from plait.accounts.models import Person
from plait.book.models import Event, Payment, Rule, TimeEntry
from plait.book.payer_names import payer_names
from plait.book.queries.lists import rules
from plait.domain.rule_list import ListedRule, RuleClash
from plait.domain.rules import RuleField, plain

_DAYS: tuple[tuple[type[Any], str], ...] = (
    (Payment, "booked_on"),
    (TimeEntry, "on"),
    (Event, "on"),
)
# What sorts first, the column that a wider rule looks at, and that rule's field.
_WIDER: tuple[tuple[type[Any], tuple[RuleField, ...], str, RuleField], ...] = (
    (Payment, (RuleField.ACCOUNT, RuleField.REFERENCE), "payer", RuleField.PAYER),
    (TimeEntry, (RuleField.PROJECT,), "client", RuleField.CLIENT),
    (Event, (RuleField.TITLE,), "calendar", RuleField.CALENDAR),
)


def rule_list(*, viewer: Person, search: str = "") -> tuple[ListedRule, ...]:
    """Return the rules in the order they hold in; those that hold the words sought."""
    held = list(rules(viewer=viewer))
    used, clashes = _used(viewer), _clashes(viewer, held)
    wanted = plain(search).split()
    order = list(RuleField)
    found = []
    for rule in held:
        role = rule.role
        words = plain(f"{rule.value} {role.name if role else ''}")
        if not all(word in words for word in wanted):
            continue
        n_records, last_on = used.get(rule.pk, (0, None))
        found.append(
            ListedRule(
                number=rule.pk,
                field=RuleField(rule.field),
                value=rule.value,
                role=role.key if role else "",
                role_name=role.name if role else "",
                colour=role.colour if role else 0,
                n_records=n_records,
                last_on=last_on,
                created_at=rule.created_at,
                clashes=tuple(clashes.get(rule.pk, ())),
            )
        )
    return tuple(sorted(found, key=lambda one: (order.index(one.field), one.value)))


def _used(viewer: Person) -> dict[int, tuple[int, date]]:
    found: dict[int, tuple[int, date]] = {}
    for kind, day in _DAYS:
        rows = kind.objects.filter(owner=viewer, rule__isnull=False).order_by()
        for pk, n, last in rows.values_list("rule").annotate(Count("pk"), Max(day)):
            n_before, last_before = found.get(pk, (0, last))
            found[pk] = n_before + n, max(last, last_before)
    return found


def _clashes(viewer: Person, held: list[Rule]) -> dict[int, list[RuleClash]]:
    """Return where a wider rule would give records of a narrower one elsewhere."""
    by_subject = {(rule.field, rule.value): rule for rule in held}
    by_key = {rule.pk: rule for rule in held}
    found: dict[int, list[RuleClash]] = defaultdict(list)
    for (pk, other_pk), n in _pairs(viewer, by_subject).items():
        rule, other = by_key[pk], by_key[other_pk]
        if rule.role_id != other.role_id:
            name = other.role.name if other.role else ""
            clash = RuleClash(n, RuleField(other.field), other.value, name)
            found[pk].append(clash)
    return found


def _pairs(
    viewer: Person, by_subject: dict[tuple[str, str], Rule]
) -> Counter[tuple[int, int]]:
    """Return how many records of a rule a wider one fits as well."""
    pairs: Counter[tuple[int, int]] = Counter()
    named = payer_names(viewer)
    for kind, fields, column, wider in _WIDER:
        for pk, text, n in _groups(viewer, kind, fields, column):
            name = named.of(text) if wider is RuleField.PAYER else text
            other = by_subject.get((wider, plain(name)))
            if other is not None:
                pairs[pk, other.pk] += n
    return pairs


def _groups(
    viewer: Person, kind: type[Any], fields: tuple[RuleField, ...], column: str
) -> Iterator[tuple[int, str, int]]:
    rows = kind.objects.filter(owner=viewer, rule__field__in=fields).order_by()
    yield from rows.values_list("rule", column).annotate(Count("pk"))
