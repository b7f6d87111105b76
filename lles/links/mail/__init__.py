"""Messages by e-mail: read in a process apart into frozen facts; the message as it came is kept by others."""

import hashlib
from datetime import datetime

from lles.links.apart import Broke, read_apart
from lles.links.mail.facts import MOST_BYTES, Attached, Message, Unreadable

__all__ = ["MOST_BYTES", "Attached", "Message", "Unreadable", "read_message"]

_READER = "lles.links.mail.reading"


def read_message(content: bytes) -> Message:
    """What a message says; `Unreadable` where the bytes are none, or nobody could read them."""
    if len(content) > MOST_BYTES:
        raise Unreadable("mail_too_large")
    try:
        told, parts = read_apart(_READER, {}, content)
    except Broke:
        raise Unreadable("mail_not_readable") from None
    if not told["is_message"]:
        raise Unreadable("mail_not_readable")
    sent_at = datetime.fromisoformat(told["sent_at"]) if told["sent_at"] else None
    attached = tuple(Attached(name, part) for name, part in zip(told["names"], parts, strict=True))
    return Message(
        message_id=told["message_id"], sender_name=told["sender_name"], sender=told["sender"],
        subject=told["subject"], sent_at=sent_at, text=told["text"], attached=attached,
        warnings=tuple(told["warnings"]), digest=_digest(told, parts),
    )  # fmt: skip


def _digest(told: object, parts: tuple[bytes, ...]) -> str:
    """The hash of what a message says, whichever way it came: the marks of its journey do not count."""
    whole = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass"))
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()
