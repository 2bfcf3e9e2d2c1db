"""What the review says of the picture itself: what waits, is missing or out of date."""

from collections.abc import Iterator

from plait.analysis.gaps import Gap, Missing
from plait.domain.money import Money
from plait.review.finding import Evidence, Finding, Step
from plait.review.subject import Subject
from plait.review.words import gettext_noop


def findings(subject: Subject) -> Iterator[Finding]:
    """Yield the inbox, then every gap."""
    if subject.portfolio.waiting:
        yield _inbox(subject)
    for missing in subject.missing:
        yield _gap(subject, missing)


def _inbox(subject: Subject) -> Finding:
    words, _, n = subject.words, subject.words.gettext, subject.words.ngettext
    waiting = subject.portfolio.waiting
    payments = [w for w in waiting if w.minor]
    n_payments = sum(w.n_records for w in payments)
    hours = sum(w.seconds for w in waiting) / 3600
    parts = []
    if n_payments:
        parts.append(
            n("%(n)d payment (%(sum)s)", "%(n)d payments (%(sum)s)", n_payments)
            % {"n": n_payments, "sum": _sums(subject)}
        )
    if hours:
        parts.append(_("%(hours)s hours") % {"hours": words.number(hours)})
    calendars = [w for w in waiting if w.field == "calendar"]
    if calendars:
        parts.append(
            n("%(n)d calendar", "%(n)d calendars", len(calendars))
            % {"n": len(calendars)}
        )
    return Finding(
        kind="inbox",
        weight=52,
        title=n(
            "%(n)d thing belongs to no role yet",
            "%(n)d things belong to no role yet",
            len(waiting),
        )
        % {"n": len(waiting)},
        sentence=_("Waiting for your word: %(parts)s.")
        % {"parts": words.listed(parts)},
        why=_("What has no role is missing from every figure on this page."),
        step=Step(_("Sort them"), "inbox"),
        numbers={
            "n_subjects": len(waiting),
            "n_payments": n_payments,
            "hours": hours,
        },
        evidence=Evidence(
            data=_("Imported lines that no rule of yours covers."),
            method=_("Counted by payer, project and calendar."),
            assumptions=_("Money that went out does not wait; it counts as private."),
            certainty=_("A count."),
        ),
    )


def _sums(subject: Subject) -> str:
    totals: dict[str, int] = {}
    for one in subject.portfolio.waiting:
        if one.minor:
            totals[one.currency] = totals.get(one.currency, 0) + one.minor
    shown = [
        subject.words.money(float(Money.from_minor(minor, currency).number), currency)
        for currency, minor in totals.items()
    ]
    return " + ".join(shown)


def _gap(subject: Subject, missing: Missing) -> Finding:
    title, why, step = _said(subject, missing)
    _ = subject.words.gettext
    first = subject.role(missing.roles[0]) if len(missing.roles) == 1 else None
    return Finding(
        kind="gap-" + missing.gap.value.replace(" ", "-"),
        weight=_WEIGHT[missing.gap],
        role=first.key if first else "",
        colour=first.colour if first else 0,
        title=title,
        sentence="",
        why=why,
        step=step,
        numbers={
            "roles": [subject.role(index).key for index in missing.roles],
            "last_on": missing.last_on.isoformat() if missing.last_on else None,
            "account": missing.account or None,
        },
        evidence=Evidence(
            data=_("What the book holds today."),
            method=_("Looked up, nothing calculated."),
            assumptions=_("None."),
            certainty=_("Certain."),
        ),
    )


_WEIGHT = {
    Gap.MONEY_STOPS: 46,
    Gap.HOURS_STOP: 44,
    Gap.TERMS_ENDED: 42,
    Gap.NO_CAPACITY: 40,
    Gap.NO_TERMS: 38,
    Gap.NO_INCOME: 36,
    Gap.KIND_UNSURE: 20,
    Gap.NO_HOURS_AGREED: 18,
}


def _said(subject: Subject, missing: Missing) -> tuple[str, str, Step]:
    """Return title, reason and step of a gap."""
    words, _ = subject.words, subject.words.gettext
    title, why, label, place = _SAID[missing.gap]
    if missing.gap in _NEVER and missing.last_on is None:
        title = _NEVER[missing.gap]
    shown = {
        "roles": subject.names(missing.roles),
        "account": missing.account,
        "day": words.day(missing.last_on) if missing.last_on else "",
    }
    key = subject.role(missing.roles[0]).key if missing.roles else ""
    return _(title) % shown, _(why), Step(_(label), place, key)


_TERMS = gettext_noop("Write down what was agreed")
_LOOK = gettext_noop("Look at the role")
_BRING = gettext_noop("Bring in a file")
_SAID = {
    Gap.NO_CAPACITY: (
        gettext_noop("You have not said how many hours a week you have to give"),
        gettext_noop("Without it nobody can tell whether your week is too full."),
        gettext_noop("Say how many"),
        "settings",
    ),
    Gap.NO_TERMS: (
        gettext_noop("Nothing is written down of what was agreed for %(roles)s"),
        gettext_noop("Hours can only run past an agreement that is known."),
        _TERMS,
        "agreement",
    ),
    Gap.TERMS_ENDED: (
        gettext_noop("The agreement for %(roles)s has ended, the role goes on"),
        gettext_noop("Work without terms is where roles start to grow."),
        _TERMS,
        "agreement",
    ),
    Gap.NO_HOURS_AGREED: (
        gettext_noop("No hours are agreed for %(roles)s"),
        gettext_noop("Fine if that is how it was meant; then nothing can run over."),
        _TERMS,
        "agreement",
    ),
    Gap.KIND_UNSURE: (
        gettext_noop("Check what kind of role this is: %(roles)s"),
        gettext_noop("The file did not say; the kind was read off the title."),
        _LOOK,
        "role",
    ),
    Gap.NO_INCOME: (
        gettext_noop("No payment was ever seen for %(roles)s"),
        gettext_noop("It is noted as paid, yet no statement shows money for it."),
        _LOOK,
        "role",
    ),
    Gap.HOURS_STOP: (
        gettext_noop("The hours stop on %(day)s"),
        gettext_noop("What is not logged cannot be added up."),
        _BRING,
        "import",
    ),
    Gap.MONEY_STOPS: (
        gettext_noop("The statements of %(account)s stop on %(day)s"),
        gettext_noop("Income after that day is missing here."),
        _BRING,
        "import",
    ),
}
_NEVER = {
    Gap.HOURS_STOP: gettext_noop("No hours are known yet"),
    Gap.MONEY_STOPS: gettext_noop("No bank statement was brought in yet"),
}
