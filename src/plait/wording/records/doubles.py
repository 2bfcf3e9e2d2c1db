"""Records that are likely to be one that came in twice, in words."""

from plait.domain.doubles import AccountDetails
from plait.domain.record_list import ListedRecord
from plait.wording.records.accounts import account_text
from plait.wording.records.record_lists import figure_text, time_text
from plait.wording.words import Words


def heading_text(words: Words, n: int) -> str:
    """Return how many pairs there are."""
    if not n:
        return words.gettext("No duplicates found")
    return words.ngettext(
        "%(n)s pair may be a duplicate", "%(n)s pairs may be duplicates", n
    ) % {"n": words.number(n, 0)}


def side_text(
    words: Words, record: ListedRecord | None, account: AccountDetails | None
) -> str:
    """Return one of the two: its day, text, role and figure, or an account."""
    if account is not None:
        payments = words.ngettext("%(n)s payment", "%(n)s payments", account.n_payments)
        n = payments % {"n": words.number(account.n_payments, 0)}
        return " · ".join(
            filter(None, (account_text(account.identifier), account.name, n))
        )
    if record is None:
        return ""
    parts = (
        words.day(record.on),
        time_text(record),
        figure_text(words, record),
        record.title,
        record.detail if record.detail != record.title else "",
        record.role_name,
    )
    return " · ".join(filter(None, parts))
