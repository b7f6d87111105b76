"""The second factors of an account: what somebody has set up, and when it was last used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator

if TYPE_CHECKING:
    from lles.casefile.models import Account


@dataclass(frozen=True)
class Factor:
    """One second factor: an app, a passkey with its name, or recovery codes."""

    kind: str
    name: str
    made_at: datetime
    used_at: datetime | None


def factors_of(account: "Account") -> Sequence[Factor]:
    """The second factors of an account, the oldest first."""
    rows = Authenticator.objects.filter(user=account).order_by("created_at", "pk")
    return [
        Factor(str(row.type), str(row.data.get("name", "")), row.created_at, row.last_used_at) for row in rows
    ]
