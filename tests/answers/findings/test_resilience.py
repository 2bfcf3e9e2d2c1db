"""What the review says of falling back."""

from plait.answers.context import answer_context
from plait.answers.findings.finding import Finding
from plait.answers.findings.resilience import findings
from plait.wording.words import words_for
from tests.cast import Life, amt, terms


def told(life: Life, language: str = "en") -> dict[str, Finding]:
    context = answer_context(life.portfolio(), words_for(language))
    return {finding.kind: finding for finding in findings(context)}


def two(**person) -> Life:
    """Return a life with a salary of 2000, notice of two months, and a client."""
    life = Life(**person)
    life.role("Practice", terms(pay="2000 EUR/salary", notice_days=60))
    life.role("Atlas", terms("8/week", pay="85 EUR/hour"))
    life.is_paid_monthly("Practice", "2000 EUR", months=24)
    return life.is_paid_monthly("Atlas", "1000 EUR", months=24)


def test_the_weakest_role_without_a_fallback_is_told():
    life = two().believes("Practice", "0.1").believes("Atlas", "0.5")

    weak = told(life)["no-fallback"]

    # 1/3 x .5 is more than 2/3 x .1.
    assert weak.title == "You have no plan B for Atlas"
    assert weak.sentence == (
        "It brings in 33\u202f% of your income after costs and the tax you set aside."
        " The chance that it ends within a year is about 50\u202f%, shared causes not"
        " counted; of the roles without a plan B, most is at stake here."
    )
    assert (weak.role, weak.step.place) == ("atlas", "safety")


def test_a_role_with_a_fallback_is_not():
    life = two().believes("Practice", "0.1").believes("Atlas", "0.5")
    life.falls_back("Atlas", "Teach", "3")

    largest = told(life)["no-fallback"]
    assert largest.role == "practice"
    assert largest.title == "You have no plan B for Practice, your largest income"

    life.falls_back("Practice", "Rest", "1")

    assert "no-fallback" not in told(life)


def test_a_role_that_carries_little_needs_none():
    life = Life().role("Practice").role("Columns").believes("Columns", "0.9")
    life.is_paid_monthly("Practice", "900 EUR", months=14)
    life.is_paid_monthly("Columns", "100 EUR", months=14)
    life.believes("Practice", "0").falls_back("Practice", "Teach", "3")

    assert "no-fallback" not in told(life)


def test_one_cause_under_much_of_the_income_is_told():
    life = two().role("Columns").is_paid_monthly("Columns", "1000 EUR", months=14)
    life.hangs("The province", "Practice", "Atlas")

    cause = told(life)["one-cause"]

    # 3000 of 4000; by payer 1/4 (4 + 1 + 1) / 4 = .375, 2.67; by cause .625, 1.6.
    assert cause.title == "75\u202f% of your income depends on one cause"
    assert cause.sentence == (
        "Practice and Atlas depend on The province. By payer, your income is spread"
        " as if about 2.7 clients paid you equally; by cause, as if about 1.6 did."
    )
    assert round(cause.number("herfindahl"), 3) == 0.625


def test_one_role_on_a_cause_is_the_payers_story():
    assert "one-cause" not in told(two().hangs("The province", "Practice"))


def test_one_payer_of_two_roles_is_no_cause_that_was_named():
    life = Life().role("A").role("B")
    for role in ("A", "B"):
        life.is_paid_monthly(role, "100 EUR", months=14, by="Zorgnet")

    assert "one-cause" not in told(life)


def test_the_loss_that_leaves_the_fewest_months_is_told():
    life = two(savings=amt("9000 EUR"), floor=amt("2400 EUR"))

    short = told(life)["would-last"]

    # Two months of notice save 600 each; then 1400 are lacking a month:
    # 2 + 10200 // 1400 = 9 months, and September 2027 lacks 8 x 1400 - 10200 = 1000.
    assert short.title == "Practice ends: your money may last only 9 months"
    assert short.sentence == (
        "In one of ten simulated futures money runs out in September 2027 or earlier: you"
        " would be €1,000 short that month. In the middle one it would last 9 months."
    )
    assert short.number("gap") == 1400


def test_whoever_would_last_a_year_is_not_told_so():
    life = two(savings=amt("90000 EUR"), floor=amt("2400 EUR"))

    assert "would-last" not in told(life)


def test_without_a_floor_nothing_is_said_of_months():
    assert "would-last" not in told(two())


def test_two_months_are_too_few_to_say_anything():
    life = Life(floor=amt("2400 EUR")).role("Practice")
    life.is_paid_monthly("Practice", "1000 EUR", months=2)

    assert told(life) == {}


def test_a_life_without_income_has_nothing_to_fall_back_from():
    assert told(Life().role("Board")) == {}
