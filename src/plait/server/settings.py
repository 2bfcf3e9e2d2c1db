"""The one settings file: safe by default, everything else from the environment."""

from functools import partial

from plait.server import environment
from plait.server.environment import flag, words
from plait.server.organisations import organisations

PLAIT_HOME = environment.home()
DEBUG = flag("PLAIT_DEBUG")
SECRET_KEY = environment.secret_key(PLAIT_HOME)
# Asked when a password is sealed or opened: most books have none.
PASSWORD_KEY = partial(environment.password_key, PLAIT_HOME)
# Asked where several people sign in, once a day and by `plait check`.
AUDIT_KEY = partial(environment.audit_key, PLAIT_HOME)
ALLOWED_HOSTS = words("PLAIT_ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = words("PLAIT_TRUSTED_ORIGINS", "")
DATABASES = {"default": environment.database(PLAIT_HOME)}

# "" on one's own machine; "community" or "organisation" where several people sign in.
SERVER = environment.server()

# Who runs it, in their own words: a name, and where they can be reached.
SERVER_RUN_BY = environment.text("PLAIT_RUN_BY", "")

# Where people find this server, such as https://plait.example.org: for links in mail.
SERVER_ADDRESS = environment.address(SERVER)

# Files are read in a process of their own, which can be stopped.
READS_APART = True

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "plait.jobs",
    "plait.accounts",
    "plait.book",
    "plait.exchange",
    "plait.mail",
    "plait.web",
]
MIDDLEWARE = [
    # First, so that all that follows knows who asks and how.
    "plait.server.proxies.ClientAddress",
    "plait.server.health.Health",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    # Before those that look up who asks, and before NoStore: these may be kept.
    "plait.web.static_files.StaticFiles",
    "plait.web.middleware.NoStore",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "plait.web.sample.LooksAtSample",
    "plait.web.middleware.PersonalSettings",
    "plait.web.middleware.TakesTurns",
    "django.contrib.messages.middleware.MessageMiddleware",
    # Nobody's upload is turned away before it is read, which the next one does.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # Last, so that it sees who asks, and what nobody turned away.
    "plait.web.quiet.QuietView",
]
if flag("PLAIT_LOG_REQUESTS"):
    MIDDLEWARE.insert(2, "plait.server.json_lines.RequestLines")
if SERVER:
    INSTALLED_APPS += [
        "django.contrib.humanize",
        "allauth",
        "allauth.account",
        "allauth.mfa",
    ]
    # How often somebody tried is counted for all processes together.
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "plait_cache",
        }
    }
    # Before it is asked who may see a page: one that is not here is here for nobody.
    before = MIDDLEWARE.index("django.contrib.auth.middleware.LoginRequiredMiddleware")
    MIDDLEWARE.insert(before, "plait.web.bookless.OnlyWithoutBook")
    # Organisations that sign their people in (OpenID Connect).
    INSTALLED_APPS += [
        "allauth.socialaccount",
        "allauth.socialaccount.providers.openid_connect",
    ]
    MIDDLEWARE += [
        "allauth.account.middleware.AccountMiddleware",
        "plait.web.known_device.GivesMark",
        "plait.web.confirmed.AsksAgain",
        "plait.web.leaving.Leaving",
    ]
# A message of a change offers to undo it.
MESSAGE_STORAGE = "plait.web.flash.UndoStorage"
ROOT_URLCONF = "plait.server.urls"
WSGI_APPLICATION = "plait.server.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": [
                "plait.web.templatetags.downloads",
                "plait.web.templatetags.opens",
                "plait.web.templatetags.written",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plait.web.context.every_page",
            ],
        },
    },
]

