"""The pages of a full book, by their addresses."""

from urllib.parse import urlencode

from plait.book.models import Agreement, Batch, Role, Rule
from plait.domain.rules import RuleField

NEW = {
    "move": "take on",
    "name": "Course leader",
    "kind": "employment",
    "hours": "26",
    "blocks": "tue-fri 9-15:30",
    "starts_on": "2026-01-05",
}
EMPTY = (
    "/",
    "/start/roles/",
    "/roles/",
    "/log/",
    "/hours/",
    "/inbox/",
    "/import/history/",
)


def places(person) -> list[str]:
    """Return the address of every sort of page that the person's book has."""
    busy = Role.objects.filter(owner=person, ended_on=None).order_by("started_on")
    role = busy.first()
    terms = Agreement.objects.filter(owner=person).first()
    batch = Batch.objects.filter(owner=person).first()
    found = [
        *("/", "/roles/", "/roles/new/", "/inbox/", "/import/", "/import/history/"),
        *(
            "/findings/settled/",
            "/check-in/",
            "/log/",
            "/hours/",
            f"/roles/{role.key}/talk/",
        ),
        *("/settings/", "/settings/password/", "/time-off/"),
        *("/settings/reminders/", "/settings/delete/", "/help/today/", "/shortcuts/"),
        *("/income/", "/income/plan/", "/income/safety/"),
        *("/income/safety/fall-back/", "/income/tax-dates/", "/income/?period=2026-q3"),
        *("/hours/working-time/", "/calendars/", "/calendars/add/"),
        *("/hours/take-on/", asking(NEW), asking(NEW, left(role))),
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


def left(role) -> dict[str, str]:
    """Return the question whether a role can be left."""
    return {"move": "leave", "role": role.key, "starts_on": "2027-01-04"}


def asking(*asked: dict[str, str]) -> str:
    """Return the address of the page that answers these."""
    return f"/hours/take-on/?{urlencode([('v', urlencode(one)) for one in asked])}"
