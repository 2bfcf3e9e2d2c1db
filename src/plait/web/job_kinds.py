"""The jobs that pages ask for: uploads that are read (`web.reading`)."""

from plait.jobs.kinds import JobKind, register

LOOK, IMPORT = "import_preview", "import"


def register_kinds() -> None:
    """Let uploads be read; somebody waits for it."""
    for name, function in ((LOOK, "look"), (IMPORT, "bring")):
        handler = f"plait.web.reading:{function}"
        register(JobKind(name, handler=handler, attempts=3, somebody_waits=True))
