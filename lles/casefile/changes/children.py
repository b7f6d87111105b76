"""Letters to children: that one is to be given, and that it was."""

from collections.abc import Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.gate import hand_over
from lles.casefile.models import Case, Document, GivenToChild, Officer, Task
from lles.casefile.queries.of_case import left_by_the_closing, versions_beside
from lles.casefile.register import Occasion, documents_of_an_end
from lles.casefile.timeline import Word, says

TASK = "casefile.give_to_child"


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is each letter to a child that the closing left, but of what no longer
    holds."""
    case = occasion.case
    left = case.documents.filter(pk__in=left_by_the_closing(case, TASK), given=None).select_related("child")
    documents = left.exclude(kind__in=documents_of_an_end()).order_by("pk")
    for one in documents:
        open_giving(case=case, by=the_service(), at=occasion.at, documents=[one])


@change(needs=Verb.WORK)
def open_giving(
    *, case: Case, by: Officer, at: datetime, documents: Sequence[Document]
) -> Done[Sequence[Task]]:
    """Asks for each letter to a child to be given, once for all the languages in which the child has it."""
    firsts = {one.child_id: one for one in reversed(documents) if one.child}
    opened = [
        open_task(case=case, by=by, at=at, kind=TASK, child=one.child, subject=str(one.pk))
        for one in firsts.values()
    ]
    return Done(opened, None)


@change(needs=Verb.WORK)
def record_given(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    document: Document,
    way: str,
    given_on: date,
    seen: int | None = None,
) -> Done[None]:
    """Records that a child was given a letter in every language of theirs, or had it read to them; the bytes
    are read again, for what has become protected since they were sealed."""
    versions = versions_beside(document)
    if any(hasattr(one, "given") for one in versions):
        raise Stale(f"document {document.pk} was given already")
    for one in versions:
        hand_over(one, by=by, at=at)
        GivenToChild.objects.create(document=one, way=way, given_on=given_on, by=by, at=at)
        end_tasks(case=case, by=by, at=at, kind=TASK, outcome="given", subject=str(one.pk))
    entry = says(
        "given_to_child", document=Word(f"document.{document.kind}"),
        child=document.child.name if document.child else "", way=Word(f"given.{way}"), on=given_on,
    )  # fmt: skip
    return Done(None, entry)
