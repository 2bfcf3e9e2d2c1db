"""What happened with an account in words, as its person and as stewards read it."""

from plait.domain.audit import Act, AuditRecord
from plait.wording.words import Words


def heading_text(words: Words, n: int) -> str:
    """Return what the page begins with."""
    if not n:
        return words.gettext("Nothing is noted of your account.")
    return words.gettext("What happened with your account.")


def acts_heading_text(words: Words, n: int) -> str:
    """Return what the page of stewards' acts begins with."""
    if not n:
        return words.gettext("Nobody has done anything yet as a steward.")
    return words.gettext("What stewards did.")


def act_text(words: Words, record: AuditRecord) -> str:
    """Return what happened: You signed in: Firefox, Linux."""
    text = _of_steward(words, record) or _own(words, record.act)
    detail = detail_text(words, record)
    return f"{text}: {detail}" if detail else text


def detail_text(words: Words, record: AuditRecord) -> str:
    """Return with what it happened, "" where the act says all."""
    _ = words.gettext
    details = record.details
    kinds = {
        "availability_band": _("availability as a band"),
        "hours_by_role": _("hours by role"),
        "payments_of_role": _("payments of a role"),
    }
    kind = str(details.get("slice", ""))
    to, text = str(details.get("to", "")), kinds.get(kind, kind)
    if to and text:
        return _("%(what)s, to %(name)s") % {"what": text, "name": to}
    if details.get("how") == "command":
        return _("by a command on the server")
    return to or text or str(details.get("device") or details.get("name") or "")


def signed_text(words: Words, number: int, day: str) -> str:
    """Return how far the server signed the list."""
    text = words.gettext(
        "Signed by this server up to number %(n)s, on %(day)s: nobody can change"
        " what was noted until then without it being found."
    )
    return text % {"n": words.number(number, 0), "day": day}


def _own(words: Words, act: Act) -> str:
    _ = words.gettext
    texts = {
        Act.JOINED: _("You joined this server"),
        Act.SIGNED_IN: _("You signed in"),
        Act.NEW_DEVICE: _("A sign-in from a device that was not seen before"),
        Act.SIGN_IN_REFUSED: _("Somebody tried to sign in and was refused"),
        Act.SIGNED_OUT_THERE: _("You signed a device out"),
        Act.SIGNED_OUT_ELSEWHERE: _("You signed out everywhere else"),
        Act.NOT_ME: _("You said that a sign-in was not you; it was ended"),
        Act.PASSWORD_CHANGED: _("Your password was changed"),
        Act.PASSKEY_ADDED: _("A passkey was added"),
        Act.PASSKEY_REMOVED: _("A passkey was removed"),
        Act.APP_ADDED: _("Codes of an app are asked for from now on"),
        Act.APP_REMOVED: _("Codes of an app are no longer asked for"),
        Act.CODES_MADE: _("New emergency codes were made"),
        Act.CODES_REMOVED: _("The emergency codes were removed"),
        Act.CODE_USED: _("An emergency code was used"),
        Act.ADDRESS_ADDED: _("A mail address was added"),
        Act.ADDRESS_CHANGED: _("Your mail address was changed"),
        Act.ADDRESS_REMOVED: _("A mail address was removed"),
        Act.BOOK_BEGUN: _(
            "You said that you know who could read your book here, and began it"
        ),
        Act.ORGANISATION_ADDED: _("An organisation may sign you in from now on"),
        Act.ORGANISATION_REMOVED: _("An organisation can no longer sign you in"),
        Act.EXPORTED: _("Your book was exported"),
        Act.BACKED_UP: _("A backup was downloaded"),
        Act.FEED_MADE: _("A secret calendar address was made"),
        Act.FEED_ENDED: _("A secret calendar address was withdrawn"),
        Act.SHARE_MADE: _("You began to show something"),
        Act.SHARE_ENDED: _("You stopped showing something"),
        Act.SHARE_LOOKED_AT: _("Somebody looked at what you show"),
        Act.KEY_REPLACED: _("You made a new signature"),
        Act.DELETION_ASKED: _("You asked for your account to be deleted"),
        Act.DELETION_UNDONE: _("The deletion of your account was called off"),
        Act.CLEARED: _("Older entries were deleted, as they are after a while"),
    }
    return texts[act]


def _of_steward(words: Words, record: AuditRecord) -> str:
    """Return what a steward did: by them, or to whoever reads it."""
    _ = words.gettext
    texts = {
        Act.INVITED: (_("You invited somebody"), _("%(by)s invited somebody")),
        Act.INVITED_STEWARD: (
            _("You invited somebody to look after this server"),
            _("%(by)s invited somebody to look after this server"),
        ),
        Act.INVITATION_WITHDRAWN: (
            _("You withdrew an invitation"),
            _("%(by)s withdrew an invitation"),
        ),
        Act.SUSPENDED: (_("You suspended %(of)s"), _("%(by)s suspended %(of)s")),
        Act.LET_IN_AGAIN: (
            _("You let %(of)s in again"),
            _("%(by)s let %(of)s in again"),
        ),
        Act.DELETION_BY_STEWARD: (
            _("You asked for the account of %(of)s to be deleted"),
            _("%(by)s asked for the account of %(of)s to be deleted"),
        ),
        Act.HANDED_OVER: (
            _("You handed this server over to %(of)s"),
            _("%(by)s handed this server over to %(of)s"),
        ),
    }
    if record.act not in texts:
        return ""
    mine, theirs = texts[record.act]
    gone = _("somebody who is gone")
    steward = _("Somebody who looks after this server")
    names = {"by": record.by or steward, "of": record.of or gone}
    return (mine if record.is_by_viewer else theirs) % names
