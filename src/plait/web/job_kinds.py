"""The jobs that pages ask for: uploads that are read (`web.reading`)."""

from plait.accounts.leaving import parts
from plait.jobs.kinds import JobKind, register

LOOK, IMPORT, EXPORT = "import_preview", "import", "export"


def register_kinds() -> None:
    """Let uploads be read and exports be made; somebody waits for it."""
    for name, function in ((LOOK, "look"), (IMPORT, "bring")):
        handler = f"plait.web.reading:{function}"
        register(JobKind(name, handler=handler, attempts=3, somebody_waits=True))
    handler = "plait.web.taking_along:build"
    register(JobKind(EXPORT, handler=handler, attempts=3, somebody_waits=True))
    parts.register(
        parts.LeavingPart("exports", at_the_end="plait.web.taking_along:clear_of")
    )
