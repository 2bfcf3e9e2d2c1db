"""plait duties: what is due, as text and as JSON, by the rules of a country."""

from datetime import date

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Invoice, Role
from plait.domain.roles import RoleKind


@pytest.fixture
def trainer(nora, role_of):
    """Nora trains on her own account and works at a school."""
    change_person(viewer=nora, country="NL")
    role_of(nora, "Training", kind=RoleKind.CONTRACT)
    role_of(nora, "School", kind=RoleKind.EMPLOYMENT)
    return nora


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_soonest_stands_first_with_its_stream_and_its_rule(plait, trainer):
    told = flat(plait("duties", "--on", "2026-10-05", "--until", "2026-10-31").output)

    assert (
        "30 October 2026 VAT to be received, July to September 2026 Training · unknown:"
        " statements do not tell VAT apart · T-9 31 October 2026 VAT return, July to"
        " September 2026 Training · T-9"
    ) in told


def test_each_rule_is_explained_once(plait, trainer):
    told = flat(plait("duties", "--on", "2026-10-05").output)

    assert told.count("T-9 VAT for a quarter: the return by the last day") == 1


def test_it_says_that_it_is_no_tax_advice(plait, trainer):
    assert "is no tax advice" in flat(plait("duties").output)


def test_sources_and_what_is_not_covered_stand_behind_verbose(plait, trainer):
    short, long = (flat(plait("duties", *w).output) for w in ((), ("--verbose",)))

    assert "bakertilly.nl" not in short
    assert "dates worked out, not copied (looked up)" in long
    assert "belastingdienst.nl (own knowledge, to be confirmed)" in long
    assert "Provisional assessments of income tax" in long


def test_json_holds_dates_sums_and_where_they_come_from(as_json, trainer):
    answer = as_json(
        *("duties", "--rules", "uk", "--on", "2026-11-20", "--last-bill", "4000")
    )

    (first, *_) = [one for one in answer["due"] if one["what"] == "payment on account"]
    assert first["due_on"] == "2027-01-31"
    assert first["amount"] == "2000.00"
    assert first["roles"] == ["training"]
    assert first["source"].startswith("gov.uk/understand-self-assessment-bill")
    assert first["status"] == "looked up"
    assert answer["currency"] == "GBP"
    assert answer["own_account"] == ["training"]


def test_every_verdict_has_figure_threshold_assumption_source_and_status(
    as_json, trainer
):
    answer = as_json("duties", "--on", "2026-11-20")

    (turnover,) = [one for one in answer["stands"] if one["rule"] == "T-8a"]
    assert (turnover["stand"], turnover["threshold"]) == ("not known", "20000")
    for one in answer["stands"]:
        assert one["assumption"]
        assert one["source"]
        assert one["status"]


def test_without_the_last_bill_it_says_what_is_lacking(as_json, trainer):
    answer = as_json("duties", "--rules", "uk", "--on", "2026-11-20")

    lacks = {one["lacks"] for one in answer["due"] if one["what"].endswith("account")}
    assert lacks == {"the last bill is not told"}


def test_a_share_to_put_by_can_be_told(as_json, plait, trainer):
    answer = as_json("duties", "--set-aside", "30%")

    assert answer["set_aside"]["rate"] == "0.3"
    assert as_json("duties")["set_aside"] is None
    assert "To put by" in plait("duties", "--set-aside", "0.3").output


def test_the_last_day_is_a_year_ahead_unless_told(as_json, trainer):
    assert as_json("duties", "--on", "2026-11-20")["until"] == "2027-11-20"


def test_who_is_only_employed_reads_that_nothing_is_due(plait, nora, role_of):
    role_of(nora, "School", kind=RoleKind.EMPLOYMENT)

    told = flat(plait("duties", "--rules", "nl").output)
    assert "None of your roles is on your own account, so nothing is due" in told


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--last-bill", "much"], "This is not a sum of money: --last-bill much."),
        (["--last-bill", "-1"], "This is not a sum of money: --last-bill -1."),
        (["--last-income", "NaN"], "This is not a sum of money: --last-income NaN."),
        (["--last-bill", "1e99"], "This is not a sum of money: --last-bill 1e99."),
        (["--set-aside", "130%"], "This is not a share: --set-aside 130%."),
        (["--set-aside", "a third"], "This is not a share: --set-aside a third."),
    ],
)
def test_what_is_no_number_is_refused(plait, trainer, words, said):
    answer = plait("duties", *words)

    assert answer.exit_code == 2
    assert answer.stderr.startswith(said)


def test_days_the_wrong_way_round_are_refused(plait, trainer):
    answer = plait("duties", "--on", "2026-11-20", "--until", "2026-11-19")

    assert answer.exit_code == 2
    assert answer.stderr.startswith("The last day lies before the first: 2026-11-19")


def test_a_country_without_rules_is_told_what_to_do(plait, trainer):
    change_person(viewer=trainer, country="DE")

    answer = plait("duties")
    assert answer.exit_code == 2
    assert answer.stderr.startswith("What is due in this country is not known here yet")


def test_invoices_paid_late_bear_interest(as_json, plait, trainer):
    # 5,000 at 12.25 % over 101 days: 169.49, and 70 besides.
    Invoice.objects.create(
        owner=trainer,
        role=Role.objects.get(owner=trainer, key="training"),
        issued_on=date(2025, 5, 31),
        due_on=date(2025, 6, 30),
        amount_minor=500_000,
        currency="GBP",
    )
    asked = ("duties", "--rules", "uk", "--on", "2025-10-09")

    (late,) = as_json(*asked)["late"]
    assert (late["days_late"], late["interest"], late["fixed_sum"]) == (
        101,
        "169.49",
        "70",
    )
    assert "Training: £5,000, 101 days late. You may ask £169.49" in flat(
        plait(*asked).output
    )
