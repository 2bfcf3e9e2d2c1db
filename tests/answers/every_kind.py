"""A life for each kind of finding, in which a review has to say it."""

from collections.abc import Callable
from datetime import date, timedelta

from plait.answers.findings.finding import Finding
from plait.answers.findings.kinds import Kind
from plait.domain.known import Jump
from plait.domain.records import RecordStatus
from tests.answers.cases import calm, full, reviewed, three_weeks
from tests.cast import Life, amt, terms

MONDAY = date(2026, 11, 16)
ON_THE_24TH = [
    date(2025 + month // 12, month % 12 + 1, 24) for month in range(22)
]  # from January 2025 to October 2026


def found(kind: Kind, language: str = "en") -> Finding:
    """Return the heaviest finding of a kind, of the life that is there for it."""
    findings = reviewed(LIVES[kind](), language).findings
    return next(finding for finding in findings if finding.kind is kind)


def nothing() -> Life:
    return Life()


def clashing() -> Life:
    life = Life().role("Atlas").role("Board")
    life.meets("Atlas", "2026-11-24T09:00", 2, title="Plan")
    return life.meets("Board", "2026-11-24T10:00", 2, title="Board meeting")


def employed(hours: float) -> Life:
    life = Life(country="NL", born_on=date(1980, 1, 1))
    life.role("Practice", "24/week", kind="employment", country="NL")
    for back in range(30):
        monday = MONDAY - timedelta(weeks=back + 1)
        for place in range(5):
            on = monday + timedelta(days=place)
            life.gives("Practice", hours / 5, on, at="08:00")
    return life


def overworked() -> Life:
    life = Life(country="NL").role("Own work")
    return life.gives_weekly("Own work", 60, weeks=20)


def draining() -> Life:
    life = Life().role("Board").role("Atlas")
    for back in range(12):
        week = (MONDAY - timedelta(weeks=back)).isoformat()
        life.checks_in("Board", week, [5, 5, 5, 1])
        life.checks_in("Atlas", week, [1, 2, 2, 5])
    return life


def tiring() -> Life:
    life = Life().role("Atlas")
    for back, energy in enumerate([2, 2, 2, 3, 3, 4, 4, 5, 4, 5, 5, 5]):
        week = (MONDAY - timedelta(weeks=back)).isoformat()
        life.checks_in("Atlas", week, [energy, 4, 4, 3])
    return life


def two_streams(**person: object) -> Life:
    life = Life(**person)
    life.role("Practice", terms(pay="2000 EUR/salary", notice_days=60))
    life.role("Atlas", terms("8/week", pay="85 EUR/hour"))
    life.is_paid_monthly("Practice", "2000 EUR", months=24)
    return life.is_paid_monthly("Atlas", "1000 EUR", months=24)


def on_one_cause() -> Life:
    return two_streams().hangs("The province", "Practice", "Atlas")


def short_of_savings() -> Life:
    return two_streams(savings=amt("9000 EUR"), floor=amt("2400 EUR"))


def paid(days: list[date], *, last: str = "2900 EUR") -> Life:
    life = Life().role("Practice", terms("24/week", pay="4000 EUR/salary"))
    for on in days[:-1]:
        life.is_paid_on("Practice", "2900 EUR", on)
    life.is_paid_on("Practice", last, days[-1])
    return life.is_paid_on("", "-1 EUR", life.on, status=RecordStatus.PRIVATE)


def unpaid() -> Life:
    return paid(ON_THE_24TH[:-1])


def paid_one_of_two() -> Life:
    life = Life().role("Atlas").is_paid_on("Atlas", "500 EUR", "2026-10-05")
    for number in ("31", "32"):
        life.invoices_for(
            *("Atlas", "500 EUR", "2026-09-01", "2026-10-01"), number=number
        )
    return life


def paid_short() -> Life:
    return paid(ON_THE_24TH, last="2500 EUR")


def paid_late() -> Life:
    late = [
        day + timedelta(days=days)
        for day, days in zip(ON_THE_24TH[-3:], (4, 5, 6), strict=True)
    ]
    return paid([*ON_THE_24TH[:-3], *late])


def paid_twice() -> Life:
    return paid([*ON_THE_24TH, ON_THE_24TH[-1] + timedelta(days=2)])


def trainer(on: str) -> Life:
    return Life(on, country="NL").role("Training", since="2015-01-01")


def short_of_hours() -> Life:
    life = trainer("2026-10-30")
    for week in range(44):
        life.gives("Training", 22, date(2026, 1, 2) + timedelta(weeks=week))
    return life


def with_turnover(amount: str) -> Life:
    return trainer("2026-06-30").is_paid_on("Training", amount, "2026-06-01")


def in_britain(amount: str) -> Life:
    life = Life("2026-03-01", currency="GBP", country="GB").role("Consulting")
    life.is_paid_on("Consulting", "100 GBP", "2024-04-06")
    return life.is_paid_on("Consulting", amount, "2024-10-10")


def covered(**known: object) -> Life:
    life = two_streams()
    return life.is_covered("main", "2026-11-20", **known)


def without_september() -> Life:
    return covered(gaps=[("2026-09-01", "2026-10-01")])


def with_a_jump() -> Life:
    jump = Jump(date(2026, 9, 30), date(2026, 10, 1), 150_000, 148_000, "EUR")
    return covered(jumps=(jump,), n_balances=2)


LIVES: dict[Kind, Callable[[], Life]] = {
    Kind.WEEK_TOO_FULL: full,
    Kind.ROLE_OVER: full,
    Kind.ROLE_UNDER: full,
    Kind.TOO_EARLY: three_weeks,
    Kind.WEEKS_OVERFULL: full,
    Kind.CLASHES: clashing,
    Kind.WORKTIME_OVER: lambda: employed(70),
    Kind.WORKTIME_NEAR: lambda: employed(46),
    Kind.HOURS_UNHEALTHY: overworked,
    Kind.VALUE_LOW: draining,
    Kind.ENERGY_FALLS: tiring,
    Kind.CHECK_IN_DUE: calm,
    Kind.ONE_PAYER: full,
    Kind.ONE_CAUSE: on_one_cause,
    Kind.NO_FALLBACK: full,
    Kind.WOULD_LAST: short_of_savings,
    Kind.STREAM_DRY: full,
    Kind.STREAM_SHRINKS: full,
    Kind.PAYMENT_MISSING: unpaid,
    Kind.INVOICE_UNCLEAR: paid_one_of_two,
    Kind.PAYMENT_SHORT: paid_short,
    Kind.PAYMENT_LATE: paid_late,
    Kind.PAYMENT_DOUBLED: paid_twice,
    Kind.OBLIGATIONS_DUE: lambda: trainer("2026-10-05"),
    Kind.HOURS_CRITERION: short_of_hours,
    Kind.OBLIGATIONS_BEGIN: lambda: in_britain("51900 GBP"),
    Kind.OBLIGATIONS_NEAR: lambda: in_britain("46000 GBP"),
    Kind.TURNOVER_OVER: lambda: with_turnover("20000.01 EUR"),
    Kind.TURNOVER_NEAR: lambda: with_turnover("18500 EUR"),
    Kind.INBOX: full,
    Kind.GAP_MONEY_STOPS: full,
    Kind.GAP_STATEMENTS_MISSING: without_september,
    Kind.GAP_BALANCES_JUMP: with_a_jump,
    Kind.GAP_NO_RATE: full,
    Kind.GAP_HOURS_STOP: full,
    Kind.GAP_TERMS_ENDED: full,
    Kind.GAP_NO_CAPACITY: nothing,
    Kind.GAP_NO_TERMS: full,
    Kind.GAP_NO_INCOME: full,
    Kind.GAP_KIND_UNSURE: full,
    Kind.GAP_NO_HOURS_AGREED: full,
}
