"""What a review says of days not known, and of balances that do not follow."""

from plait.answers.findings.kinds import Kind
from tests.answers.cases import reviewed
from tests.answers.every_kind import found
from tests.cast import Life


def test_days_without_a_statement_are_named():
    gap = found(Kind.GAP_STATEMENTS_MISSING)

    assert gap.title == "No statement of main covers 1 to 30 September 2026"
    assert gap.why == (
        "What came in then is not known, so those months are left out of every mean."
    )
    assert gap.step.place == "import"


def test_a_balance_that_does_not_follow_is_named_with_its_days():
    jump = found(Kind.GAP_BALANCES_JUMP)

    assert jump.title == "A balance of main is off by €20.00"
    assert jump.sentence == (
        "The statement up to 30 September 2026 closes with €1,500.00, and the one from"
        " 1 October 2026 opens with €1,480.00."
    )


def test_a_tracker_that_stopped_is_named_while_other_hours_go_on():
    life = Life("2026-11-30", capacity=40).role("Atlas", "24/week")
    life.role("Board", "8/week")
    life.gives_weekly("Atlas", 24, weeks=20, until="2026-11-06")
    life.gives_weekly("Board", 8, weeks=20, until="2026-11-27")
    life.is_covered("toggl", "2026-11-06", kind="tracker", last={"Atlas": "2026-11-06"})
    life.is_covered("", "2026-11-30", kind="tracker", last={"Board": "2026-11-27"})

    kinds = {one.kind: one for one in reviewed(life).findings}

    stopped = kinds[Kind.GAP_HOURS_STOP]
    assert stopped.title == "The hours of Atlas stop on 6 November 2026"
