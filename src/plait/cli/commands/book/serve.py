"""plait serve: open Plait in the browser."""

import contextlib
import signal
import socket
import threading
from typing import TYPE_CHECKING

import click

from plait.cli import run
from plait.domain.errors import PlaitError

if TYPE_CHECKING:
    from plait.accounts.models import Person

_THREADS = 6


class PortTaken(PlaitError):
    """Another program answers on the port."""


@click.command(epilog="Example: plait serve --port 8321")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8321, show_default=True)
@click.option("--open", "opens", is_flag=True, help="Open the browser as well.")
@run.as_command
def command(host: str, port: int, opens: bool, *, as_json: bool) -> None:  # noqa: FBT001  # click hands options on by name
    """Serve the app on this machine and print a one-time sign-in link.

    Where PLAIT_SERVER is set people sign in by themselves, and no link is printed.
    """
    run.set_up()
    run.begin_to_serve()
    from django.conf import settings

    viewer = None if settings.SERVER else run.viewer()
    run.prepare_database()
    from plait.cli.address import sign_in_address
    from plait.jobs.carrier import begin_here, stop_here
    from plait.server.web_server import has_session, web_server
    from plait.server.wsgi import application

    _check_free(host, port)
    server = web_server(
        application,
        has_session,
        host=host,
        port=port,
        threads=_THREADS,
        clear_untrusted_proxy_headers=False,  # settings.PROXIES says whose count
        ident=None,
    )
    link = settings.SERVER_ADDRESS
    if viewer is not None:
        link = sign_in_address(viewer, host, port)
        threading.Thread(target=_warm, args=(viewer,), daemon=True).start()
    if as_json:
        run.print_json({"link": link, "host": host, "port": port})
    else:
        run.say(f"Plait is open at http://{host}:{port}  (Ctrl+C closes it)")
        run.say(f"Sign in {'once with' if viewer else 'at'}: {link}")
    if opens:
        import webbrowser

        webbrowser.open(link)
    begin_here()
    # Whoever runs it as a service stops it so: what was asked is answered first.
    signal.signal(signal.SIGTERM, lambda *_: server.stop())
    with contextlib.suppress(KeyboardInterrupt):
        server.run()
    stop_here()


def _warm(viewer: "Person") -> None:
    """Work the first page out while the browser starts; nothing is written.

    The first request would otherwise read in the pages and half of the analyses, and
    review the book: a second that somebody waits for.
    """
    from django.db import connection
    from django.urls import get_resolver

    from plait.answers.review import review_answer

    # A book that cannot be reviewed says so on its page, not here.
    with contextlib.suppress(Exception):
        _ = get_resolver().url_patterns
        review_answer(run.context_on(person=viewer))
    connection.close()


def _check_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise PortTaken(
                "Something else answers there already",
                value=f"{host}:{port}",
                fix="Close it, or choose another port: plait serve --port 8322.",
            ) from None
