"""Django's settings, derived from the environment (environment.py) and nothing else."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from weefsel.config.environment import home_folder, read_environment, secret_key
from weefsel.config.home import is_marked, noted_address
from weefsel.config.mail_settings import read_mail_settings, sender_address

ENVIRONMENT = read_environment()
HOME = home_folder(ENVIRONMENT)
IS_DEMONSTRATION = is_marked(HOME)  # invented people: here one may sign in by choosing one, on a loopback address
PACKAGE = Path(__file__).resolve().parents[1]
BASE_URL = (ENVIRONMENT.base_url or noted_address(HOME)).rstrip("/")
IS_SECURE = BASE_URL.startswith("https://")

SECRET_KEY = secret_key(ENVIRONMENT)
DEBUG = ENVIRONMENT.debug
ALLOWED_HOSTS = sorted({urlsplit(BASE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]"})
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "weefsel.kernel",
    "weefsel.ui",
    "weefsel.audit",
    "weefsel.identity",
    "weefsel.people",
    "weefsel.communities",
    "weefsel.posts",
    "weefsel.notices",
    "weefsel.transfer",
    "weefsel.shell",
    "allauth",  # after ours: our templates stand in place of its own
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "weefsel.config.middleware.request_id",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "weefsel.shell.middleware.visitor",
    "weefsel.shell.middleware.refusals",
]

ROOT_URLCONF = "weefsel.config.urls"
WSGI_APPLICATION = "weefsel.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "weefsel.shell.frame.frame",
            ],
            "builtins": ["weefsel.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "weefsel.ui.forms.Renderer"

_sqlite: dict[str, Any] = {
    "ENGINE": "weefsel.kernel.sqlite",
    "NAME": str(HOME / "weefsel.sqlite3"),
    "CONN_MAX_AGE": None,
    "TEST": {"NAME": str(HOME / "test.sqlite3")},  # a file: what lives in memory locks its tables in another way
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456;"
        ),
    },
}
if ENVIRONMENT.database_url.startswith("postgres"):
    _database: dict[str, Any] = dict(
        dj_database_url.parse(ENVIRONMENT.database_url, engine="weefsel.kernel.postgresql", conn_max_age=None)
    )
    _database["OPTIONS"] = {**_database.get("OPTIONS", {}), "server_side_binding": True, "prepare_threshold": 2}
else:
    _database = _sqlite
    if ENVIRONMENT.database_url.startswith("sqlite"):
        _database["NAME"] = ENVIRONMENT.database_url.split("sqlite://", 1)[1].removeprefix("/") or _database["NAME"]
DATABASES = {"default": _database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The database cache holds what processes must agree on (rate limits); what one process may know alone stays in it.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kernel_shared_cache"},
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}
if ENVIRONMENT.cache_url:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": ENVIRONMENT.cache_url}

AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

SESSION_ENGINE = "weefsel.identity.sign_in_sessions"
SESSION_COOKIE_NAME = "weefsel-session"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "weefsel-csrf"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = False
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other hosts of the domain are not ours to decide about
    "security.W008",  # the proxy that speaks TLS sends people there
    "security.W021",  # nor is the list that browsers carry
    "auth.W004",  # unique in lower case, by a constraint of the table
]
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("nl", _("Dutch"))]
LOCALE_PATHS = [p for p in (PACKAGE / "locale", PACKAGE.parent / "locale") if p.is_dir()]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "weefsel.ui.storage.StaticStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_TEMP_DIR = None

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "mail", "slow"],
    }
}

_mail = read_mail_settings(ENVIRONMENT.email_url, HOME)
EMAIL_BACKEND = "weefsel.identity.mail.OutboxBackend"
MAIL_FOLDER = str(_mail.folder) if _mail.folder else ""
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.tls == "starttls", _mail.tls == "ssl"
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = sender_address(ENVIRONMENT.email_from, BASE_URL)

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # without it nobody is asked for a password when signing in
ACCOUNT_ADAPTER = "weefsel.identity.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 60 * 15
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "request_login_code": "30/m/ip,5/15m/key",
    "reset_password": "20/m/ip,5/15m/key",
    "sign_in_link": "30/m/ip",
    "invitation": "30/m/ip",
    "set_up": "10/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # whose address it is was settled before (config/bridge)
MFA_ADAPTER = "weefsel.identity.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an address is proven by the letter that opened the account
MFA_TOTP_ISSUER = "Weefsel"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_SECURE

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s]: %(message)s"},
        "json": {"()": "weefsel.config.logs.JsonFormatter"},
    },
    "filters": {"request_id": {"()": "weefsel.config.logs.RequestId"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": ENVIRONMENT.log_format,
            "filters": ["request_id"],
        }
    },
    "root": {"handlers": ["console"], "level": ENVIRONMENT.log_level.upper()},
    "loggers": {"django_tasks": {"level": "WARNING"}, "django.request": {"level": "ERROR"}},
}
