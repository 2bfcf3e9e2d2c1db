"""What the review says of the picture itself: what is missing or out of date."""

from collections.abc import Iterator
from dataclasses import replace

from plait.analysis.gaps import HOURS_STALE, INCOME_DUE, MONEY_STALE, Gap, Missing
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.words import Words


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield every gap."""
    for missing in context.missing:
        yield _gap(context, missing)


def _gap(context: AnswerContext, missing: Missing) -> Finding:
    words, _ = context.words, context.words.gettext
    only = context.role(missing.roles[0]) if len(missing.roles) == 1 else None
    shown = {
        "roles": context.names(missing.roles),
        "account": missing.account,
        "day": words.day(missing.last_on) if missing.last_on else "",
        "currencies": words.listed(list(missing.currencies)),
    }
    kind = Kind("gap-" + missing.gap.value.replace(" ", "-"))
    return Finding(
        kind=kind,
        weight=ranking.weight(kind),
        role=only.key if only else "",
        colour=only.colour if only else 0,
        title=_title(words, missing) % shown,
        sentence="",
        why=_why(words, missing) % shown,
        step=_step(words, missing, only.key if only else ""),
        numbers=numbers(
            roles=tuple(context.role(index).key for index in missing.roles),
            last_on=missing.last_on,
            account=missing.account or None,
            currencies=missing.currencies,
        ),
        evidence=Evidence(
            data=_("What the book holds today."),
            method=_("Looked up, nothing calculated."),
            assumptions=_assumptions(words, missing),
            certainty=_("Certain as far as the book goes."),
            records=_records(context, missing, only.key if only else ""),
        ),
    )


def _title(words: Words, missing: Missing) -> str:
    """Return what is missing; the sentence wants its names yet."""
    _, n = words.gettext, len(missing.roles)
    hours_stop = _("The hours stop on %(day)s")
    money_stops = _("The bank statements stop on %(day)s")
    if missing.account:
        money_stops = _("The statements of %(account)s stop on %(day)s")
    if missing.last_on is None:
        hours_stop = _("No hours are known yet")
        money_stops = _("No bank statement was brought in yet")
    return {
        Gap.NO_CAPACITY: _("You have not said how many hours a week you have to give"),
        Gap.NO_TERMS: _("What was agreed for %(roles)s is not written down yet"),
        Gap.TERMS_ENDED: words.ngettext(
            "The agreement for %(roles)s has ended, but the role goes on",
            "The agreements for %(roles)s have ended, but the roles go on",
            n,
        ),
        Gap.NO_HOURS_AGREED: _("No hours are agreed for %(roles)s"),
        Gap.KIND_UNSURE: words.ngettext(
            "Check what kind of role this is: %(roles)s",
            "Check what kind of roles these are: %(roles)s",
            n,
        ),
        Gap.NO_INCOME: _("No payment was ever seen for %(roles)s"),
        Gap.HOURS_STOP: hours_stop,
        Gap.MONEY_STOPS: money_stops,
        Gap.NO_RATE: _("Payments in %(currencies)s are left out of every sum"),
    }[missing.gap]


def _why(words: Words, missing: Missing) -> str:
    """Return why it matters; the sentence wants its names yet."""
    _ = words.gettext
    money_stops = (
        _("Without one nobody can tell what each role brings in.")
        if missing.last_on is None
        else _("What %(roles)s brought in since then is missing here.")
    )
    return {
        Gap.NO_CAPACITY: _("Without it nobody can tell whether your week is too full."),
        Gap.NO_TERMS: _("Hours can only run past an agreement that is known."),
        Gap.TERMS_ENDED: _("Work without terms is where roles start to grow."),
        Gap.NO_HOURS_AGREED: _(
            "That is fine if it was meant so; the hours are then told, not judged."
        ),
        Gap.KIND_UNSURE: _("The file did not say; the kind was read off the title."),
        Gap.NO_INCOME: _("Noted as paid, yet no statement shows any such money."),
        Gap.HOURS_STOP: _("What is not logged cannot be added up."),
        Gap.MONEY_STOPS: money_stops,
        Gap.NO_RATE: _(
            "The European Central Bank publishes no rate for that currency and day, so"
            " nobody can add it to the rest."
        ),
    }[missing.gap]


def _step(words: Words, missing: Missing, key: str) -> Step:
    """Return the next step: in the role itself, or in the list if it is about more."""
    _ = words.gettext
    if missing.gap is Gap.NO_CAPACITY:
        return Step(_("Say how many"), "settings")
    if missing.gap in {Gap.HOURS_STOP, Gap.MONEY_STOPS}:
        return Step(_("Bring in a file"), "import")
    if missing.gap in {Gap.NO_TERMS, Gap.TERMS_ENDED, Gap.NO_HOURS_AGREED}:
        label = _("Write down what was agreed")
        return Step(label, "agreement", key) if key else Step(label, "roles")
    if key:
        return Step(_("Look at the role"), "role", key)
    return Step(_("Look at your roles"), "roles")


def _assumptions(words: Words, missing: Missing) -> str:
    _ = words.gettext
    if missing.gap is Gap.HOURS_STOP and missing.last_on:
        return _("Hours stop when there were none for %(days)d days.") % {
            "days": HOURS_STALE.days
        }
    if missing.gap is Gap.MONEY_STOPS and missing.last_on:
        return _(
            "Statements stop when an account that pays a role was silent for %(days)d"
            " days, or for twice as long as it usually is."
        ) % {"days": MONEY_STALE.days}
    if missing.gap is Gap.NO_INCOME:
        return _("Income is missed once a paid role has run for %(days)d days.") % {
            "days": INCOME_DUE.days
        }
    return _("Nothing is assumed.")


def _records(context: AnswerContext, missing: Missing, role: str) -> records.Selections:
    """Return the records that are not counted, or not judged, while it is missing."""
    if missing.gap is Gap.NO_RATE:
        of_currencies = missing.currencies
        [all_of_them] = records.payments_since(context, None)
        return tuple(replace(all_of_them, currency=one) for one in of_currencies)
    if missing.gap in {Gap.MONEY_STOPS, Gap.NO_INCOME}:
        return records.payments_since(context, None, role)
    return records.time_of_days(context, role=role)
