"""What an administrator changes of how somebody signs in, through the door like every change."""

from datetime import datetime
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.officers import end_sessions
from lles.casefile.timeline import says

if TYPE_CHECKING:
    from lles.casefile.models import Officer


@change(needs=Verb.ADMINISTER)
def remove_second_factor(*, by: "Officer", at: datetime, officer: "Officer", reason: str) -> Done[None]:
    """Removes every second factor of somebody who lost them, and ends their sessions; they set up anew."""
    end_sessions(by=by, at=at, officer=officer, reason=reason)
    Authenticator.objects.filter(user_id=officer.account_id).delete()
    entry = says("second_factor_reset", officer=officer.name, reason=reason)
    return Done(None, entry, subject=f"officer:{officer.pk}")
