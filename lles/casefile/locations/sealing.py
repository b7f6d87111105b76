"""The key of the store: how a detail is sealed, and the marks by which it is found without being opened."""

import hashlib
import hmac
import unicodedata

from cryptography.fernet import Fernet
from django.conf import settings

from lles.casefile.locations.details import EARLIER, EMAIL, PHONE, Detail
from lles.casefile.rules.found_by import found_by_phone, found_by_place


def sealed(content: bytes) -> bytes:
    """Words into which a location may have been typed, closed with the key of the store."""
    return cipher().encrypt(content)


def opened(content: bytes) -> bytes:
    """Words that were closed with the key of the store."""
    return cipher().decrypt(content)


def found_by(detail: Detail) -> list[str]:
    """The marks of a place or a number: they tell that two are the same, and nothing else."""
    text = "\n".join(detail.lines)
    if detail.kind == PHONE:
        said = found_by_phone(text)
    elif detail.kind == EMAIL:
        said = iter([(EMAIL, text)])
    else:
        said = found_by_place(detail.lines if detail.kind == EARLIER else (text,))
    return list(dict.fromkeys(f"{kind}:{mark(kind, one)[:48]}" for kind, one in said))


def mark(kind: str, text: str) -> str:
    """A keyed mark of one detail, the same however it is written."""
    folded = "".join(
        letter
        for letter in unicodedata.normalize("NFKD", text).casefold()
        if letter.isalnum() or letter == "@"
    )
    return hmac.new(
        settings.LLES_LOCATION_KEY.encode(), f"{kind}:{folded}".encode(), hashlib.sha256
    ).hexdigest()


def cipher() -> Fernet:
    """The cipher of the store."""
    return Fernet(settings.LLES_LOCATION_KEY)
