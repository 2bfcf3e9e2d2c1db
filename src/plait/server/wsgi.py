"""The WSGI application; a newer Plait's book and a damaged one are not served."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plait.server.settings")
application = get_wsgi_application()


def _refuse_unusable() -> None:
    from django.db import DatabaseError, OperationalError, connection

    from plait.book.updating import refuse_newer
    from plait.server.book_check import damage_behind

    try:
        refuse_newer()
    except DatabaseError as error:
        if damaged := damage_behind(error):
            raise damaged from error
        if not isinstance(error, OperationalError):  # a database may come up after us
            raise
    connection.close()  # processes forked from here on may not share it


_refuse_unusable()
