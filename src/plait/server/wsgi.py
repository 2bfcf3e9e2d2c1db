"""The WSGI application; a book that a newer Plait has changed is not served."""

import contextlib
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
application = get_wsgi_application()


def _refuse_newer() -> None:
    from django.db import OperationalError, connection

    from plait.book.updating import refuse_newer

    with contextlib.suppress(OperationalError):  # a database may come up after us
        refuse_newer()
    connection.close()  # processes forked from here on may not share it


_refuse_newer()
