"""Settings of the site.

| variable                | meaning                                                                     |
|-------------------------|-----------------------------------------------------------------------------|
| DATABASE_URL            | a PostgreSQL server; without it the embedded one is started when needed     |
| DOELWIJZER_EIGENAAR_URL | the same database for who owns its tables, which `migrate` alone needs      |
| DOELWIJZER_DATA_DIR     | where database and uploads are kept; ./var when not set                     |
| DOELWIJZER_OMGEVING     | lokaal (the default) or productie                                           |
| DOELWIJZER_SECRET_KEY   | needed in productie; elsewhere made once and kept in the data directory     |
| DOELWIJZER_HOSTS        | host names, with commas; needed in productie                                |
| DOELWIJZER_GEMEENTE     | whose begroting this is, as its documents write it, until a beheerder fills |
|                         | it in; Zoetermeer when not set, and none with DOELWIJZER_LEEG               |
| DOELWIJZER_LEEG         | 1 begins without the documents and names of Zoetermeer: for another gemeente |
| DOELWIJZER_UITGEVER     | who publishes this site, said on /over/; needed in productie                |
| DOELWIJZER_CONTACT      | e-mail address for errors and accessibility; needed in productie            |
| DOELWIJZER_DEBUG        | 1 shows Django's debug pages; refused in productie                          |
| DOELWIJZER_OIDC_ISSUER  | the municipality's own sign-in (OpenID Connect); without it there is none   |
| DOELWIJZER_OIDC_CLIENT_ID, DOELWIJZER_OIDC_CLIENT_SECRET | needed with an issuer                      |
| DOELWIJZER_ADRES        | the address of this site, for links in what leaves it: https://site.example |
| DOELWIJZER_VOORKANT     | addresses of the proxy in front, with commas; only what it says of who asks |
|                         | is believed; this computer's own (127.0.0.1, ::1) when not set              |
| DOELWIJZER_SJABLOON     | a .docx of the municipality, whose look a hoofdstuk takes; else it is plain |
| DOELWIJZER_SMTP_URL     | smtp://user:password@host:587 or smtps://…:465; without it mail is printed  |
| DOELWIJZER_AFZENDER     | who the mails are from; DOELWIJZER_CONTACT when not set                     |
| DOELWIJZER_BROKER_URL   | redis://host/0 or amqp://…; without it tasks wait in the database           |
| HOST, PORT              | what the site listens on; 127.0.0.1 and 8000 when not set                   |
"""

import os
import tempfile
from contextlib import suppress
from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from dashboard.draaien import logregels
from dashboard.draaien.postgres import ingebouwd

BASE_DIR = Path(__file__).resolve().parent.parent
LEEG = os.environ.get("DOELWIJZER_LEEG") == "1"
GEMEENTE = os.environ.get("DOELWIJZER_GEMEENTE") or ("" if LEEG else "Zoetermeer")  # until a beheerder says

