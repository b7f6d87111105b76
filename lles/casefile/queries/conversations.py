"""Who is not reached yet, and how it is safe to reach somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from lles.casefile.models import Case, Conversation, Party, SafeContact


def safe_contact_of(case: Case, party: Party) -> SafeContact | None:
    """How it is safe to reach a person: the last that was recorded."""
    return SafeContact.objects.filter(case=case, party=party).order_by("-pk").first()


@dataclass(frozen=True)
class ToReach:
    """An adult to whom nobody has spoken yet."""

    pk: int
    name: str


def not_reached(cases: Iterable[int]) -> Mapping[int, tuple[ToReach, ...]]:
    """The adults of some cases to whom nobody has spoken yet, by the case."""
    spoken = Conversation.objects.filter(party=OuterRef("pk"), outcome=Conversation.SPOKE)
    adults = Party.objects.filter(~Exists(spoken), case__in=set(cases), is_organisation=False)
    found: dict[int, tuple[ToReach, ...]] = {}
    for party in adults.only("case_id", "first_name", "last_name").order_by("role", "number", "pk"):
        found[party.case_id] = (*found.get(party.case_id, ()), ToReach(party.pk, party.name))
    return found
