"""One thing of a case by its number: None where the case has no such thing, so no other case is reached."""

from collections.abc import Sequence

from lles.casefile.models import Case, Check, Child, Document, Filing, Paper, Party


def party_of(case: Case, pk: int) -> Party | None:
    """A party of the case."""
    return Party.objects.filter(case=case, pk=pk).first()


def child_of(case: Case, pk: int) -> Child | None:
    """A child of the case."""
    return Child.objects.filter(case=case, pk=pk).first()


def check_of(case: Case, pk: int) -> Check | None:
    """A check of the case, with its person."""
    return Check.objects.filter(case=case, pk=pk).select_related("party", "adult", "child").first()


def document_of(case: Case, pk: int) -> Document | None:
    """A sealed document of the case."""
    return Document.objects.filter(case=case, pk=pk).select_related("party").first()


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
    made = filing.document
    same = Filing.objects.filter(
        document__case=made.case_id, document__kind=made.kind, document__version=made.version
    )
    by_hand = same.filter(state__in=(Filing.BY_HAND, Filing.REFUSED, Filing.UNREACHABLE))
    return list(by_hand.exclude(pk=filing.pk).select_related("document").order_by("pk"))
