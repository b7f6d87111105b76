"""What a message says, as frozen facts; names and texts are cleaned of what cannot be seen."""

from dataclasses import dataclass
from datetime import datetime

MOST_BYTES = 40 * 1024 * 1024
MOST_ATTACHED = 50
MOST_TEXT = 200_000
DEEPEST = 20
WARNINGS = (
    "no_date",
    "no_sender",
    "no_message_id",
    "charset_guessed",
    "only_html",
    "no_text",
    "text_cut",
    "part_damaged",
    "locked",
    "attached_message",
    "too_deep",
    "too_many_attached",
)


class Unreadable(Exception):
    """The bytes are no message that could be read; the reason is a name with words."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True)
class Attached:
    """A file in a message: its name as the sender wrote it, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Message:
    """One message: who, what, when, its text, its files, and what was odd about it."""

    message_id: str
    sender_name: str
    sender: str
    subject: str
    sent_at: datetime | None
    text: str
    attached: tuple[Attached, ...]
    warnings: tuple[str, ...]
    digest: str
