"""The first steps with a book, in words."""

from typing import NamedTuple

from plait.wording.words import Words


class StepText(NamedTuple):
    """What a step is called, what it takes, and how it is done."""

    title: str
    hint: str
    button: str
    command: str


def step_text(words: Words, key: str, n_roles: int) -> StepText:
    """Return the words of a step; `n_roles` is how many roles are held."""
    return _steps(words, n_roles)[key]


# Of many roles the check-in asks about so many first.
_ASKED_FIRST = 8


def _steps(words: Words, n_roles: int) -> dict[str, StepText]:
    _ = words.gettext
    check_in = words.ngettext(
        "half a minute for %(n)d role", "half a minute for %(n)d roles", n_roles
    )
    return {
        "roles": StepText(
            _("Say what you do"),
            _("a tick is a role"),
            _("Tick roles"),
            "plait role add-several",
        ),
        "capacity": StepText(
            _("Say what hours you have"),
            _("for all roles together"),
            _("Set hours"),
            "plait serve --open",
        ),
        "terms": StepText(
            _("Write down what was agreed"),
            _("hours, pay and notice of each role"),
            _("Add terms"),
            "plait agree %(role)s --hours 8/week",
        ),
        "payment": StepText(
            _("Enter a payment"),
            _("one line, or from a file"),
            _("Enter it"),
            "plait payment add",
        ),
        "hours": StepText(
            _("Log this week"),
            _("a minute: the grid, or one line"),
            _("Log hours"),
            "plait log",
        ),
        "check-in": StepText(
            _("Say how last week felt"),
            check_in % {"n": min(n_roles, _ASKED_FIRST)},
            _("Check in"),
            "plait checkin",
        ),
        "statement": StepText(
            _("Bring a bank statement"),
            _("shows what comes in, and what a month costs"),
            _("Choose file"),
            "plait import FILE",
        ),
    }
