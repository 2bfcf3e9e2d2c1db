"""The fields of a record, as a list shows them: a title and a value each."""

from collections.abc import Iterator
from datetime import date, timedelta

from plait.domain.period import Period
from plait.domain.roles import Agreement, PayBasis
from plait.domain.schemas.field_types import Choice, Day, Names, Signed, YesNo
from plait.domain.schemas.role import ROLE
from plait.domain.schemas.schema import Field, Schema
from plait.reference.occupations.lookup import title_of
from plait.wording.words import Words


def field_texts(
    words: Words, schema: Schema, record: object
) -> Iterator[tuple[str, str]]:
    """Yield the title of each field that a person is asked for, and its value."""
    for field in schema.asked:
        text = value_text(words, schema, field, field.of(record))
        if text:
            yield words.gettext(field.title or field.label), text


def value_text(words: Words, schema: Schema, field: Field, value: object) -> str:
    """Return a value in the reader's language, "" where there is none."""
    if schema is ROLE and field.name == "occupation":
        return title_of(str(value), words.language)
    if isinstance(field.type, YesNo):
        return words.gettext("yes") if value else words.gettext("no")
    if isinstance(field.type, Choice):
        return words.gettext(field.type.labels[value])
    if isinstance(field.type, Names) and isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(field.type, Day) and isinstance(value, date):
        last = value - timedelta(days=1) if field.name == "to" else value
        return words.day(last)
    is_hours = isinstance(field.type, Signed) and value is not None
    return words.hours(float(str(value))) if is_hours else str(value or "")


def period_text(words: Words, period: Period) -> str:
    """Return the days that terms hold: from 1 January 2026, or up to a last day."""
    first = words.day(period.start)
    if period.end is None:
        return words.gettext("from %(first)s") % {"first": first}
    last = words.day(period.end - timedelta(days=1))
    return words.gettext("%(first)s to %(last)s") % {"first": first, "last": last}


def agreed_hours_text(words: Words, terms: Agreement) -> str:
    """Return the agreed hours as they were agreed, "" where none were."""
    if terms.hours is None:
        return ""
    sentence = {
        "week": words.gettext("%(hours)s h a week"),
        "month": words.gettext("%(hours)s h a month"),
        "quarter": words.gettext("%(hours)s h a quarter"),
        "year": words.gettext("%(hours)s h a year"),
        "total": words.gettext("%(hours)s h in all"),
    }[terms.per.value]
    return sentence % {"hours": words.number(float(terms.hours), 2)}


def agreed_pay_text(words: Words, terms: Agreement) -> str:
    """Return the agreed pay as it was agreed, "" where none was."""
    if terms.pay is None:
        return ""
    number = terms.pay.number
    is_whole = number == number.to_integral_value()
    amount = words.money(float(number), terms.pay.currency, 0 if is_whole else 2)
    sentence = {
        PayBasis.SALARY: words.gettext("%(pay)s salary a month"),
        PayBasis.MONTHLY: words.gettext("%(pay)s a month"),
        PayBasis.DAILY: words.gettext("%(pay)s a day"),
        PayBasis.HOURLY: words.gettext("%(pay)s an hour"),
        PayBasis.FIXED: words.gettext("%(pay)s for the whole"),
        PayBasis.COMMISSION: words.gettext("%(pay)s commission"),
        PayBasis.EQUITY: words.gettext("%(pay)s in shares"),
        PayBasis.NONE: "%(pay)s",
    }[terms.pay_basis]
    return sentence % {"pay": amount}


def agreed_notice_text(words: Words, terms: Agreement) -> str:
    """Return the notice, "" where nothing was agreed."""
    days = terms.notice_days
    if days is None:
        return ""
    return words.ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
