"""Who is shut out of a case, and whom one may mean when one writes a name."""

from collections.abc import Sequence

from lles.casefile.models import Case, Exclusion, Officer

NAMED_AT_MOST = 20


def exclusions_of(case: Case) -> Sequence[Exclusion]:
    """Who is shut out of a case, the latest first."""
    standing = case.exclusions.filter(ended_at=None).select_related("officer__office", "began_by")
    return list(standing.order_by("-pk"))


def exclusion_of(case: Case, pk: int) -> Exclusion | None:
    """One standing exclusion of a case."""
    return case.exclusions.filter(pk=pk, ended_at=None).select_related("officer").first()


def people_named(words: str) -> Sequence[Officer]:
    """The people of the service whose name or user name holds every word that was written."""
    people = Officer.objects.filter(is_service=False, account__isnull=False)
    for word in words.split():
        people = people.filter(name__icontains=word) | people.filter(account__username__icontains=word)
    return list(people.select_related("office", "account").order_by("name", "pk")[:NAMED_AT_MOST])
