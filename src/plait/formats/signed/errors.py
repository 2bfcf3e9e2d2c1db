"""Why a signed file is not taken: one class per situation."""

from plait.domain.errors import PlaitError

_SEND_AGAIN = "Ask whoever sent it to send the file itself again, as an attachment."


class NotSigned(PlaitError):
    """The file is none that Plait signed."""

    def __init__(self) -> None:
        super().__init__(
            "This is no signed file of Plait",
            fix="Choose the file that you were sent; its name ends in .plait.",
        )


class TooLarge(PlaitError):
    """The file is larger than any that Plait signs."""

    def __init__(self) -> None:
        super().__init__(
            "This file is too large to be a signed file of Plait", fix=_SEND_AGAIN
        )


class Changed(PlaitError):
    """The signature does not fit what stands in the file."""

    def __init__(self) -> None:
        super().__init__(
            "This file was changed after it was signed, or damaged on its way",
            fix=_SEND_AGAIN,
        )


class NewerKind(PlaitError):
    """The file is signed, and of a kind or version that this Plait does not know."""

    def __init__(self) -> None:
        super().__init__(
            "This file was made by a newer Plait",
            fix="Bring your Plait up to date, then bring the file in again.",
        )


class Malformed(PlaitError):
    """The file is rightly signed, and what it says is not what such a file says."""

    def __init__(self) -> None:
        super().__init__(
            "This file is signed, but what stands in it cannot be used",
            fix="Ask whoever sent it to make it anew with Plait.",
        )
