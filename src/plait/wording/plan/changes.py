"""What a plan changes, in words: hours, money, and whom to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plait.analysis.decisions.plan.offer.changes import Change, ChangeKind
from plait.domain.roles import RoleKind
from plait.wording.plan.plan import A_UNIT, PlanWords

# Hours that show as none: they are written with one decimal.
_NO_HOURS = 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a change has to be asked of, as far as that is known."""

    organisation: str = ""
    kind: RoleKind | None = None
    notice_days: int | None = None
    from_on: date | None = None
    consent_of: tuple[str, ...] = ()
    needs_consent: bool = False


def changes_text(plan: PlanWords, changes: Sequence[Change]) -> list[str]:
    """Return each change to stand in a list."""
    return [_change(plan, one) for one in changes]


def _change(plan: PlanWords, one: Change) -> str:
    words, _ = plan.words, plan.words.gettext
    text = {
        ChangeKind.STOP: _("no %(role)s"),
        ChangeKind.NEW: _("%(role)s as something new, with %(hours)s"),
        ChangeKind.AGREED: _(
            "%(role)s back to the %(hours)s agreed, from %(before)s now"
        ),
        ChangeKind.FEWER: _("%(role)s with %(hours)s instead of %(before)s"),
        ChangeKind.MORE: _("%(role)s with %(hours)s instead of %(before)s"),
    }[one.kind]
    if one.is_back and one.kind is not ChangeKind.AGREED:
        text = _(
            "%(role)s with %(hours)s agreed and no more, instead of %(before)s for the"
            " %(agreed)s agreed"
        )
    return text % {
        "role": plan.names[one.role],
        "hours": words.hours(one.takes),
        "before": words.number(one.took),
        "agreed": words.number(one.before),
    }


def step_text(plan: PlanWords, one: Change) -> str:
    """Return a change with what it comes to in money and hours."""
    change = _change(plan, one)
    return plan.words.gettext("%(change)s: %(money)s, %(hours)s.") % {
        "change": change[:1].upper() + change[1:],
        "money": _money(plan, one.income),
        "hours": _hours(plan, one.takes - one.took),
    }


def _money(plan: PlanWords, more: float) -> str:
    _ = plan.words.gettext
    if abs(more) < A_UNIT:
        return _("the same money")
    text = _("%(money)s more a month") if more > 0 else _("%(money)s less a month")
    return text % {"money": plan.money(abs(more))}


def _hours(plan: PlanWords, more: float) -> str:
    _ = plan.words.gettext
    if abs(more) < _NO_HOURS:
        return _("the same hours")
    text = _("%(hours)s more a week") if more > 0 else _("%(hours)s less a week")
    return text % {"hours": plan.words.hours(abs(more))}


def ask_text(plan: PlanWords, one: Change, asked: Asked) -> str:
    """Return whom to ask, what notice there is, and who has to consent."""
    lines = [
        _whom(plan, one, asked),
        _notice(plan, one, asked),
        _start(plan, one, asked),
    ]
    return " ".join(line for line in (*lines, _consent(plan, asked)) if line)


def _whom(plan: PlanWords, one: Change, asked: Asked) -> str:
    _ = plan.words.gettext
    if asked.kind is None:
        return ""
    if asked.kind is RoleKind.VENTURE:
        return _("You decide this yourself.")
    if not asked.organisation:
        return _("Agree it with those you do it for.")
    if one.kind is ChangeKind.STOP:
        text = _("Give notice to %(who)s.")
    elif one.kind is ChangeKind.AGREED:
        text = _("Tell %(who)s that you return to what was agreed.")
    else:
        text = _("Agree it with %(who)s.")
    return text % {"who": asked.organisation}


def _notice(plan: PlanWords, one: Change, asked: Asked) -> str:
    words, _ = plan.words, plan.words.gettext
    is_asked = one.kind in {ChangeKind.STOP, ChangeKind.FEWER}
    if not is_asked or asked.kind in {None, RoleKind.VENTURE}:
        return ""
    if asked.notice_days is None:
        return _("What notice it takes is not known.")
    if not asked.notice_days or asked.from_on is None:
        return _("It takes no notice.")
    return words.ngettext(
        "Notice is %(n)d day: from %(date)s at the earliest.",
        "Notice is %(n)d days: from %(date)s at the earliest.",
        asked.notice_days,
    ) % {"n": asked.notice_days, "date": words.day(asked.from_on)}


def _start(plan: PlanWords, one: Change, asked: Asked) -> str:
    if one.kind is not ChangeKind.NEW or asked.from_on is None:
        return ""
    return plan.words.gettext("It begins on %(date)s.") % {
        "date": plan.words.day(asked.from_on)
    }


def _consent(plan: PlanWords, asked: Asked) -> str:
    words, _ = plan.words, plan.words.gettext
    if asked.consent_of:
        return _("It needs consent first, by the terms of %(names)s.") % {
            "names": words.listed(list(asked.consent_of))
        }
    return _("It needs consent first.") if asked.needs_consent else ""
