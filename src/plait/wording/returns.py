"""When a settled finding comes back, and why one did, in words."""

from collections.abc import Sequence
from datetime import date

from plait.domain.settled_findings import SettledAs
from plait.wording.words import Words

# What a finding of a kind waits for, by `kind.figure`; `%(limit)s` has its unit.
Moved = tuple[str, str]


def returns_text(words: Words, kind: str, limits: Sequence[Moved]) -> str:
    """Return when a finding comes back; `limits` are (figure, limit in words)."""
    _ = words.gettext
    clauses = [*_moves(words, kind, limits), *_things(words, kind)]
    if not clauses:
        return _done_text(words, kind)
    if len(clauses) == 1:
        return _("Comes back if %(one)s.") % {"one": clauses[0]}
    return _("Comes back if %(one)s, or if %(other)s.") % {
        "one": ", ".join(clauses[:-1]),
        "other": clauses[-1],
    }


def came_back_text(words: Words, kind: str, passed: Sequence[Moved], on: date) -> str:
    """Return why a finding that was settled on a day is said again."""
    clauses = _moves(words, kind, passed)
    return words.gettext("You settled this on %(day)s. It is back because %(why)s.") % {
        "day": words.day(on),
        "why": words.listed(clauses),
    }


def settled_text(words: Words, title: str, returns: str, *, is_put_off: bool) -> str:
    """Return that a finding was settled or put off, and when it comes back."""
    _ = words.gettext
    text = _("Put off: %(title)s.") if is_put_off else _("Settled: %(title)s.")
    return f"{text % {'title': title}} {returns}"


def reopened_text(words: Words, title: str) -> str:
    """Return that a settled finding is open again."""
    return words.gettext("Open again: %(title)s.") % {"title": title}


def _moves(words: Words, kind: str, limits: Sequence[Moved]) -> list[str]:
    texts = {**_of_hours(words), **_of_income(words), **_of_records(words)}
    return [
        texts[f"{kind}.{name}"] % {"limit": limit}
        for name, limit in limits
        if f"{kind}.{name}" in texts
    ]


def _of_hours(words: Words) -> dict[str, str]:
    _ = words.gettext
    other_hours = _("other hours are agreed")
    other_law = _("another law applies")
    return {
        "week-too-full.over": _("your week gets more than %(limit)s too full"),
        "role-over.over": _("it takes more than %(limit)s a week beyond the agreement"),
        "role-over.agreed": other_hours,
        "role-under.over": _("it gets more than %(limit)s a week too little"),
        "role-under.agreed": other_hours,
        "weeks-overfull.n": _("more than %(limit)s of the weeks ahead are too full"),
        "weeks-overfull.load": _("a week ahead comes to more than %(limit)s"),
        "worktime-over.pack": other_law,
        "worktime-near.pack": other_law,
        "hours-unhealthy.figure": _("you work more than %(limit)s a week"),
        "value-low.gives": _("it gives you less than %(limit)s out of 5"),
        "value-low.takes": _("its pressure passes %(limit)s out of 5"),
        "energy-falls.after": _("your energy falls below %(limit)s out of 5"),
        "check-in-due.last_week_on": _("you check in, and then stop again"),
    }


def _of_income(words: Words) -> dict[str, str]:
    _ = words.gettext
    share, limit = _("the share passes %(limit)s"), _("the limit changes")
    return {
        "one-payer.share": share,
        "one-cause.share": share,
        "no-fallback.share": share,
        "no-fallback.chance": _("the chance that it ends passes %(limit)s"),
        "would-last.months": _("your money would last less than %(limit)s"),
        "stream-dry.last_on": _("money comes in and stops again"),
        "stream-shrinks.last_half": _("it brings in less than %(limit)s a month"),
        "payment-late.due_on": _("a further payment is late"),
        "hours-criterion.status": _("it stands differently"),
        "turnover-over.limit": limit,
        "turnover-near.limit": limit,
    }


def _of_records(words: Words) -> dict[str, str]:
    _ = words.gettext
    stop = _("newer records come in and then stop")
    return {
        "inbox.n_subjects": _("more than %(limit)s things wait"),
        "gap-money-stops.last_on": stop,
        "gap-hours-stop.last_on": stop,
    }


def _things(words: Words, kind: str) -> list[str]:
    """Return what further thing brings a finding back, for kinds that list things."""
    _ = words.gettext
    roles = _("it becomes so of a further role")
    text = {
        "worktime-over": _("a further limit is passed"),
        "worktime-near": _("another limit comes near"),
        "invoice-unclear": _("a further invoice is unclear"),
        "gap-statements-missing": _("further days are missing"),
        "gap-balances-jump": _("a further balance does not follow"),
        "gap-no-rate": _("it becomes so of a further currency"),
        "gap-hours-stop": roles,
        "gap-terms-ended": roles,
        "gap-no-terms": roles,
        "gap-no-income": roles,
        "gap-kind-unsure": roles,
        "gap-no-hours-agreed": roles,
    }.get(kind)
    return [text] if text else []


def _done_text(words: Words, kind: str) -> str:
    """Return what is said where no step brings a finding back."""
    _ = words.gettext
    if kind in {"duties-due", "duties-begin", "duties-near"}:
        return _("Done for this date; the next one is a finding of its own.")
    if kind == "clashes":
        return _("Done for these clashes; others are a finding of their own.")
    if kind.startswith("payment-"):
        return _("Done for this payment; the next one is a finding of its own.")
    return _("It stays away until you reopen it.")


def settled_sentence(words: Words, n_settled: int, n_put_off: int) -> str:
    """Return how many findings were settled and put off."""
    _ = words.gettext
    settled = words.ngettext(
        "%(n)d finding settled", "%(n)d findings settled", n_settled
    ) % {"n": n_settled}
    put_off = words.ngettext("%(n)d put off", "%(n)d put off", n_put_off) % {
        "n": n_put_off
    }
    if n_settled and n_put_off:
        return f"{settled}, {put_off}."
    if n_put_off:
        text = words.ngettext(
            "%(n)d finding put off.", "%(n)d findings put off.", n_put_off
        )
        return text % {"n": n_put_off}
    return f"{settled}." if n_settled else _("You have settled nothing yet.")


def settled_as_text(words: Words, settled_as: SettledAs) -> str:
    """Return what was decided, in a word or two."""
    if settled_as is SettledAs.PUT_OFF:
        return words.gettext("Put off")
    return words.gettext("Settled")


def state_text(words: Words, state: str, returns: str) -> str:
    """Return how a decision stands: when it comes back, or that it did."""
    if state == "back":
        return words.gettext("It has come back.")
    if state == "idle":
        return words.gettext("Not so at present.") + f" {returns}"
    return returns
