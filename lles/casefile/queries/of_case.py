"""One thing of a case by its number: None where the case has no such thing, so no other case is reached."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.models import Case, Check, Child, Document, Filing, Paper, Party
from lles.casefile.rules.readers import CHILD
from lles.casefile.timeline import LONDON


def party_of(case: Case, pk: int) -> Party | None:
    """A party of the case."""
    return Party.objects.filter(case=case, pk=pk).first()


def child_of(case: Case, pk: int) -> Child | None:
    """A child of the case."""
    return Child.objects.filter(case=case, pk=pk).first()


def reader_of_child(child: Child) -> str:
    """A child as documents and the gate name the reader: by a number within the case, never by a name."""
    before = Child.objects.filter(case=child.case_id, pk__lte=child.pk).count()
    return f"{CHILD}{before}"


def child_of_reader(case: Case, reader: str) -> Child:
    """The child whom a document names as its reader."""
    return Child.objects.filter(case=case).order_by("pk")[int(reader.removeprefix(CHILD)) - 1]


def known_since(case: Case) -> date:
    """Since when the service can know of a case: the day its application was received, or, where that came
    first or alone is known, the day its file was opened."""
    opened_on = case.opened_at.astimezone(LONDON).date()
    return min(case.received_on or opened_on, opened_on)


def check_of(case: Case, pk: int) -> Check | None:
    """A check of the case, with its person."""
    return Check.objects.filter(case=case, pk=pk).select_related("party", "adult", "child").first()


def document_of(case: Case, pk: int) -> Document | None:
    """A sealed document of the case."""
    return Document.objects.filter(case=case, pk=pk).select_related("party", "child").first()


def versions_beside(document: Document) -> Sequence[Document]:
    """A sealed document in every language in which its reader has it."""
    same = Document.objects.filter(
        case=document.case_id, kind=document.kind, version=document.version, reader=document.reader
    )
    return list(same.select_related("child", "given").order_by("pk"))


def paper_of(case: Case, pk: int, *, restricted: bool) -> Paper | None:
    """A paper of the court that is held here and that the court has not withdrawn; a restricted one only
    for whom it is meant."""
    held = Paper.objects.filter(case=case, pk=pk, state=Paper.FETCHED).exclude(sha256="")
    return (held if restricted else held.filter(restricted=False)).first()


def filing_of(case: Case, pk: int) -> Filing | None:
    """The way of a sealed document of the case to the court."""
    return Filing.objects.filter(document__case=case, pk=pk).select_related("document__party").first()


def waits_beside(filing: Filing) -> Sequence[Filing]:
    """The ways of the same document in its other languages, where they wait for a person to file them too."""
    by_hand = same_version(filing, Filing.BY_HAND, Filing.REFUSED, Filing.UNREACHABLE, Filing.STOPPED)
    return [one for one in by_hand if one.pk != filing.pk]


def same_version(filing: Filing, *states: str) -> Sequence[Filing]:
    """The ways to the court of one version of a document, in every language, that are in these states."""
    made = filing.document
    same = Filing.objects.filter(
        document__case=made.case_id, document__kind=made.kind, document__version=made.version
    )
    return list(same.filter(state__in=states).select_related("document__case").order_by("pk"))


def ended_by_the_closing(case: Case, closed_at: object) -> frozenset[str]:
    """The kinds of task that one closing of a case ended, by its moment: none of what an earlier one did."""
    ended = case.tasks.filter(outcome="case_closed", ended_at=str(closed_at))
    return frozenset(ended.values_list("kind", flat=True))


def left_by_the_closing(case: Case, kind: str) -> Sequence[int]:
    """What the tasks of a kind are about whose last word is that the case was closed."""
    last = dict(case.tasks.filter(kind=kind).order_by("pk").values_list("subject", "outcome"))
    return [int(subject) for subject, outcome in last.items() if outcome == "case_closed"]
