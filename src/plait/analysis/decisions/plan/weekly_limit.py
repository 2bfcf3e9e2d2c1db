"""The mean hours a week that a country's law allows for all employers together."""

from plait.analysis.decisions.plan.options import MOST_HOURS
from plait.domain.portfolio import Portfolio
from plait.domain.roles import CountsAs
from plait.reference.working_time.kinds import Mean
from plait.reference.working_time.packs import NoPack, code_for, pack
from plait.reference.working_time.rules import Rule

_ADULT = 18
# A mean over fewer weeks limits a peak and not a mix of hours.
_FEWEST_WEEKS = 4


def weekly_limit(portfolio: Portfolio) -> tuple[float, frozenset[CountsAs]]:
    """Return the most mean hours a week, and whose hours count towards it.

    For adults; where the country is not known, nothing limits. A rule
    that can be opted out of does not hold for those who did in all that counts.
    """
    try:
        rules = pack(code_for(portfolio.person.country)).rules
    except NoPack:
        return MOST_HOURS, frozenset()
    found = [
        (rule.how.limit, rule.counts)
        for rule in rules
        if isinstance(rule.how, Mean)
        and rule.how.weeks >= _FEWEST_WEEKS
        and _holds(rule, portfolio)
        and not (rule.how.can_opt_out and _is_out(portfolio, rule.counts))
    ]
    return min(found, key=lambda one: one[0], default=(MOST_HOURS, frozenset()))


def _holds(rule: Rule, portfolio: Portfolio) -> bool:
    is_begun = rule.valid_from is None or rule.valid_from <= portfolio.on
    is_over = rule.valid_to is not None and rule.valid_to <= portfolio.on
    is_of_adults = rule.below_age is None and rule.from_age <= _ADULT
    return is_begun and not is_over and is_of_adults


def _is_out(portfolio: Portfolio, counts: frozenset[CountsAs]) -> bool:
    held = [role.agreement_on(portfolio.on) for _, role in portfolio.roles_held()]
    counted = [terms for terms in held if terms and terms.counts_as in counts]
    return bool(counted) and all(terms.has_opted_out for terms in counted)
