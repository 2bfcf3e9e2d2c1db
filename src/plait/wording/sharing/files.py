"""What is said of a signed file that came in: what it is, for whom, how it is known."""

from plait.wording.words import Words


def taken_in_text(
    words: Words, *, kind: str, name: str, audience: str, seen: str
) -> str:
    """Return it in whole sentences.

    `kind` is one of signed files, `audience` as a statement says it, `seen` one of
    `accounts.signing.known.KeySeen`.
    """
    parts = (
        _what(words, kind, name),
        _for_whom(words, kind, audience),
        _known(words, seen),
    )
    return " ".join(part for part in parts if part)


def _what(words: Words, kind: str, name: str) -> str:
    _ = words.gettext
    texts = {
        "share": _("This is what %(name)s shows you."),
        "ended": _("%(name)s shows it no more; it is gone from here."),
        "letter": _("%(name)s has your file."),
    }
    return texts[kind] % {"name": name}


def _for_whom(words: Words, kind: str, audience: str) -> str:
    way, _colon, value = audience.partition(":")
    if kind != "share" or way == "number":
        return ""
    return words.gettext("It was made for %(name)s.") % {"name": value}


def _known(words: Words, seen: str) -> str:
    _ = words.gettext
    texts = {
        "first": _("Their signature is new to you; from now on Plait knows it."),
        "namesake": _(
            "Take care: you already know somebody of this name, and this is another"
            " signature. If it should be the same person, ask them."
        ),
        "same": _("Their signature is the one you know."),
        "follows": _("They have a new signature, and the one you know vouches for it."),
        "confirmed": _("You know their new signature from now on."),
    }
    return texts[seen]
