"""What a review says of the records themselves: what is missing or out of date."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plait.analysis.gaps import HOURS_STALE, INCOME_DUE, MONEY_STALE, Gap, Missing
from plait.answers.context import AnswerContext
from plait.answers.findings import ranking, records
from plait.answers.findings.finding import Evidence, Finding, Step
from plait.answers.findings.kinds import Kind
from plait.answers.findings.numbers import numbers
from plait.wording.records import known
from plait.wording.records.accounts import account_text
from plait.wording.words import Words

_BY_A_FILE = {
    *(Gap.HOURS_STOP, Gap.MONEY_STOPS, Gap.STATEMENTS_MISSING, Gap.BALANCES_JUMP),
}


def findings(context: AnswerContext) -> Iterator[Finding]:
    """Yield every gap."""
    yield from findings_of(context, context.missing)


def findings_of(context: AnswerContext, gaps: Iterable[Missing]) -> Iterator[Finding]:
    """Yield a finding for each of these gaps."""
    for missing in gaps:
        yield _gap(context, missing)


def _gap(context: AnswerContext, missing: Missing) -> Finding:
    words, _ = context.words, context.words.gettext
    only = context.role(missing.roles[0]) if len(missing.roles) == 1 else None
    values = {
        "roles": context.names(missing.roles),
        "account": account_text(missing.account) or _("an account without a number"),
        "day": words.day(missing.last_on) if missing.last_on else "",
        "currencies": words.listed(list(missing.currencies)),
        "days": known.days_text(words, missing.days),
    }
    if missing.jumps:
        values["difference"] = known.difference_text(words, missing.jumps[-1])
    kind = Kind("gap-" + missing.gap.value.replace(" ", "-"))
    return Finding(
        kind=kind,
        weight=ranking.weight(kind),
        role=only.key if only else "",
        colour=only.colour if only else 0,
        title=_title(words, missing) % values,
        sentence=known.jump_text(words, missing.jumps[-1]) if missing.jumps else "",
        why=_why(words, missing) % values,
        step=_step(words, missing, only.key if only else ""),
        numbers=numbers(
            roles=tuple(context.role(index).key for index in missing.roles),
            last_on=missing.last_on,
            account=missing.account or None,
            currencies=missing.currencies,
            days=tuple(str(one.start) for one in missing.days)
            + tuple(str(one.on) for one in missing.jumps),
            differences=tuple(str(one.difference_minor) for one in missing.jumps),
        ),
        evidence=Evidence(
            data=_("Your records as they are today."),
            method=_("Looked up, not calculated."),
            assumptions=_assumptions(words, missing),
            certainty=_("Certain, as far as your records go."),
            records=_records(context, missing, only.key if only else ""),
        ),
    )


def _title(words: Words, missing: Missing) -> str:
    """Return what is missing, with places for its names."""
    _, n = words.gettext, len(missing.roles)
    hours_stop = _("Your hours stop on %(day)s")
    money_stops = _("Your bank statements stop on %(day)s")
    if missing.is_by_hand:
        money_stops = _("The money you enter by hand stops on %(day)s")
    if missing.account:
        money_stops = _("The statements of %(account)s stop on %(day)s")
    if missing.roles:
        hours_stop = _("The hours of %(roles)s stop on %(day)s")
    balances_jump = words.ngettext(
        "A balance of %(account)s is off by %(difference)s",
        "Several balances of %(account)s do not follow, the last by %(difference)s",
        len(missing.jumps),
    )
    statements = _("No statement of %(account)s covers %(days)s")
    if not missing.account:
        balances_jump = words.ngettext(
            "A balance is off by %(difference)s",
            "Several balances do not follow, the last by %(difference)s",
            len(missing.jumps),
        )
        statements = _("No statement covers %(days)s")
    if missing.last_on is None:
        hours_stop = _("No hours are known yet")
        money_stops = _("No bank statement has been imported yet")
    return {
        Gap.NO_CAPACITY: _("You have not said how many hours a week you can work"),
        Gap.NO_TERMS: _("No agreement is noted for %(roles)s yet"),
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
        Gap.NO_INCOME: _("No payment has ever come in for %(roles)s"),
        Gap.HOURS_STOP: hours_stop,
        Gap.MONEY_STOPS: money_stops,
        Gap.NO_RATE: _("Payments in %(currencies)s are left out of every sum"),
        Gap.STATEMENTS_MISSING: statements,
        Gap.BALANCES_JUMP: balances_jump,
    }[missing.gap]


def _why(words: Words, missing: Missing) -> str:
    """Return why it matters, with places for its names."""
    _ = words.gettext
    money_stops = (
        _("Without one, nothing shows what each role brings in.")
        if missing.last_on is None
        else _("What %(roles)s brought in since then is missing here.")
    )
    if missing.is_by_hand:
        money_stops = _(
            "What %(roles)s brought in since then is not judged. If nothing came, say"
            " so where it stands until when your records are known."
        )
    return {
        Gap.NO_CAPACITY: _("Without it, nothing shows whether your week is too full."),
        Gap.NO_TERMS: _("Hours can only be compared with an agreement that is noted."),
        Gap.TERMS_ENDED: _("Without an agreement, a role easily grows."),
        Gap.NO_HOURS_AGREED: _(
            "That is fine if you meant it so: hours are then shown, not judged."
        ),
        Gap.KIND_UNSURE: _(
            "The file did not say, so the kind was guessed from the title."
        ),
        Gap.NO_INCOME: _("You noted it as paid, but no statement shows a payment."),
        Gap.HOURS_STOP: _("What is not logged cannot be added up."),
        Gap.MONEY_STOPS: money_stops,
        Gap.NO_RATE: _(
            "The European Central Bank publishes no rate for that currency and day, so"
            " it cannot be added to the rest."
        ),
        Gap.STATEMENTS_MISSING: _(
            "What came in then is not known, so those months are left out of every mean."
        ),
        Gap.BALANCES_JUMP: _(
            "Somewhere before that day a line is missing, or stands there twice."
        ),
    }[missing.gap]


def _step(words: Words, missing: Missing, key: str) -> Step:
    """Return the next step: in the role itself, or in the list if it is about more."""
    _ = words.gettext
    if missing.gap is Gap.NO_CAPACITY:
        return Step(_("Enter your hours"), "settings")
    if missing.gap is Gap.HOURS_STOP and missing.last_on is None:
        return Step(_("Log hours"), "log")
    if missing.gap in _BY_A_FILE:
        by_file = Step(_("Import a file"), "import")
        by_hand = Step(_("Enter what came since"), "payment_add")
        return by_hand if missing.is_by_hand else by_file
    if missing.gap in {Gap.NO_TERMS, Gap.TERMS_ENDED, Gap.NO_HOURS_AGREED}:
        label = _("Note what was agreed")
        return Step(label, "agreement", key) if key else Step(label, "roles")
    if key:
        return Step(_("Look at the role"), "role", key)
    return Step(_("Look at your roles"), "roles")


def _assumptions(words: Words, missing: Missing) -> str:
    _ = words.gettext
    if missing.gap is Gap.HOURS_STOP and missing.last_on:
        return _("Hours stop when none were logged for %(days)d days.") % {
            "days": HOURS_STALE.days
        }
    if missing.is_by_hand:
        return _(
            "Money by hand stops when a role had none for %(days)d days, or for twice as"
            " long as usual."
        ) % {"days": MONEY_STALE.days}
    if missing.gap is Gap.MONEY_STOPS and missing.last_on:
        return _(
            "Statements stop when an account on which a role is paid had no lines for"
            " %(days)d days, or for twice as long as usual."
        ) % {"days": MONEY_STALE.days}
    if missing.gap is Gap.STATEMENTS_MISSING:
        return _(
            "Days between two files that no file covers, where balances changed or more"
            " days lie between than usual."
        )
    if missing.gap is Gap.NO_INCOME:
        return _("Income is expected once a paid role has run for %(days)d days.") % {
            "days": INCOME_DUE.days
        }
    return _("Nothing is assumed.")


def _records(context: AnswerContext, missing: Missing, role: str) -> records.Selections:
    """Return the records that are not counted, or not judged, while it is missing."""
    if missing.gap is Gap.NO_RATE:
        of_currencies = missing.currencies
        [all_of_them] = records.payments_since(context, None)
        return tuple(replace(all_of_them, currency=one) for one in of_currencies)
    of_money = {Gap.MONEY_STOPS, Gap.NO_INCOME}
    if missing.gap in of_money | {Gap.STATEMENTS_MISSING, Gap.BALANCES_JUMP}:
        return records.payments_since(context, None, role)
    return records.time_of_days(context, role=role)
