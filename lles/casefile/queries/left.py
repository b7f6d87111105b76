"""What has left already: the sealed documents that the court or a person has."""

from collections.abc import Sequence

from lles.casefile.models import Case, Document, Filing, Served, Task
from lles.casefile.rules.whereabouts import what_left_is_decided_by
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay

AT_COURT = (Filing.ACCEPTED, Filing.FILED_BY_HAND, Filing.UNKNOWN, Filing.SENDING)


def documents_that_left(case: Case) -> Sequence[Document]:
    """The sealed documents that the court has or may have, that a person was served with and that did not
    come back, or that a child was given."""
    served = Served.objects.filter(serving__case=case, came_back=None)
    had = set(served.values_list("serving__kind", "serving__version", "serving__party"))
    found = case.documents.select_related("party", "child", "filing", "given").order_by("pk")
    return [
        one for one in found
        if (one.kind, one.version, one.party_id) in had
        or hasattr(one, "given")
        or (hasattr(one, "filing") and one.filing.state in AT_COURT)
    ]  # fmt: skip


def left_decided_by(task: Task) -> DueDay:
    """The day by which somebody decides what is done about them (CONF-LEFT)."""
    return what_left_is_decided_by(task.opened_at.astimezone(LONDON).date())
