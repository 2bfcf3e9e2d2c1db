"""plait obligations: what is due, as text and as JSON, by the rules of a country."""

from datetime import date
from decimal import Decimal

import pytest

from plait.accounts.operations import change_person
from plait.book.models import Invoice, Role
from plait.domain.roles import RoleKind
from tests.tell_tales import english_in


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
    text = flat(
        plait("obligations", "--on", "2026-10-05", "--until", "2026-10-31").output
    )

    assert (
        "30 October 2026 VAT payment due, July to September 2026 Training · amount"
        " unknown: bank statements do not show VAT · T-9 31 October 2026 VAT return, July to"
        " September 2026 Training · T-9"
    ) in text


def test_each_rule_is_explained_once(plait, trainer):
    text = flat(plait("obligations", "--on", "2026-10-05").output)

    assert text.count("T-9 VAT for a quarter: the return by the last day") == 1


def test_it_says_that_it_is_no_tax_advice(plait, trainer):
    assert "not tax advice" in flat(plait("obligations").output)


def test_sources_and_what_is_not_covered_stand_behind_verbose(plait, trainer):
    short, long = (flat(plait("obligations", *w).output) for w in ((), ("--verbose",)))

    assert "bakertilly.nl" not in short
    assert "noteer-deze-deadlines-in-je-agenda (looked up)" in long
    assert "belastingdienst.nl (general knowledge, to be confirmed)" in long
    assert "Provisional assessments of income tax" in long


def test_json_holds_dates_sums_and_where_they_come_from(as_json, trainer):
    answer = as_json(
        *("obligations", "--rules", "uk", "--on", "2026-11-20", "--last-bill", "4000")
    )

    (first, *_) = [one for one in answer["due"] if one["kind"] == "payment on account"]
    assert first["due_on"] == "2027-01-31"
    assert first["amount"] == "2000.00"
    assert first["roles"] == ["training"]
    assert first["rule"]["source"].startswith("gov.uk/understand-self-assessment-bill")
    assert first["rule"]["status"] == "looked up"
    assert answer["currency"] == "GBP"
    assert answer["own_account"] == ["training"]


def test_every_verdict_has_figure_threshold_assumption_source_and_status(
    as_json, trainer
):
    answer = as_json("obligations", "--on", "2026-11-20")

    (turnover,) = [one for one in answer["limits"] if one["rule"]["id"] == "T-8a"]
    assert (turnover["status"], turnover["threshold"]) == ("not known", "20000")
    for one in answer["limits"]:
        assert one["rule"]["assumption"]
        assert one["rule"]["source"]
        assert one["rule"]["status"]


def test_without_the_last_bill_it_says_what_is_lacking(as_json, trainer):
    answer = as_json("obligations", "--rules", "uk", "--on", "2026-11-20")

    why = {
        one["why_unknown"] for one in answer["due"] if one["kind"].endswith("account")
    }
    assert why == {"the last bill is not given"}


def test_a_share_to_put_by_can_be_told(as_json, plait, trainer):
    answer = as_json("obligations", "--set-aside", "30%")

    assert answer["set_aside"]["rate"] == "0.3"
    assert as_json("obligations")["set_aside"] is None
    assert "To set aside" in plait("obligations", "--set-aside", "0.3").output


def test_the_last_day_is_a_year_ahead_unless_told(as_json, trainer):
    assert as_json("obligations", "--on", "2026-11-20")["until"] == "2027-11-20"


def test_who_is_only_employed_reads_that_nothing_is_due(plait, nora, role_of):
    role_of(nora, "School", kind=RoleKind.EMPLOYMENT)

    text = flat(plait("obligations", "--rules", "nl").output)
    assert (
        "You are self-employed in none of your roles, so these rules ask nothing"
        in text
    )


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
    answer = plait("obligations", *words)

    assert answer.exit_code == 2
    assert answer.stderr.startswith(said)


def test_every_label_is_in_the_language_of_the_person(plait, trainer):
    change_person(viewer=trainer, language="nl", set_aside=Decimal("0.3"))

    page = plait("obligations", "--on", "2026-10-05", "--verbose").output
    assert "Belastingdata tot en met 5 oktober 2027, Nederland" in page
    assert english_in(page) == []


def test_germany_speaks_the_language_of_the_person_too(plait, trainer):
    change_person(viewer=trainer, language="nl", country="DE")

    page = flat(plait("obligations", "--on", "2026-10-05", "--verbose").output)
    assert "Inkomstenbelasting vooruit, oktober t/m december 2026" in page
    assert "UStG § 18" in page
    assert english_in(page) == []


def test_vat_dates_fit_how_often_one_files(as_json, plait, trainer):
    by_month = as_json("obligations", "--on", "2026-10-05", "--vat", "month")
    never = as_json("obligations", "--on", "2026-10-05", "--vat", "never")

    kinds = [one["kind"] for one in by_month["due"]]
    assert kinds.count("VAT return") == 12
    assert "VAT return" not in [one["kind"] for one in never["due"]]


def test_the_name_it_had_before_still_works(plait, trainer):
    asked = ("--on", "2026-10-05")

    assert plait("duties", *asked).output == plait("obligations", *asked).output
    assert "duties" not in plait("--help").output


def test_days_the_wrong_way_round_are_refused(plait, trainer):
    answer = plait("obligations", "--on", "2026-11-20", "--until", "2026-11-19")

    assert answer.exit_code == 2
    assert answer.stderr.startswith("The last day lies before the first: 2026-11-19")


def test_a_country_without_rules_is_told_what_to_do(plait, trainer):
    change_person(viewer=trainer, country="AT")

    answer = plait("obligations")
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
    asked = ("obligations", "--rules", "uk", "--on", "2025-10-09")

    (late,) = as_json(*asked)["overdue"]
    assert (late["days_late"], late["interest"], late["fixed_sum"]) == (
        101,
        "169.49",
        "70",
    )
    assert "Training: £5,000, 101 days late. You may charge £169.49 interest" in flat(
        plait(*asked).output
    )
