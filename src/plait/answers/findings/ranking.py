"""The order of findings: one weight for each kind, with its reason.

The scale: from 60 on, this week asks for a decision; from 30, the coming month; below
that it is good to know. Equal weights keep the order in which a review looks.
"""

from dataclasses import dataclass

from plait.answers.findings.kinds import Kind

# So many findings lead a review: what a person can decide on in one sitting. The
# rest is one line away.
N_PRESSING = 5


@dataclass(frozen=True, slots=True)
class Weight:
    """What a kind weighs: `base`, and `per_unit` for each unit of its severity.

    `severity` names the unit, "" for a kind that always weighs the same.
    """

    base: float
    reason: str
    per_unit: float = 0.0
    severity: str = ""


def weight(kind: Kind, severity: float = 0.0) -> float:
    """Return the weight of a finding; raise `TypeError` for a severity out of place."""
    rank = RANKING[kind]
    if severity and not rank.severity:
        raise TypeError(f"{kind} always weighs {rank.base}")
    return float(rank.base + rank.per_unit * severity)


RANKING: dict[Kind, Weight] = {
    Kind.WEEK_TOO_FULL: Weight(
        90,
        "Too full a week goes at the expense of every role and of health; nothing else"
        " can be repaired before it.",
        per_unit=1,
        severity="hours a week more than there is room for",
    ),
    Kind.ROLE_OVER: Weight(
        70,
        "One talk about one agreement often gives the hours back; the more they are,"
        " the sooner.",
        per_unit=1,
        severity="hours a week more than agreed",
    ),
    Kind.WORKTIME_OVER: Weight(
        66, "A legal limit is passed, and an employer may be fined for it."
    ),
    Kind.STREAM_DRY: Weight(
        62, "Income is gone already, and each month without action costs a month's pay."
    ),
    Kind.HOURS_UNHEALTHY: Weight(
        62, "Harm to health grows with the months that such weeks go on."
    ),
    Kind.ONE_PAYER: Weight(
        60,
        "Half of the income or more can stop with one letter, though it may not come"
        " this year.",
        per_unit=20,
        severity="share of the income, 0 to 1",
    ),
    Kind.OBLIGATIONS_DUE: Weight(
        50,
        "A date that is missed costs a fine; within a week it goes before the rest of"
        " the month.",
        per_unit=8,
        severity="1 within a week, 0 later",
    ),
    Kind.WEEKS_OVERFULL: Weight(
        56, "Weeks ahead can still be changed, and less of them each day."
    ),
    Kind.PAYMENT_MISSING: Weight(
        56, "Money that is owed comes sooner when it is asked for soon."
    ),
    Kind.ONE_CAUSE: Weight(
        55,
        "Several streams can stop for the same reason; rarer than the loss of one"
        " payer, so below it.",
        per_unit=20,
        severity="share of the income, 0 to 1",
    ),
    Kind.INBOX: Weight(
        52, "Every other figure is less sure while records wait for their role."
    ),
    Kind.WOULD_LAST: Weight(
        50,
        "Fewer months of savings leave less time to find something else.",
        per_unit=2,
        severity="months short of a year",
    ),
    Kind.INVOICE_UNCLEAR: Weight(
        54, "A minute's answer says whether money is owed, and all else rests on it."
    ),
    Kind.PAYMENT_SHORT: Weight(
        50, "Part of the money came, so it presses less than a payment that is missing."
    ),
    Kind.VALUE_LOW: Weight(
        48, "A role that takes more than it gives asks for a choice, not for one today."
    ),
    Kind.STREAM_SHRINKS: Weight(
        48, "Income is going, and there is time to replace it."
    ),
    Kind.GAP_MONEY_STOPS: Weight(
        46, "Without statements all that is said of income is out of date."
    ),
    Kind.HOURS_CRITERION: Weight(
        46, "A deduction of thousands a year can be saved only before the year ends."
    ),
    Kind.NO_FALLBACK: Weight(
        45,
        "A plan made in time is months shorter than a search; it weighs by what is at"
        " stake.",
        per_unit=100,
        severity="share of the income times the chance that the role ends, 0 to 1",
    ),
    Kind.GAP_BALANCES_JUMP: Weight(
        46, "Money that no line explains is missing from every figure, or twice in it."
    ),
    Kind.GAP_STATEMENTS_MISSING: Weight(
        45, "Months without a statement are left out of all that is said of income."
    ),
    Kind.GAP_NO_RATE: Weight(45, "Some money is left out of every sum."),
    Kind.GAP_HOURS_STOP: Weight(
        44, "Without hours, drift and the weeks ahead cannot be judged."
    ),
    Kind.ENERGY_FALLS: Weight(
        44, "A role is easier to change before one is tired of it; it is no emergency."
    ),
    Kind.TURNOVER_OVER: Weight(
        44, "VAT has to be charged from now on, which invoices must show."
    ),
    Kind.GAP_TERMS_ENDED: Weight(
        42, "Work without terms is unprotected, and a talk about them is due anyway."
    ),
    Kind.WORKTIME_NEAR: Weight(
        42, "A legal limit is not passed yet: more hours can still be refused."
    ),
    Kind.OBLIGATIONS_BEGIN: Weight(
        42, "Software and records have to be ready by a date some months away."
    ),
    Kind.CLASHES: Weight(
        40, "One of two appointments has to move; people expect it weeks before."
    ),
    Kind.PAYMENT_LATE: Weight(
        40, "The money did come; paying later and later may be the start of worse."
    ),
    Kind.GAP_NO_CAPACITY: Weight(
        40, "One number makes it possible to judge whether the week is too full."
    ),
    Kind.GAP_NO_TERMS: Weight(38, "Hours can be judged only against what was agreed."),
    Kind.GAP_NO_INCOME: Weight(
        36, "Either a payment has no role yet, or a paid role has never paid."
    ),
    Kind.PAYMENT_DOUBLED: Weight(
        34, "Money that came twice will be asked back, and is there until then."
    ),
    Kind.TURNOVER_NEAR: Weight(
        34, "The limit is not passed yet: the next invoice can wait for January."
    ),
    Kind.OBLIGATIONS_NEAR: Weight(
        32, "A new duty may begin next year; nothing to do yet."
    ),
    Kind.ROLE_UNDER: Weight(
        30,
        "Hours may only be missing from the log; a promise that is not kept shows"
        " itself.",
        per_unit=1,
        severity="hours a week less than agreed",
    ),
    Kind.GAP_KIND_UNSURE: Weight(20, "A guess that takes one click to confirm."),
    Kind.GAP_NO_HOURS_AGREED: Weight(
        18, "It may well be meant so; without hours nothing is judged."
    ),
    Kind.CHECK_IN_DUE: Weight(8, "An invitation of half a minute, no problem."),
    Kind.TOO_EARLY: Weight(5, "Time alone solves it; it explains why nothing is said."),
}
