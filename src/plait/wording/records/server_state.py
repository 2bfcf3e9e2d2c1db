"""The kinds of jobs in words, without what any of them is about."""

from plait.wording.words import Words


def kind_text(words: Words, kind: str) -> str:
    """Return what jobs of a kind do; its name where it has no words."""
    _ = words.gettext
    known = {
        "calendar": _("Check calendars"),
        "import_preview": _("Read files"),
        "import": _("Bring in files"),
        "export": _("Put together what somebody takes along"),
        "share": _("Bring up to date what people show"),
        "account-mail": _("Mail about accounts"),
        "address-mail": _("Mail that confirms an address"),
        "chosen-mail": _("Mail that people chose"),
        "invitation-mail": _("Mail invitations"),
        "leaving-mail": _("Mail who is deleted"),
        "new-device-mail": _("Mail about new devices"),
        "share-link-mail": _("Mail links to what people show"),
        "trial-mail": _("Try the mail server"),
        "mail-time": _("See whose mail is due"),
        "audit-heads": _("Sign what was noted of accounts"),
        "removal": _("Remove who left"),
        "retention": _("Remove what is over"),
    }
    return known.get(kind, kind)


def bytes_text(words: Words, n: int) -> str:
    """Return a size: 12.4 MB."""
    if n < 1_000_000_000:
        return f"{words.number(n / 1e6, 1)} MB"
    return f"{words.number(n / 1e9, 1)} GB"
