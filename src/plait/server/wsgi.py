"""The WSGI application; a newer Plait's book and a damaged one are not served.

Jobs are carried out in the process that serves, but where there are workers for them.
"""

import os
from datetime import UTC, datetime

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
application = get_wsgi_application()


def _refuse_unusable() -> None:
    from django.db import DatabaseError, OperationalError, connection

    from plait.book.closed import match_kind
    from plait.book.updating import refuse_newer
    from plait.server.book_check import damage_behind

    try:
        refuse_newer()
        match_kind()
    except DatabaseError as error:
        if damaged := damage_behind(error):
            raise damaged from error
        if not isinstance(error, OperationalError):  # a database may come up after us
            raise
    connection.close()  # processes forked from here on may not share it


_refuse_unusable()


def _carry_jobs() -> None:
    from django.conf import settings

    from plait.jobs.carrier import carry_here

    if not settings.HAS_WORKERS:
        carry_here(lambda: datetime.now(UTC))


_carry_jobs()
