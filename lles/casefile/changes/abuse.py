"""Domestic abuse is raised: by an application, in a conversation, in an answer, or as an officer sees it."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import AbuseRaised, Case, Officer, Party
from lles.casefile.timeline import Word, says


@change(needs=Verb.WORK)
def raise_abuse(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    source: str,
    raised_on: date,
    subject: str = "",
    party: Party | None = None,
) -> Done[AbuseRaised]:
    """Flags that domestic abuse was raised, where and on which day, once for each thing that raised it (DA-
    ALLSTAGES). `subject` names that thing within its source: "application:12", "answer:7"."""
    found, is_new = AbuseRaised.objects.get_or_create(
        case=case,
        source=source,
        subject=subject,
        defaults={"raised_on": raised_on, "party": party, "by": by, "at": at},
    )
    entry = says("abuse_raised", source=Word(f"abuse.{source}"), day=raised_on)
    return Done(found, entry if is_new else None)
