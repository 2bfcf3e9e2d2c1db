"""One room speaks to the network, and no other does."""

from tests.test_architecture import SOURCE, imported, modules, places

SPEAKS = {"http", "socket", "ssl", "smtplib", "ftplib", "socketserver"}
# What asks whether a port is free before the app listens there.
LISTENS = SOURCE / "cli" / "commands" / "book" / "serve.py"

# Django's mail backend connects; this tells what it answered.
NAMES = SOURCE / "mail" / "failures.py"


def test_only_the_room_of_calendars_opens_connections():
    others = [f for f in modules(SOURCE) if SOURCE / "network" not in f.parents]

    found = [
        place
        for file in others
        if file not in {LISTENS, NAMES}
        for place in places(file, imported(file))
        if place.split()[-1].split(".")[0] in SPEAKS or place.endswith("urllib.request")
    ]

    assert found == []
