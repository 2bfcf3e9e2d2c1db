"""Every kind of finding there is. The slugs stay: scripts and settled findings know them."""

from enum import StrEnum


class Kind(StrEnum):
    """What a finding is about."""

    WEEK_TOO_FULL = "week-too-full"
    ROLE_OVER = "role-over"
    ROLE_UNDER = "role-under"
    TOO_EARLY = "too-early"
    WEEKS_OVERFULL = "weeks-overfull"
    CLASHES = "clashes"
    WORKTIME_OVER = "worktime-over"
    WORKTIME_NEAR = "worktime-near"
    HOURS_UNHEALTHY = "hours-unhealthy"

    VALUE_LOW = "value-low"
    ENERGY_FALLS = "energy-falls"
    CHECK_IN_DUE = "check-in-due"

    ONE_PAYER = "one-payer"
    ONE_CAUSE = "one-cause"
    NO_FALLBACK = "no-fallback"
    WOULD_LAST = "would-last"
    STREAM_DRY = "stream-dry"
    STREAM_SHRINKS = "stream-shrinks"
    PAYMENT_MISSING = "payment-missing"
    INVOICE_UNCLEAR = "invoice-unclear"
    PAYMENT_SHORT = "payment-short"
    PAYMENT_LATE = "payment-late"
    PAYMENT_DOUBLED = "payment-doubled"

    OBLIGATIONS_DUE = "duties-due"
    HOURS_CRITERION = "hours-criterion"
    OBLIGATIONS_BEGIN = "duties-begin"
    OBLIGATIONS_NEAR = "duties-near"
    TURNOVER_OVER = "turnover-over"
    TURNOVER_NEAR = "turnover-near"

    INBOX = "inbox"
    GAP_MONEY_STOPS = "gap-money-stops"
    GAP_STATEMENTS_MISSING = "gap-statements-missing"
    GAP_BALANCES_JUMP = "gap-balances-jump"
    GAP_NO_RATE = "gap-no-rate"
    GAP_HOURS_STOP = "gap-hours-stop"
    GAP_TERMS_ENDED = "gap-terms-ended"
    GAP_NO_CAPACITY = "gap-no-capacity"
    GAP_NO_TERMS = "gap-no-terms"
    GAP_NO_INCOME = "gap-no-income"
    GAP_KIND_UNSURE = "gap-kind-unsure"
    GAP_NO_HOURS_AGREED = "gap-no-hours-agreed"
