"""Mail: nothing leaves by e-mail, because no message has passed the gate."""

from collections.abc import Sequence

from django.core.mail import EmailMessage  # noqa: TID251  # the one back end: it refuses what the gate never saw
from django.core.mail.backends.base import BaseEmailBackend  # noqa: TID251  # as above


class MessageNotReleased(Exception):
    """A message was to leave that never passed the gate."""


class NothingLeavesByMail(BaseEmailBackend):
    """Refuses every message; the pieces of work that will send mail release it at the gate first."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Refuses."""
        raise MessageNotReleased(f"{len(email_messages)} messages did not pass the gate")
