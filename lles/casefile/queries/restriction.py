"""Who sees a case and who is shut out of it, and whom one may mean when one writes a name."""

from collections.abc import Sequence

from django.db.models import QuerySet

from lles.casefile.access import Verb, holds_over
from lles.casefile.models import Case, Exclusion, KeptSight, Officer, Restriction

NAMED_AT_MOST = 20


def exclusions_of(case: Case) -> Sequence[Exclusion]:
    """Who is shut out of a case, the latest first."""
    standing = case.exclusions.filter(ended_at=None)
    found = standing.select_related("officer__office", "began_by", "party", "child")
    return list(found.order_by("-pk"))


def exclusion_of(case: Case, pk: int) -> Exclusion | None:
    """One exclusion of a case, standing or ended."""
    return case.exclusions.filter(pk=pk).select_related("officer").first()


def people_named(words: str) -> Sequence[Officer]:
    """The people of the service whose name or user name holds every word that was written."""
    people = Officer.objects.filter(is_service=False, account__isnull=False)
    for word in words.split():
        people = people.filter(name__icontains=word) | people.filter(account__username__icontains=word)
    return list(people.select_related("office", "account").order_by("name", "pk")[:NAMED_AT_MOST])


def restriction_of(case: Case) -> Restriction | None:
    """The restriction under which a case stands."""
    return case.restrictions.filter(ended_at=None).select_related("began_by").first()


def named_for(case: Case) -> Sequence[KeptSight]:
    """Who was named to keep sight of a restricted case."""
    standing = case.kept_sights.filter(ended_at=None).select_related("officer__office", "began_by")
    return list(standing.order_by("officer__name", "pk"))


def naming_of(case: Case, pk: int) -> KeptSight | None:
    """One naming for a case, standing or ended."""
    return case.kept_sights.filter(pk=pk).select_related("officer").first()


def who_decides(case: Case) -> Sequence[Officer]:
    """Who approves over a case: they see it, restricted or not, unless they are shut out."""
    return [one for one in _in_post(case) if holds_over(one, Verb.APPROVE, case)]


def to_be_named(case: Case) -> Sequence[Officer]:
    """Whose roles reach the case, and who do not see it once it is restricted, unless they are named."""
    named = {one.officer_id for one in named_for(case)} | {case.officer_id}
    people = [one for one in _in_post(case) if one.pk not in named and holds_over(one, Verb.SEE, case)]
    return [one for one in people if not holds_over(one, Verb.APPROVE, case)]


def _in_post(case: Case) -> QuerySet[Officer]:
    shut_out = case.exclusions.filter(ended_at=None).values("officer_id")
    people = Officer.objects.filter(is_service=False, account__is_active=True).exclude(pk__in=shut_out)
    return people.select_related("office").order_by("name", "pk")
