"""Domestic abuse is raised: by an application, in a conversation, in an answer, or as an officer sees it."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.inserting import insert
from lles.casefile.models import AbuseRaised, Case, Officer, Party
from lles.casefile.passage import held, wrote
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
    raised = held(AbuseRaised.objects.filter(case=case, source=source, subject=subject), case)
    if found := next(iter(raised), None):
        return Done(found, None)
    given = {"source": source, "subject": subject, "raised_on": raised_on, "party": party}
    (row,) = insert([AbuseRaised(case=case, by=by, at=at, **given)])
    wrote(case, AbuseRaised)
    return Done(row, says("abuse_raised", source=Word(f"abuse.{source}"), day=raised_on))
