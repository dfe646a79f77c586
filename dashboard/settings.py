"""Settings of the site.

| variable                | meaning                                                                     |
|-------------------------|-----------------------------------------------------------------------------|
| DATABASE_URL            | a PostgreSQL server; without it the embedded one is started when needed     |
| DOELWIJZER_DATA_DIR     | where database and uploads are kept; ./var when not set                     |
| DOELWIJZER_OMGEVING     | lokaal (the default) or productie                                           |
| DOELWIJZER_SECRET_KEY   | needed in productie; elsewhere made once and kept in the data directory     |
| DOELWIJZER_HOSTS        | host names, with commas; needed in productie                                |
| DOELWIJZER_UITGEVER     | who publishes this site, said on /over/; needed in productie                |
| DOELWIJZER_CONTACT      | e-mail address for errors and accessibility; needed in productie            |
| DOELWIJZER_DEBUG        | 1 shows Django's debug pages; refused in productie                          |
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from dashboard import ingebouwde_postgres

BASE_DIR = Path(__file__).resolve().parent.parent
GEMEENTE = "Zoetermeer"

DATA_DIR = Path(os.environ.get("DOELWIJZER_DATA_DIR") or BASE_DIR / "var").resolve()
OMGEVING = os.environ.get("DOELWIJZER_OMGEVING") or "lokaal"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
SECRET_KEY = os.environ.get("DOELWIJZER_SECRET_KEY", "")
ALLOWED_HOSTS = [naam.strip() for naam in os.environ.get("DOELWIJZER_HOSTS", "").split(",") if naam.strip()]
DEBUG = os.environ.get("DOELWIJZER_DEBUG") == "1"
UITGEVER = os.environ.get("DOELWIJZER_UITGEVER", "")
CONTACT = os.environ.get("DOELWIJZER_CONTACT", "")


def bewaarde_sleutel(bestand: Path) -> str:
    """The secret key in this file, made when it is not there; two processes at once get the same one."""
    if not bestand.exists():
        bestand.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=bestand.parent) as nieuw:  # 0600
            nieuw.write(get_random_secret_key())
            nieuw.flush()
            with suppress(FileExistsError):
                os.link(nieuw.name, bestand)
    return bestand.read_text()


if OMGEVING not in ("lokaal", "productie"):
    raise ImproperlyConfigured(f"DOELWIJZER_OMGEVING is {OMGEVING!r}. Kies lokaal of productie.")
PRODUCTIE = OMGEVING == "productie"

NODIG = ("DOELWIJZER_SECRET_KEY", "DOELWIJZER_HOSTS", "DATABASE_URL", "DOELWIJZER_UITGEVER", "DOELWIJZER_CONTACT")
if PRODUCTIE:
    for naam in NODIG:
        if not os.environ.get(naam, "").strip(" ,"):
            raise ImproperlyConfigured(f"Zet {naam}. In productie heeft Doelwijzer die nodig.")
    if DEBUG:
        raise ImproperlyConfigured("DOELWIJZER_DEBUG kan niet aan staan in productie.")
else:
    SECRET_KEY = SECRET_KEY or bewaarde_sleutel(DATA_DIR / "geheime-sleutel")
    ALLOWED_HOSTS = ALLOWED_HOSTS or ["localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "dashboard",
    "indicators",
    "ingest",
    "pgtrigger",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "mozilla_django_oidc",
    "django_tables2",
    "csp",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "dashboard.verversen.VerversMiddleware",
    "dashboard.meenemen.MeeneemMiddleware",
    "axes.middleware.AxesMiddleware",
]

DJANGO_TABLES2_TEMPLATE = "tabel.html"

ROOT_URLCONF = "dashboard.urls"
WSGI_APPLICATION = "dashboard.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Database

EMBEDDED = {
    "ENGINE": "dashboard.postgres_ingebouwd",
    "NAME": ingebouwde_postgres.DATABASE,
    "USER": ingebouwde_postgres.SUPERGEBRUIKER,
    "HOST": str(ingebouwde_postgres.socketmap(DATA_DIR)),
}
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_health_checks=True) if DATABASE_URL else EMBEDDED}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who signs in

AUTH_USER_MODEL = "ingest.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "werk"

# Language and time

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Pages, in the memory of each process; verversen.py asks for them by the version of the data

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 200},
    }
}

# Static files: named by their content, compressed, cached for ever

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static" / "dist"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "uploads"

# Security

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a spreadsheet of 300 rows on the screen, each with its fields
PLOTLY_LEGE_STIJL = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"  # plotly adds one empty <style>
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, PLOTLY_LEGE_STIJL],
        "img-src": [SELF, "data:", "blob:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTIE
if PRODUCTIE:
    # TLS ends at the proxy in front of the site, which sets this header itself.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # Somebody else's request for another host is answered with 400; it is no news.
    "loggers": {"django.security.DisallowedHost": {"level": "CRITICAL"}},
}