DATA_DIR = Path(os.environ.get("DOELWIJZER_DATA_DIR") or BASE_DIR / "var").resolve()
OMGEVING = os.environ.get("DOELWIJZER_OMGEVING") or "lokaal"
DATABASE_URL = os.environ.get("DATABASE_URL", "")
SECRET_KEY = os.environ.get("DOELWIJZER_SECRET_KEY", "")
ALLOWED_HOSTS = [naam.strip() for naam in os.environ.get("DOELWIJZER_HOSTS", "").split(",") if naam.strip()]
DEBUG = os.environ.get("DOELWIJZER_DEBUG") == "1"
UITGEVER = os.environ.get("DOELWIJZER_UITGEVER", "")
CONTACT = os.environ.get("DOELWIJZER_CONTACT", "")
SJABLOON = os.environ.get("DOELWIJZER_SJABLOON", "")


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
    "dashboard.draaien.gezondheid.GezondheidMiddleware",
    "dashboard.draaien.voorkant.vertrouwen.VoorkantMiddleware",
    "dashboard.draaien.koppen.KoppenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "dashboard.draaien.uitval.UitvalMiddleware",
    "dashboard.draaien.verversen.VerversMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "dashboard.bestanden.meenemen.MeeneemMiddleware",
    "axes.middleware.AxesMiddleware",
    "ingest.accounts.rekenen.DrukteMiddleware",
    "dashboard.draaien.alleenlezen.AlleenLezenMiddleware",
]

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
    "ENGINE": "dashboard.draaien.postgres",
    "NAME": ingebouwd.DATABASE,
    "USER": ingebouwd.SITEGEBRUIKER,
    "HOST": str(ingebouwd.socketmap(DATA_DIR)),
}
# A server that says nothing: it is found out in seconds, by who connects and by who has long been connected.
STILTE: dict[str, Any] = {
    "connect_timeout": 3,
    "tcp_user_timeout": 15_000,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
DATABASE: dict[str, Any] = {**(dj_database_url.parse(DATABASE_URL) if DATABASE_URL else EMBEDDED)}
DATABASES = {"default": DATABASE | {"CONN_HEALTH_CHECKS": True, "OPTIONS": STILTE | DATABASE.get("OPTIONS", {})}}
# Who migrates; the site itself signs in as somebody who may do no more than it must (indicators/database/rechten.py).
EIGENAAR_URL = os.environ.get("DOELWIJZER_EIGENAAR_URL") or DATABASE_URL
EIGENAAR = dj_database_url.parse(EIGENAAR_URL) if EIGENAAR_URL else EMBEDDED | {"USER": ingebouwd.SUPERGEBRUIKER}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Who signs in

AUTH_USER_MODEL = "ingest.Account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "ingest.accounts.rekenen.WachtwoordBackend"]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "werk"
LOGOUT_REDIRECT_URL = "home"
CSRF_FAILURE_VIEW = "ingest.accounts.inloggen.formulier_verlopen"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "ingest.accounts.wachtwoorden.Minimumlengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "ingest.accounts.wachtwoorden.NietTeRaden"},
]
PASSWORD_HASHERS = ["ingest.accounts.rekenen.OmDeBeurt"]
OTP_TOTP_ISSUER = "Doelwijzer"

# A session ends half an hour after the last work page (toegang.py renews it), and with the browser; of who never signs
# in it is small and ends within the hour.
SESSION_ENGINE = "ingest.accounts.sessies"
SESSION_COOKIE_AGE = 30 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A browser takes such a name only from this very host, over https: no other site of the municipality can set it.
ALLEEN_HIER = "__Host-" if PRODUCTIE else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{ALLEEN_HIER}sessionid", f"{ALLEEN_HIER}csrftoken"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
# Lax, not Strict: the municipality's sign-in comes back from another site.
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# An account is closed for one address after five failures; templates/ingest/accounts/dicht.html says for how long.
# ingest/accounts/slot.py counts more than that.
AXES_HANDLER = "ingest.accounts.slot.Aanmeldslot"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "ingest.accounts.slot.dicht"
AXES_USERNAME_CALLABLE = "ingest.accounts.aanmeldingen.onherkenbaar"  # so that axes keeps no name
AXES_CLIENT_IP_CALLABLE = "ingest.accounts.slot.plek"
AXES_WHITELIST_CALLABLE = "ingest.accounts.aanmeldingen.zonder_wachtwoord"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

OIDC_ISSUER = os.environ.get("DOELWIJZER_OIDC_ISSUER", "").rstrip("/")
OIDC_RP_CLIENT_ID = os.environ.get("DOELWIJZER_OIDC_CLIENT_ID", "")
OIDC_RP_CLIENT_SECRET = os.environ.get("DOELWIJZER_OIDC_CLIENT_SECRET", "")
OIDC_RP_SIGN_ALGO = "RS256"
OIDC_RP_SCOPES = "openid email"
OIDC_USE_PKCE = True
OIDC_TIMEOUT = 10
OIDC_MAX_STATES = 5  # attempts to sign in that one session, of nobody yet, remembers
OIDC_AUTHENTICATION_CALLBACK_URL = "gemeente-terug"
if OIDC_ISSUER:
    AUTHENTICATION_BACKENDS.append("ingest.accounts.gemeentelogin.GemeenteBackend")
    if not (OIDC_RP_CLIENT_ID and OIDC_RP_CLIENT_SECRET):
        raise ImproperlyConfigured("Zet DOELWIJZER_OIDC_CLIENT_ID en DOELWIJZER_OIDC_CLIENT_SECRET bij de ISSUER.")
    if urlsplit(OIDC_ISSUER).scheme != "https" and PRODUCTIE and urlsplit(OIDC_ISSUER).hostname != "127.0.0.1":
        raise ImproperlyConfigured("DOELWIJZER_OIDC_ISSUER moet met https:// beginnen.")

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie but those of session and csrf

