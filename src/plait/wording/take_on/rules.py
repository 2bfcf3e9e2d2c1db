"""What speaks on paper: clauses on other work, and rules on working time."""

from plait.analysis.decisions.take_on.clauses import ClauseMet
from plait.analysis.decisions.take_on.law import LawChange
from plait.analysis.working_time.verdicts import Verdict
from plait.domain.portfolio import Portfolio
from plait.domain.roles import Clause
from plait.reference.clauses import ClauseLaw, clause_law
from plait.wording.hours.working_time import amount_text, title_text
from plait.wording.hours.working_time import verdict_text as rule_verdict_text
from plait.wording.words import Words


def clause_text(words: Words, portfolio: Portfolio, met: ClauseMet) -> str:
    """Return what a clause asks, and whose it is."""
    _ = words.gettext
    forbids = met.clause is Clause.EXCLUSIVE
    if met.role is None:
        return (
            _("Its own terms rule out the other work you have.")
            if forbids
            else _("Its own terms ask for consent to the other work you have.")
        )
    names = {
        "role": portfolio.roles[met.role].name,
        "organisation": met.organisation,
    }
    return (
        _("Your agreement with %(organisation)s as %(role)s rules out other work.")
        if forbids
        else _(
            "Your agreement with %(organisation)s as %(role)s asks for consent before"
            " other work."
        )
    ) % names


def clause_worth_text(words: Words, met: ClauseMet) -> tuple[str, str]:
    """Return what a clause is worth where it holds, and who says so; "" if unknown."""
    _ = words.gettext
    if not met.is_employed:
        return _("The laws on such clauses are for employment, which this is not."), ""
    law = clause_law(met.country)
    if law is None:
        return "", ""
    source = _("%(law)s, as of %(day)s; %(source)s. Information, not legal advice.") % {
        "law": _law_name(words, law),
        "day": words.day(law.as_of),
        "source": law.source,
    }
    return words.text_of(law, "says"), source


def _law_name(words: Words, law: ClauseLaw) -> str:
    name = words.text_of(law, "law")
    return name[:1].upper() + name[1:]


def rule_text(words: Words, change: LawChange) -> str:
    """Return a rule, and the figure without and with the variant."""
    _ = words.gettext
    values = {
        "rule": title_text(change.rule, words),
        "before": "" if change.before is None else words.number(change.before),
        "after": amount_text(words, change.rule.how.unit, change.after, 1),
    }
    if change.before is None:
        text = _("%(rule)s: with it, it would be %(after)s.") % values
    else:
        text = _("%(rule)s: now %(before)s, with it %(after)s.") % values
    if not change.is_spread:
        return text
    return f"{text} " + _(
        "This assumes that hours without agreed days are spread evenly over the week;"
        " agree on days to be sure."
    )


def verdict_text(words: Words, change: LawChange) -> str:
    """Return in a word or two how a rule would stand."""
    if change.verdict is Verdict.OVER and change.is_spread:
        return words.gettext("possibly over the limit")
    return rule_verdict_text(change.verdict, words)
