"""Serve every page template with invented data, under the real security policy.

    python scripts/styleguide/serve.py 8123
    python scripts/styleguide/shots.py 8123 /tmp/shots today roles …

Nothing here touches a book: the pages are drawn from `pages.py` next to this file.
`?lang=nl` and `?theme=dark` show a page in the other language and theme.
"""

import sys
from pathlib import Path

from django.conf import settings

HERE = Path(__file__).parent
SELF = ["'self'"]

settings.configure(
    DEBUG=True,
    SECRET_KEY="only-for-looking",  # noqa: S106  # no session is ever signed with it
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF="urls",
    USE_TZ=True,
    LANGUAGES=[("en", "English"), ("nl", "Nederlands")],
    STATIC_URL="/static/",
    INSTALLED_APPS=["plait.web", "django_htmx", "django.contrib.staticfiles"],
    MIDDLEWARE=["csp.middleware.CSPMiddleware"],
    CONTENT_SECURITY_POLICY={
        "DIRECTIVES": {
            "default-src": ["'none'"],
            "script-src": SELF,
            "style-src": SELF,
            "img-src": SELF,
            "font-src": SELF,
            "connect-src": SELF,
            "form-action": SELF,
            "base-uri": ["'none'"],
        }
    },
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
        }
    ],
    FORM_RENDERER="django.forms.renderers.DjangoTemplates",
)


def main() -> None:
    """Serve until stopped."""
    import django
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.servers.basehttp import run
    from django.core.wsgi import get_wsgi_application

    sys.path.insert(0, str(HERE))
    django.setup()
    application = StaticFilesHandler(get_wsgi_application())
    print(f"http://127.0.0.1:{sys.argv[1]}/styleguide/", flush=True)
    run("127.0.0.1", int(sys.argv[1]), application, threading=True)


if __name__ == "__main__":
    main()
