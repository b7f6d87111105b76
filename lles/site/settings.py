"""The settings of Lles: from the environment where an installation differs, from here where it does not."""

import os
import sys
from pathlib import Path

from csp.constants import NONE, SELF

from lles.links.postgres import Server
from lles.site.courts import court_settings
from lles.site.pieces import installed_pieces
from lles.site.secrets import read_or_make_key, sealing_key

BASE_DIR = Path(__file__).resolve().parents[2]
DATABASE_SERVER = Server()
LLES_STATE = DATABASE_SERVER.state
DEBUG = False
SECURE = os.environ.get("LLES_HTTPS") == "1"
ALLOWED_HOSTS = os.environ.get("LLES_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("LLES_ORIGINS", "").split(",") if origin]

SECRET_KEY = os.environ.get("LLES_SECRET_KEY") or read_or_make_key(LLES_STATE / "keys" / "session.key")
LLES_LOCATION_KEY = sealing_key(os.environ, "LLES_LOCATION_KEY", LLES_STATE / "keys" / "location.key")
LLES_STORE_KEY = sealing_key(os.environ, "LLES_STORE_KEY", LLES_STATE / "keys" / "store.key")
LLES_STORE = os.environ.get("LLES_STORE") or str(LLES_STATE / "store")
LLES_MAILBOX = os.environ.get("LLES_MAILBOX") or str(LLES_STATE / "mailbox")
LLES_SCANNER = os.environ.get("LLES_SCANNER", "")
LLES_FONTS = str(BASE_DIR / "lles/site/assets/built/fonts")
LLES_DEMONSTRATION = os.environ.get("LLES_DEMONSTRATION") == "1"
LLES_NAVIGATION = "lles.site.office.navigation.items"
LLES_COURTS = {
    "private": court_settings("private", os.environ),
    "public": court_settings("public", os.environ),
}

INSTALLED_APPS = [
    "lles.site",
    "lles.site.office",
    "lles.casefile",
    *installed_pieces(),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "procrastinate.contrib.django",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "lles.site.signin.sessions.SessionLimits",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "lles.site.signin.second_factor.SecondFactor",
    "lles.site.frame.language.LanguageSwitch",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "lles.site.urls"
WSGI_APPLICATION = "lles.site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "jinja2",
        "APP_DIRS": True,
        "DIRS": [],
        "OPTIONS": {
            "environment": "lles.site.frame.environment.environment",
            "context_processors": [
                "lles.site.frame.context.frame",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": []},
    },
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 20_971_520  # a letter has many fields; each says what is too long
FILE_UPLOAD_HANDLERS = [
    "lles.casefile.forms.papers.NoMoreThanFits",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FORM_RENDERER = "lles.casefile.forms.GovukRenderer"

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **DATABASE_SERVER.django(
            os.environ.get("LLES_DATABASE_NAME") or None, os.environ.get("LLES_DATABASE_ROLE", "lles_app")
        ),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # Only what casefile/prepared.py sends is prepared; everything else is planned for its own words.
            "options": "-c statement_timeout=30000 -c lock_timeout=10000"
            " -c pg_trgm.similarity_threshold=0.5 -c pg_trgm.strict_word_similarity_threshold=0.25"
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "lles_cache"}}

MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"
LOCALE_PATHS = [BASE_DIR / "lles/site/locale"]
FORMAT_MODULE_PATH = ["lles.site.formats"]
LANGUAGE_COOKIE_NAME = "lles_language"
LANGUAGE_COOKIE_AGE = 31_536_000
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SECURE

AUTH_USER_MODEL = "casefile.Account"
AUTHENTICATION_BACKENDS = ["lles.site.signin.accounts.Accounts"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "lles.site.signin.adapter.SignInAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_FORMS = {
    "login": "lles.site.signin.forms.SignInForm",
    "reauthenticate": "lles.site.signin.forms.ReauthenticateForm",
    "change_password": "lles.site.signin.forms.ChangePasswordForm",
}
MFA_ADAPTER = "lles.site.signin.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "lles.site.signin.forms.CodeForm",
    "reauthenticate": "lles.site.signin.forms.ReauthenticateCodeForm",
    "activate_totp": "lles.site.signin.forms.ActivateForm",
    "add_webauthn": "lles.site.signin.forms.AddPasskeyForm",
    "edit_webauthn": "lles.site.signin.forms.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # a browser makes passkeys over TLS, or on this machine alone
MFA_TOTP_ISSUER = "Lles"

SESSION_ENGINE = "lles.site.signin.session_store"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-lles" if SECURE else "lles"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-lles_csrf" if SECURE else "lles_csrf"
CSRF_FAILURE_VIEW = "lles.site.frame.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = str(LLES_STATE / "static")
STATICFILES_DIRS = [("lles", BASE_DIR / "lles/site/assets/src"), BASE_DIR / "lles/site/assets/built"]
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "lles.site.mail.NothingLeavesByMail"
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": sys.stderr}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

LLES_LIBRARY_CLASSES = {
    "auth.Permission": "open",
    "auth.Group": "open",
    "contenttypes.ContentType": "open",
    "sessions.Session": "confidence",
    "account.EmailAddress": "record",
    "account.EmailConfirmation": "record",
    "mfa.Authenticator": "confidence",
    "procrastinate.ProcrastinateJob": "record",
    "procrastinate.ProcrastinateEvent": "record",
    "procrastinate.ProcrastinateWorker": "open",
    "procrastinate.ProcrastinatePeriodicDefer": "open",
}
