"""`make server`: each step said before it is done, refusals in sentences, a way back."""

import os
import shutil
import socket
import subprocess
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NAMED = {"NAME": "plait.example.org", "EMAIL": "ada@example.org"}


def make_server(**settings: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PLAIT_")}
    return subprocess.run(
        ["bash", "scripts/server"],
        env=kept | settings,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not shutil.which("apt-get"), reason="this is no Debian")
def test_a_dry_run_says_each_step_and_does_none():
    asked = make_server(**NAMED, DRY="1")

    assert asked.returncode == 0
    for step in (
        "Install this version into /opt/plait/releases/0.1.0-",
        "Make the database plait, of the user plait; nobody else can open it",
        "would write: /etc/plait/settings",
        "would write: /etc/systemd/system/plait-web@.service",
        "would run: systemctl restart plait-web@8321",
        "lets ada@example.org join as the first steward",
    ):
        assert step in asked.stdout
    assert not Path("/etc/plait").exists()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"EMAIL": "a@b.nl"}, "How do browsers reach this server?"),
        ({"NAME": "a b", "EMAIL": "a@b.nl"}, "This is no name of a machine: a b."),
        ({"NAME": "plait.example.org"}, "Who looks after this server?"),
        ({**NAMED, "KIND": "club"}, "KIND is community or organisation, not club."),
        ({**NAMED, "MAIL": "smtp://a:b'c@d"}, "MAIL holds a sign"),
        ({**NAMED, "ROOT": "folder"}, "ROOT has to begin with a slash: folder."),
        ({"BACK": "1", "ROOT": "/nowhere"}, "There is no upgrade to go back from"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(settings, sentence):
    asked = make_server(**settings)

    assert asked.returncode == 2
    assert sentence in asked.stderr


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.slow
@pytest.mark.skipif(
    not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="no PostgreSQL"
)
def test_it_serves_changes_nothing_the_second_time_upgrades_and_goes_back():
    folder = Path(f"/tmp/plait-make-server-{os.getpid()}")  # noqa: S108  # a socket's path must be short
    here = {"EMAIL": "ada@example.org", "ROOT": str(folder), "PORT": str(a_free_port())}
    current = folder / "opt/plait/current"
    try:
        first = make_server(**here)
        assert first.returncode == 0, first.stderr
        link = first.stdout.split()[-1]
        assert link.startswith(f"http://localhost:{here['PORT']}/invited/")
        before, processes = files(folder), running(folder)
        again = make_server(**here)
        assert again.stdout.split()[-1] == link
        assert (files(folder), running(folder)) == (before, processes)

        # An earlier version stands there, and this tree is the newer one.
        older = current.resolve().with_name("0.0.9-older")
        current.resolve().rename(older)
        current.unlink()
        current.symlink_to(older)
        upgraded = make_server(**here)
        assert upgraded.returncode == 0, upgraded.stderr
        assert current.resolve() != older
        back = make_server(ROOT=str(folder), BACK="1", PORT=here["PORT"])
        assert back.returncode == 0, back.stderr
        assert current.resolve() == older
        with urlopen(f"http://127.0.0.1:{here['PORT']}/ready/", timeout=5) as ready:
            assert ready.status == 200
        assert running(folder).isdisjoint(processes)
    finally:
        make_server(ROOT=str(folder), STOP="1")
        shutil.rmtree(folder, ignore_errors=True)


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Return when what the script writes was changed last; not what PostgreSQL does."""
    found = (
        f for part in ("etc", "opt", "usr", "run") for f in (folder / part).rglob("*")
    )
    return {str(f): (f.lstat().st_mtime_ns, f.lstat().st_ino) for f in found}


def running(folder: Path) -> set[str]:
    return {file.read_text() for file in (folder / "run").glob("*.pid")}


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
def test_the_units_are_understood_and_closed(tmp_path):
    for unit in (DEPLOY / "systemd").iterdir():
        text = unit.read_text()
        for ours in (
            "/opt/plait/current/.venv/bin/python",
            "/opt/plait/current/scripts/server-backup",
        ):
            text = text.replace(ours, "/bin/true")
        tmp_path.joinpath(unit.name.replace("@", "@8321")).write_text(text)
    units = [str(unit) for unit in tmp_path.iterdir()]

    verified = subprocess.run(
        ["systemd-analyze", "verify", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    closed = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", "--threshold=20"]
        + [one for one in units if one.endswith(".service")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (verified.returncode, verified.stderr) == (0, "")
    assert closed.returncode == 0, closed.stdout[-400:]


def test_the_image_runs_without_rights_and_without_a_place_to_write():
    image = (DEPLOY / "Containerfile").read_text()
    compose = (DEPLOY / "compose.yaml").read_text()
    left_out = (DEPLOY / "Containerfile.dockerignore").read_text().split()

    assert "USER 10001:10001" in image
    assert "HEALTHCHECK" in image
    assert "--require-hashes" in image
    assert "read_only: true" in compose
    assert "cap_drop: [ALL]" in compose
    assert left_out[0] == "*"  # no book, no key and no history gets into it
