"""The form of what was agreed for a role."""

from collections.abc import Collection
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plait.domain.money import Money
from plait.domain.next_terms import first_day_of_next, next_terms
from plait.domain.period import Period
from plait.domain.roles import (
    Agreement,
    Clause,
    CountsAs,
    PayBasis,
    Per,
    Role,
)
from plait.domain.schemas.agreement import MOST_HOURS, MOST_NOTICE_DAYS, MOST_PAY
from plait.domain.schemas.terms_limits import problems_of_terms
from plait.web.forms.parts import DayField, NumberField, offer_currencies
from plait.web.forms.week import WeekField
from plait.web.pages.errors import field_error
from plait.web.pages.roles.terms import last_day

PERS = [
    (Per.WEEK.value, _("a week")),
    (Per.MONTH.value, _("a month")),
    (Per.QUARTER.value, _("a quarter")),
    (Per.YEAR.value, _("a year")),
    (Per.TOTAL.value, _("in total, until the last day")),
]
BASES = [
    (PayBasis.NONE.value, _("none, or not agreed")),
    (PayBasis.SALARY.value, _("a monthly salary")),
    (PayBasis.HOURLY.value, _("an amount per hour")),
    (PayBasis.DAILY.value, _("an amount per day")),
    (PayBasis.MONTHLY.value, _("an amount per month")),
    (PayBasis.FIXED.value, _("one amount in total")),
    (PayBasis.COMMISSION.value, _("commission")),
    (PayBasis.EQUITY.value, _("shares")),
]
CLAUSES = [
    (Clause.NONE.value, _("Says nothing about it")),
    (Clause.CONSENT.value, _("Allowed with permission")),
    (Clause.EXCLUSIVE.value, _("Not allowed")),
]
COUNTS = [
    (CountsAs.EMPLOYMENT.value, _("Employment: limits on working time apply")),
    (CountsAs.WORKER.value, _("On-call or agency work")),
    (CountsAs.SELF_EMPLOYED.value, _("Self-employment")),
    (CountsAs.VOLUNTARY.value, _("Voluntary work or study")),
]
_LIMITED = {CountsAs.EMPLOYMENT, CountsAs.WORKER}


class AgreementForm(forms.Form):
    """The terms of a role over a period."""

    starts_on = DayField(
        label=_("From"),
        error_messages={"required": _("Enter the first day of these terms.")},
    )
    ends_on = DayField(
        label=_("Last day"),
        help_text=_("Leave empty if none was agreed."),
        required=False,
    )
    hours = NumberField(
        label=_("Hours agreed"),
        required=False,
        max_value=Decimal(MOST_HOURS[Per.TOTAL]),
    )
    per = forms.ChoiceField(label=_("Period"), choices=PERS)
    blocks = WeekField(
        label=_("Agreed days and times"),
        help_text=_("Such as mon-wed 9-17, thu 8:30-12:30. Leave empty if they vary."),
        required=False,
        max_length=500,
    )
    pay_basis = forms.ChoiceField(label=_("Pay is"), choices=BASES)
    pay = NumberField(
        label=_("Amount"),
        help_text=_("Before tax."),
        required=False,
        max_value=MOST_PAY,
    )
    currency = forms.ChoiceField(label=_("Currency"))
    notice_days = forms.IntegerField(
        label=_("Notice in days"),
        help_text=_("Two months are 60."),
        min_value=0,
        max_value=MOST_NOTICE_DAYS,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Write a whole number of days, such as 60.")},
    )
    clause = forms.ChoiceField(label=_("Other work"), choices=CLAUSES)
    counts_as = forms.ChoiceField(
        label=_("How the hours count legally"),
        help_text=_("The limits on working time apply to all employment together."),
        choices=COUNTS,
    )

    has_opted_out = forms.BooleanField(
        label=_("I agreed in writing to work more than 48 hours a week on average"),
        help_text=_(
            "Some countries allow this. Leave it empty if you signed no such agreement."
        ),
        required=False,
    )

    on_call_counts = forms.BooleanField(
        label=_("Hours on call count as worked"),
        help_text=_("As on call at the workplace. Leave it empty if they stand apart."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,  # noqa: ANN401  # Django's signature
        taken: Collection[date] = (),
        **kwargs: Any,  # noqa: ANN401  # the same
    ) -> None:
        super().__init__(*args, **kwargs)
        self.taken = taken
        offer_currencies(self)

    def clean_starts_on(self) -> date:
        """Refuse a day from which other terms hold: those are to be corrected."""
        day: date = self.cleaned_data["starts_on"]
        if day in self.taken:
            raise forms.ValidationError(
                _("There are terms from this day already: correct those.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse what contradicts itself, each at its field."""
        if not self.errors:
            for problem in problems_of_terms(self.terms()):
                self.add_error(problem.where, field_error(problem))
        return self.cleaned_data

    def terms(self) -> Agreement:
        """Return what was agreed; it ends the day after its last."""
        values, last = self.cleaned_data, self.cleaned_data["ends_on"]
        pay = values["pay"]
        return Agreement(
            period=Period(
                values["starts_on"], last + timedelta(days=1) if last else None
            ),
            hours=values["hours"],
            per=Per(values["per"]),
            pay_basis=PayBasis(values["pay_basis"]),
            pay=None if pay is None else Money(pay, values["currency"]),
            notice_days=values["notice_days"],
            clause=Clause(values["clause"]),
            counts_as=CountsAs(values["counts_as"]),
            blocks=values["blocks"],
            # For other work there is no such limit that one could opt out of.
            has_opted_out=values["has_opted_out"] and values["counts_as"] in _LIMITED,
            on_call_counts=values["on_call_counts"],
        )


def terms_initial(terms: Agreement, currency: str) -> dict[str, Any]:
    """Return terms as the form shows them."""
    return {
        "starts_on": terms.period.start,
        "ends_on": last_day(terms.period),
        "hours": _plain(terms.hours),
        "per": terms.per.value,
        "pay_basis": terms.pay_basis.value,
        "pay": terms.pay.number if terms.pay else None,
        "currency": terms.pay.currency if terms.pay else currency,
        "notice_days": terms.notice_days,
        "clause": terms.clause.value,
        "counts_as": terms.counts_as.value,
        "blocks": terms.blocks,
        "has_opted_out": terms.has_opted_out,
        "on_call_counts": terms.on_call_counts,
    }


def next_initial(role: Role, today: date, currency: str) -> dict[str, Any]:
    """Return new terms as the form shows them first, to be changed."""
    terms = next_terms(role, first_day_of_next(role, today))
    return terms_initial(terms, currency)


def _plain(hours: Decimal | None) -> Decimal | None:
    """Return hours with two decimals at most and no zeros behind."""
    if hours is None:
        return None
    return Decimal(f"{hours:.2f}".rstrip("0").rstrip("."))
