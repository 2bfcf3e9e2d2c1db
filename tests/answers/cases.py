"""Lives in the situations that a review has to find words for."""

from plait.answers.context import answer_context
from plait.answers.findings.finding import Finding
from plait.answers.findings.numbers import Value
from plait.answers.overview.answer import ReviewAnswer
from plait.answers.review import review_answer
from plait.wording.words import words_for
from tests.cast import Life, terms


def reviewed(life: Life, language: str = "en") -> ReviewAnswer:
    return review_answer(answer_context(life.portfolio(), words_for(language)))


def figures(finding: Finding) -> dict[str, Value]:
    return {one.name: one.value for one in finding.numbers}


def empty() -> Life:
    return Life()


def roles_only() -> Life:
    return Life().role("Practice manager", "24/week").role("Trainer", is_paid=True)


def inbox_only() -> Life:
    return Life().waits("payer", "Zorggroep Atlas", minor=85_000, currency="EUR")


def three_weeks() -> Life:
    """Return a life whose hours run far past everything, for three weeks."""
    life = Life(capacity=40).role("Practice manager", "24/week")
    return life.gives_weekly("Practice manager", 60, weeks=3)


def calm() -> Life:
    """Return a life in which everything runs as agreed."""
    life = (
        Life(capacity=40).role("Practice manager", "24/week").role("Trainer", "8/week")
    )
    life.gives_weekly("Practice manager", 24, weeks=20).gives_weekly(
        "Trainer", 8, weeks=20
    )
    life.is_paid_monthly("Practice manager", "550 EUR", months=14, by="De Linde")
    for place, name in enumerate(["Atlas", "Wijk", "Oost", "Zuid", "Noord"]):
        life.is_paid_monthly("Trainer", f"{95 - place} EUR", months=14, by=name)
    return life


def full() -> Life:
    """Return a life with a finding of nearly every kind."""
    life = Life(capacity=40).role("Practice manager", "24/week")
    life.role("Atlas", terms("8/week", pay="85 EUR/hour"), at="Zorggroep Atlas")
    life.role("Columnist", "5/month").role("Trainer", terms(pay="960 EUR/day"))
    life.role("Flat in Leeds", "2/month", at="The agent")
    life.role("Board member", is_paid=False, kind="board")
    life.role("Mentor", is_paid=False, is_sure=False)
    life.role("Treasurer", terms("4/month", until="2026-06-01"), is_paid=False)
    life.role("Student", "200/year", is_paid=False, since="2026-09-01")
    until = "2026-10-30"
    life.gives_weekly("Practice manager", 24, weeks=60, until=until)
    life.gives_weekly("Atlas", [8] * 50 + [13] * 10, until=until)
    life.gives_weekly("Columnist", 0.2, weeks=60, until=until)
    life.gives_weekly("Trainer", 6, weeks=60, until=until)
    life.gives_weekly("Student", 4, weeks=6, until=until)
    life.is_paid_monthly("Practice manager", "2950 EUR", months=24, by="De Linde")
    life.is_paid_monthly("Atlas", [900 - 40 * n for n in range(12)], by="Atlas")
    life.is_paid_monthly("Columnist", [325] * 14 + [0] * 4, account="own")
    life.is_paid_on("Practice manager", "10 EUR", "2026-10-30", account="own")
    life.is_paid_monthly(
        "Flat in Leeds", "780 GBP", months=6, until="2026-06-01", account="uk"
    )
    life.is_paid_on("Flat in Leeds", "5000 UAH", "2026-06-02", account="uk")
    life.waits("payer", "Gemeente", n_records=4, minor=131_000, currency="EUR")
    life.waits("project", "Kennissessies", n_records=9, seconds=40_500)
    return life.waits("calendar", "Thuis", n_records=80)


SITUATIONS = {
    "empty": empty,
    "inbox only": inbox_only,
    "roles only": roles_only,
    "three weeks": three_weeks,
    "calm": calm,
    "full": full,
}
