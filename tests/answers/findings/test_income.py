"""What the review says of income."""

from plait.answers.findings.finding import Finding
from plait.domain.records import RecordStatus
from tests.answers.cases import reviewed
from tests.cast import Life


def findings(life: Life) -> dict[str, Finding]:
    life.is_paid_on("", "-1 EUR", "2026-11-19", status=RecordStatus.PRIVATE)
    return {finding.kind: finding for finding in reviewed(life).findings}


def test_a_payer_who_pays_half_is_told_with_the_rest():
    life = Life().role("Training")
    for payer, euros in (("Atlas", 600), ("De Linde", 300), ("Wijk", 100)):
        life.is_paid_monthly("Training", f"{euros} EUR", months=14, by=payer)

    large = findings(life)["one-payer"]

    assert large.title == "Atlas pays 60\u202f% of your income"
    # 12 x 1000; .36 + .09 + .01 = .46, and 1 / .46 = 2.17.
    assert large.sentence == (
        "Of the €12,000 of the last 12 months, after costs, the rest came from 2 other"
        " payers. That is as spread out as if about two clients paid you equally."
    )
    assert "(Herfindahl): 2.2 here" in large.evidence.method
    assert round(large.number("herfindahl"), 2) == 0.46


def test_one_other_payer_is_one_payer():
    life = Life().role("Training")
    for payer, euros in (("Atlas", 750), ("De Linde", 250)):
        life.is_paid_monthly("Training", f"{euros} EUR", months=14, by=payer)

    # .5625 + .0625 = .625, and 1 / .625 = 1.6.
    assert findings(life)["one-payer"].sentence == (
        "Of the €12,000 of the last 12 months, after costs, the rest came from 1 other"
        " payer. That is as spread out as if about two clients paid you equally."
    )


def test_a_number_of_payers_that_rounds_to_one_is_said_in_words():
    life = Life().role("Training")
    for payer, euros in (("Atlas", 980), ("De Linde", 20)):
        life.is_paid_monthly("Training", f"{euros} EUR", months=14, by=payer)

    # .9604 + .0004 = .9608, and 1 / .9608 = 1.04.
    assert findings(life)["one-payer"].sentence == (
        "Of the €12,000 of the last 12 months, after costs, the rest came from 1 other"
        " payer. That is as if nobody else paid you."
    )


def test_a_single_payer_has_no_rest():
    life = Life().role("Practice").is_paid_monthly("Practice", "2950 EUR", months=5)

    large = findings(life)["one-payer"]

    assert large.title == "Practice House pays 100\u202f% of your income"
    assert large.sentence == (
        "All of the €14,750 of the last 5 months, after costs, came from this payer;"
        " nobody else paid you."
    )
    assert large.evidence.certainty == (
        "Counted over few months: who pays once a year may be missing."
    )


def test_two_months_are_too_few_to_say_what_the_income_hangs_on():
    life = Life().role("Practice").is_paid_monthly("Practice", "2950 EUR", months=2)

    assert "one-payer" not in findings(life)
    assert "payer" not in reviewed(life).sentence


def test_below_half_no_payer_is_singled_out():
    life = Life().role("Training")
    for payer in ("Atlas", "De Linde", "Wijk"):
        life.is_paid_monthly("Training", "100 EUR", months=14, by=payer)

    assert "one-payer" not in findings(life)
    assert reviewed(life).sentence == (
        "No one pays more than 33\u202f% of your income."
    )


def columns(amounts: list[float]) -> Life:
    return Life().role("Columnist").is_paid_monthly("Columnist", amounts)


def test_a_dry_stream_says_what_used_to_come_and_when_it_ended():
    dry = findings(columns([300, 325, 350, 325, 325, 325, 0, 0]))["stream-dry"]

    assert dry.title == "Columnist has stopped bringing in money"
    assert dry.sentence == (
        "The last payment came in August 2026; before, about €325 came every month."
    )
    assert dry.number("months_since") == 2


def test_a_dry_stream_of_every_third_month_says_so():
    dry = findings(columns([325, 0, 0] * 6 + [0] * 6))["stream-dry"]

    assert dry.sentence == (
        "The last payment came in February 2026; before, about €325 came every 3 months."
    )


def test_a_stream_that_thins_out_is_told_by_half_years():
    less = findings(columns(list(range(1200, 0, -100))))["stream-shrinks"]

    # (1200 + 1100 + ... + 700) / 6 = 950 and (600 + ... + 100) / 6 = 350.
    assert less.title == "Columnist brings in less and less"
    assert less.sentence == (
        "€350 a month over the last half year, €950 in the half year before."
    )


def test_a_stream_that_grows_needs_nobody():
    found = findings(columns(list(range(100, 1300, 100))))

    assert not any(kind.startswith("stream") for kind in found)


def test_the_stream_of_a_role_that_ended_may_be_dry():
    life = Life().role("Columnist", until="2026-09-01")
    life.is_paid_monthly("Columnist", [325] * 12 + [0, 0])

    assert "stream-dry" not in findings(life)


def test_other_currencies_name_the_source_of_their_rates():
    dry = findings(
        columns([325] * 8 + [0, 0])
        .role("Flat")
        .is_paid_on("Flat", "780 GBP", "2026-10-30")
    )["stream-dry"]

    assert dry.evidence.source == (
        "European Central Bank, euro foreign exchange reference rates, to"
        " 30 October 2026; each payment at the rate of its day."
    )


def test_one_currency_needs_no_source():
    assert findings(columns([325] * 8 + [0, 0]))["stream-dry"].evidence.source == ""