AUTH_USER_MODEL = "accounts.Person"
LOGIN_URL = "account_login" if SERVER else "sign_in"
AUTHENTICATION_BACKENDS = (
    [
        "allauth.account.auth_backends.AuthenticationBackend",
        # Marks a session that an organisation's word began: it opens no book.
        "plait.accounts.by_organisation.ByOrganisation",
    ]
    if SERVER
    else ["django.contrib.auth.backends.ModelBackend"]
)
LOGIN_REDIRECT_URL = "today"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "plait.accounts.passwords.EasilyGuessed"},
]

# How people sign in where there are several: by mail address and password, or a passkey.
ACCOUNT_ADAPTER = "plait.accounts.joining.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "plait.accounts.joining.NameForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ORGANISATIONS = organisations() if SERVER else ()
# How long a sign-in by an organisation lasts: whoever left it is out soon after.
ORGANISATION_HOURS = environment.whole("PLAIT_OIDC_HOURS", 12)
SOCIALACCOUNT_ADAPTER = "plait.web.oidc.accounts.OrganisationAccounts"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "provider_class": "plait.web.oidc.provider.OrganisationProvider",
        "OAUTH_PKCE_ENABLED": True,
    }
}
MFA_ADAPTER = "plait.accounts.joining.SecondFactor"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not flag("PLAIT_HTTPS")
globals().update(environment.mail())
EMAIL_FILE_PATH = str(environment.mail_folder(PLAIT_HOME))
DEFAULT_FROM_EMAIL = environment.text("PLAIT_MAIL_FROM", "plait@localhost")
# Whose addresses with a plus sign `plait bounce` reads; "" where nobody reads them.
MAIL_BOUNCES = environment.mail_bounces()

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nl", "Nederlands")]
LOCALE_PATHS = [environment.package_folder() / "locale"]
USE_TZ = True
# Instants are stored in UTC; pages tell them where the person lives.
TIME_ZONE = "UTC"

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # an inbox with thousands of proposals
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # up to here a sentence says how many it may be
FILE_UPLOAD_TEMP_DIR = None
# Always to the disk: several statements of 200 MB may be dropped at once.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    },
}
# What all files of one person that are kept with payments may come to.
ATTACHMENT_QUOTA_BYTES = environment.whole("PLAIT_FILES_MB", 1_000) * 1_000_000
# What all uploads of one person that wait for their word may take of the disk.
WAITING_QUOTA_BYTES = environment.whole("PLAIT_UPLOADS_MB", 2_000) * 1_000_000
# Who left a server of several people, as hashes: kept apart from the database.
WHO_LEFT_FILE = environment.text("PLAIT_WHO_LEFT", str(PLAIT_HOME / "who-left"))
# Jobs are carried out by `plait worker` processes, and not by those that serve pages.
HAS_WORKERS = flag("PLAIT_WORKERS")
# Whether calendars are fetched from this machine and private networks, too.
FETCHES_PRIVATE = flag("PLAIT_FETCH_PRIVATE")
IS_HTTPS = flag("PLAIT_HTTPS")
# Whose word counts on who asks, and whether by HTTPS: a proxy on this machine's, where
# nothing else is said.
PROXIES = environment.networks("PLAIT_PROXIES", "127.0.0.0/8,::1" if IS_HTTPS else "")
# All that answers on 127.0.0.1 shares its cookies, whatever the port.
SESSION_ENGINE = "plait.accounts.session_store"
SESSION_COOKIE_NAME = "plait_session"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_NAME = "plait_csrf"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
# It is taken out of a request that did not come from one of PROXIES.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# On a server a line is JSON, and says nothing of anybody; at home it may be read.
LOG_KIND = environment.one_of(
    "PLAIT_LOG", ("text", "json"), "json" if SERVER else "text"
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"()": "plait.server.log_lines.WithoutSecrets"},
        "json": {"()": "plait.server.json_lines.JsonLines"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": LOG_KIND},
    },
    "loggers": {
        "plait.requests": {"level": "INFO"},
        # It would write a line for each request while all threads are busy.
        "waitress.queue": {"level": "ERROR"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