# Language and time

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Drafts in the memory of each process, pages in files that all share; who asks says of which version it must be

PAGINAS_DIR = DATA_DIR / "paginas"
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
SCHIJF_RESERVE = 100 * 2**20  # bytes that no upload takes: the embedded database, beside them, stops on a full disk

# Security

DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a spreadsheet of 300 rows on the screen, each with its fields
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_HANDLERS = [
    "ingest.documenten.aanleveren.bestanden.HoudtOp",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
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
PERMISSIONS_POLICY = ("camera", "geolocation", "microphone", "payment", "usb")  # none of which the site uses
VOORKANT = []  # TLS ends there
for naam in (os.environ.get("DOELWIJZER_VOORKANT") or "127.0.0.1,::1").split(","):
    try:
        VOORKANT.append(ip_network(naam.strip()))
    except ValueError:
        raise ImproperlyConfigured(f"DOELWIJZER_VOORKANT: {naam.strip()} is geen adres van een computer.") from None
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTIE
if PRODUCTIE:
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

# Mail, printed unless there is a server to send it; what leaves this machine is encrypted

# As long as nobody said where the site is to be found
LOKAAL_ADRES = f"http://{os.environ.get('HOST') or '127.0.0.1'}:{os.environ.get('PORT') or '8000'}"
ADRES = (os.environ.get("DOELWIJZER_ADRES") or LOKAAL_ADRES).rstrip("/")
SMTP_URL = os.environ.get("DOELWIJZER_SMTP_URL", "")
DEFAULT_FROM_EMAIL = os.environ.get("DOELWIJZER_AFZENDER") or CONTACT or "doelwijzer@localhost"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SMTP_URL else 'console'}.EmailBackend"
EMAIL_TIMEOUT = 10
if SMTP_URL:
    try:
        smtp = urlsplit(SMTP_URL)
        EMAIL_PORT = smtp.port or (465 if smtp.scheme == "smtps" else 587)
    except ValueError:
        raise ImproperlyConfigured("In DOELWIJZER_SMTP_URL is de poort geen getal.") from None
    if smtp.scheme not in ("smtp", "smtps") or not smtp.hostname:
        raise ImproperlyConfigured("DOELWIJZER_SMTP_URL begint met smtp:// of smtps:// en noemt een server.")
    EMAIL_HOST = smtp.hostname
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(smtp.username or ""), unquote(smtp.password or "")
    EMAIL_USE_SSL = smtp.scheme == "smtps"
    EMAIL_USE_TLS = not EMAIL_USE_SSL and EMAIL_HOST not in ("localhost", "127.0.0.1", "::1")

# Background work. A task may be done twice: when a worker is killed its task comes back after visibility_timeout.

CELERY_BROKER_URL = os.environ.get("DOELWIJZER_BROKER_URL") or "pgmq://database"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {"visibility_timeout": 600}
if CELERY_BROKER_URL.startswith("pgmq"):
    CELERY_BROKER_TRANSPORT = "dashboard.draaien.wachtrij:Transport"
    CELERY_BROKER_TRANSPORT_OPTIONS |= {"wait_time_seconds": 0, "polling_interval": 1}
elif CELERY_BROKER_URL.startswith("amqp"):
    CELERY_BROKER_TRANSPORT_OPTIONS = {}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None  # for ever
CELERY_TASK_DEFAULT_QUEUE = "doelwijzer"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT, CELERY_TASK_TIME_LIMIT = 240, 300  # shorter than visibility_timeout
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False
CELERY_WORKER_HIJACK_ROOT_LOGGER = CELERY_WORKER_REDIRECT_STDOUTS = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE_FILENAME = str(DATA_DIR / "taken-gestart")
CELERY_BEAT_SYNC_EVERY = 1

# What is logged: in productie as JSON on stdout

LOGGING = logregels.instellingen(productie=PRODUCTIE)
