"""Income in words: what streams bring, how they swing, and what to do next."""

from plait.wording.words import Words


def no_income_text(words: Words) -> str:
    """Return what to do before any income is known."""
    return words.gettext("No income is known yet: import a bank statement.")


def largest_text(words: Words, payer: str, share: float) -> str:
    """Return who pays most."""
    return words.gettext("%(payer)s pays %(share)s of your income.") % {
        "payer": payer,
        "share": words.percent(share),
    }


def floor_step(words: Words) -> tuple[str, str]:
    """Return what to fill in first, and what the button says."""
    _ = words.gettext
    return (
        _("Fill in what a month costs you at least, and what you have in savings."),
        _("Fill in"),
    )


def see_role_label(words: Words, role: str) -> str:
    """Return what the button to a role's fallback says."""
    return words.gettext("See %(role)s") % {"role": role}
