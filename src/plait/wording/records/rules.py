"""Rules in words: what each looks for, how much it sorted, what says otherwise."""

from plait.domain.rule_list import RuleClash
from plait.domain.rules import RuleField
from plait.wording.words import Words


def sentence(words: Words, n: int, search: str) -> str:
    """Return how many rules there are, or are found."""
    values = {"n": words.number(n, 0), "search": search}
    if search:
        text = words.ngettext(
            "%(n)s rule with “%(search)s”", "%(n)s rules with “%(search)s”", n
        )
    elif not n:
        return words.gettext("No rules yet: confirm something in the inbox.")
    else:
        text = words.ngettext(
            "%(n)s rule sorts what comes in.", "%(n)s rules sort what comes in.", n
        )
    return text % values


def rule_text(words: Words, field: RuleField, value: str) -> str:
    """Return what a rule looks for."""
    _ = words.gettext
    texts = {
        RuleField.ACCOUNT: _("Money from or to account %(value)s"),
        RuleField.REFERENCE: _("Money with “%(value)s” in its text"),
        RuleField.PAYER: _("Money from or to %(value)s"),
        RuleField.PROJECT: _("Hours for project %(value)s"),
        RuleField.CLIENT: _("Hours for client %(value)s"),
        RuleField.TITLE: _("Events called %(value)s"),
        RuleField.CALENDAR: _("Events of calendar %(value)s"),
    }
    return texts[field] % {"value": value}


def used_text(words: Words, n: int) -> str:
    """Return how many records a rule has sorted."""
    if not n:
        return words.gettext("not used yet")
    return words.ngettext("%(n)s record", "%(n)s records", n) % {
        "n": words.number(n, 0)
    }


def clash_text(words: Words, clash: RuleClash) -> str:
    """Return that a wider rule says otherwise of some records."""
    _ = words.gettext
    return words.ngettext(
        "%(n)s of them also fits “%(other)s” (%(role)s); this rule is narrower and"
        " holds.",
        "%(n)s of them also fit “%(other)s” (%(role)s); this rule is narrower and"
        " holds.",
        clash.n_records,
    ) % {
        "n": words.number(clash.n_records, 0),
        "other": rule_text(words, clash.field, clash.value),
        "role": clash.role_name or _("private"),
    }
