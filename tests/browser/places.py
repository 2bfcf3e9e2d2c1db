"""The pages of a full book, by their addresses."""

from plait.book.models import Agreement, Batch, Role, Rule
from plait.domain.rules import RuleField

EMPTY = ("/", "/roles/", "/inbox/", "/import/history/")


def places(person) -> list[str]:
    """Return the address of every sort of page that the person's book has."""
    busy = Role.objects.filter(owner=person, ended_on=None).order_by("started_on")
    role = busy.first()
    terms = Agreement.objects.filter(owner=person).first()
    batch = Batch.objects.filter(owner=person).first()
    found = [
        *("/", "/roles/", "/roles/new/", "/inbox/", "/import/", "/import/history/"),
        "/check-in/",
        *("/settings/", "/settings/password/", "/time-off/"),
        *(f"/roles/{role.key}/", f"/roles/{role.key}/change/"),
        *(f"/roles/{role.key}/remove/", f"/roles/{role.key}/agreement/"),
        f"/import/history/{batch.number}/",
        f"/import/history/{batch.number}/undo/",
    ]
    if terms:
        at = f"/roles/{terms.role.key}/agreement/{terms.pk}/"
        found += [at, f"{at}remove/"]
    rule = Rule.objects.filter(owner=person, field=RuleField.PAYER).first()
    if rule:
        found += [f"/inbox/rules/{rule.pk}/", f"/inbox/rules/{rule.pk}/remove/"]
    return found
