"""The WSGI application; a newer Plait's book and a damaged one are not served.

Jobs are carried out in the process that serves, but where there are workers for them.
"""

import os
from datetime import UTC, datetime

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
# Matrices of a person are small: threads cost more than they bring, and cores are shared.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
application = get_wsgi_application()


def _refuse_unusable() -> None:
    from django.db import DatabaseError, OperationalError, connection

    from plait.book.closed import match_kind
    from plait.book.updating import refuse_newer
    from plait.server.book_check import damage_behind

    try:
        refuse_newer()
        match_kind()
        _remove_who_left()
    except DatabaseError as error:
        if damaged := damage_behind(error):
            raise damaged from error
        if not isinstance(error, OperationalError):  # a database may come up after us
            raise
    connection.close()  # processes forked from here on may not share it


def _remove_who_left() -> None:
    """Remove them again, where a backup was put back in which they still are."""
    from django.conf import settings

    from plait.accounts.leaving.after_restore import leave_again
    from plait.book.updating import is_behind

    if settings.SERVER and not is_behind():
        leave_again(now=datetime.now(UTC))


_refuse_unusable()


def _carry_jobs() -> None:
    from django.conf import settings

    from plait.jobs.carrier import carry_here

    if not settings.HAS_WORKERS:
        carry_here(lambda: datetime.now(UTC))


_carry_jobs()
