"""What we ask of the sign-in library: no sign-up, no mail of its own, secrets kept encrypted."""

import base64
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "lles.signin.second-factor"


class MailNotSent(Exception):
    """The library wanted to write a letter; only the gate does that."""


class SignInAdapter(DefaultAccountAdapter):
    """Sign-in with a name that the service gave."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Refuse: whatever leaves passes the gate."""
        raise MailNotSent(template_prefix)

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Pass on what went wrong; the pages themselves say what went well."""
        if level >= messages.WARNING:
            super().add_message(request, level, *args, **kwargs)

    def set_password(self, user: Any, password: str) -> None:
        """Sets a password that its owner chose."""
        user.set_password(password)
        user.password_is_given = False
        user.save(update_fields=["password", "password_is_given"])

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within minutes of signing in."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((float(record["at"]) for record in records), default=0.0)
        return bool(time.time() - latest > app_settings.REAUTHENTICATION_TIMEOUT)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors whose secrets the database does not hold in the clear."""

    def encrypt(self, text: str) -> str:
        return _keys().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _keys().decrypt(encrypted_text.encode()).decode()


def _keys() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_digest(secret))) for secret in secrets])


def _digest(secret: str | bytes) -> bytes:
    return salted_hmac(SALT, "totp", secret=secret, algorithm="sha256").digest()
