"""What is wrong with a book, and what to do about it, said in a language."""

from plait.domain.book_state import BookState, Fault, FaultKind, WholeCopy
from plait.wording.words import Words


def what_text(words: Words, fault: Fault) -> str:
    """Return what is wrong, without where."""
    _ = words.gettext
    return {
        FaultKind.EMPTY_FILE: _("The book's file is empty"),
        FaultKind.NOT_A_DATABASE: _(
            "The book's file is damaged: it no longer begins as a database does"
        ),
        FaultKind.UNREADABLE: _("The book's file cannot be read"),
        FaultKind.NOT_WHOLE: _("The book is damaged"),
        FaultKind.TABLE_MISSING: _("A table is missing from the book"),
        FaultKind.COLUMN_MISSING: _("A column is missing from the book"),
        FaultKind.BROKEN_REFERENCE: _("Records refer to others that are not there"),
        FaultKind.RULE_OFF: _("The database does not enforce one of its rules"),
        FaultKind.STEP_MISSING: _("A step that later ones build on is missing"),
        FaultKind.UNKNOWN_STEP: _("A program that is not this Plait changed this book"),
        FaultKind.NEWER: _("A newer Plait than this one has changed this book"),
        FaultKind.BEYOND: _(
            "Records have a day outside the years 1900 to 2199, or an amount or length"
            " that cannot be meant"
        ),
        FaultKind.HISTORY: _("Changes in the history cannot be read"),
        FaultKind.OPEN_TO_OTHERS: _("Others on this computer may open the book"),
        FaultKind.AUDIT: _("What is noted of an account was changed"),
    }[fault.kind]


def value_text(words: Words, fault: Fault) -> str:
    """Return where it is wrong, and how often."""
    _ = words.gettext
    parts = {"where": fault.where, "detail": fault.detail, "n": fault.n}
    if fault.kind is FaultKind.BROKEN_REFERENCE:
        text = words.ngettext(
            "%(n)d row of %(where)s, to %(detail)s",
            "%(n)d rows of %(where)s, to %(detail)s",
            fault.n,
        )
        return text % parts
    if fault.kind is FaultKind.BEYOND:
        return _beyond_text(words, fault)
    if fault.kind is FaultKind.AUDIT:
        return _audit_text(words, fault)
    if fault.kind is FaultKind.HISTORY:
        return (
            fault.where
            if fault.n <= fault.where.count(",") + 1
            else f"{fault.where}, …"
        )
    found = f"{fault.where} ({fault.detail})" if fault.detail else fault.where
    if fault.n > 1:
        more = words.ngettext("and %(n)d more", "and %(n)d more", fault.n - 1)
        return f"{found}, {more % {'n': fault.n - 1}}"
    return found


def _beyond_text(words: Words, fault: Fault) -> str:
    texts = {
        "payment": words.ngettext("%(n)d payment", "%(n)d payments", fault.n),
        "time entry": words.ngettext("%(n)d time entry", "%(n)d time entries", fault.n),
        "event": words.ngettext("%(n)d event", "%(n)d events", fault.n),
        "role": words.ngettext("%(n)d role", "%(n)d roles", fault.n),
        "agreement": words.ngettext("%(n)d agreement", "%(n)d agreements", fault.n),
    }
    return texts[fault.where] % {"n": fault.n}


def _audit_text(words: Words, fault: Fault) -> str:
    _ = words.gettext
    why = {
        "link": _("it is missing, or not the one that followed"),
        "entry": _("it says something else than when it was noted"),
        "gone": _("it was deleted, and nothing says so"),
        "signature": _("it is not what this server signed"),
        "unsigned": _("it should be signed and is not"),
    }[fault.detail]
    text = _("account %(owner)s, entry %(n)d: %(why)s")
    return text % {"owner": fault.where, "n": fault.n, "why": why}


def fix_text(words: Words, fault: Fault) -> str:
    """Return what to do about it, "" where the whole book is to be put back."""
    _ = words.gettext
    update = _("Update Plait, or put back a backup from before: plait restore FILE.")
    return {
        FaultKind.UNREADABLE: _("Check that you may read it and its disk works."),
        FaultKind.RULE_OFF: _("Validate or enable it in PostgreSQL."),
        FaultKind.NEWER: update,
        FaultKind.UNKNOWN_STEP: update,
        FaultKind.BEYOND: _("Answers leave them out; correct or delete them."),
        FaultKind.HISTORY: _("They cannot be undone; everything else can be used."),
        FaultKind.AUDIT: _(
            "Compare it with a backup; find out who can write in the database."
        ),
        FaultKind.OPEN_TO_OTHERS: _(
            "Close it to them: chmod 600 on it and its copies."
        ),
    }.get(fault.kind, "")


def heading_text(words: Words, state: BookState) -> str:
    """Return in a sentence how the book is."""
    _ = words.gettext
    if state.is_damaged:
        return _("The book is damaged. Plait did not change it.")
    if state.faults:
        return _("Something about the book needs your attention.")
    if not state.is_there:
        return _('There is no book here yet. Begin one with: plait init --name "…"')
    if state.n_steps_due:
        return _(
            "The book is whole. Plait brings it to this version's form at the next start."
        )
    return _("The book is whole: its file, tables, references and history.")


def restore_text(words: Words, state: BookState) -> str:
    """Return which copy to put back, "" where the book is not damaged."""
    _ = words.gettext
    if not state.is_damaged:
        return ""
    if state.file is None:
        return _("Put back a dump of this database with pg_restore.")
    if state.copy is None:
        return _(
            "No whole copy lies in its folder. Put back a backup of yours: plait restore"
            " FILE."
        )
    return _(
        "Put back the newest whole copy, of %(day)s: plait restore %(file)s. The book as"
        " it is now is kept beside it."
    ) % {"day": words.day(state.copy.made_on), "file": _quoted(state.copy)}


def _quoted(copy: WholeCopy) -> str:
    return f'"{copy.path}"' if " " in copy.path else copy.path
