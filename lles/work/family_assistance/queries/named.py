"""Whom a family assistance order names, and what they answered and said."""

from collections.abc import Mapping, Sequence

from lles.casefile.models import Case
from lles.work.family_assistance.models import Assistance, Heard, NamedOne
from lles.work.family_assistance.models import Consent as Answer
from lles.work.family_assistance.rules import Consent, NamedPerson, Standing


def is_unread(assistance: Assistance) -> bool:
    """Whether the order is made and nobody has recorded what it says: a proposal says nothing of it then."""
    return assistance.order_id is not None and assistance.terms_at is None


def named_in(assistance: Assistance) -> Sequence[NamedOne]:
    """Whom the order names now: adults, then children; nobody while it is made and not read."""
    return () if is_unread(assistance) else named_or_proposed(assistance)


def named_or_proposed(assistance: Assistance) -> Sequence[NamedOne]:
    """Whom the order names as far as the file knows: as it was proposed, until somebody reads it."""
    found = assistance.named.filter(left_at=None).select_related("party", "child")
    return sorted(found, key=lambda one: (one.child_id is not None, one.pk))


def named_people(assistance: Assistance) -> tuple[NamedPerson, ...]:
    """Whom the order names, as the rules weigh it."""
    consents = consents_of(assistance)
    heard = list(assistance.heard.values_list("party", "child", "about"))
    return tuple(_as_named(one, consents, heard) for one in named_in(assistance))


def _as_named(
    one: NamedOne, consents: Mapping[int, Consent], heard: Sequence[tuple[int | None, int | None, str]]
) -> NamedPerson:
    owner = f"party:{one.party_id}" if one.party_id else f"child:{one.child_id}"
    said = {about for party, child, about in heard if (party, child) == (one.party_id, one.child_id)}
    return NamedPerson(
        owner, one.name, Standing(one.standing), consents.get(one.party_id or 0),
        could_comment=Heard.COMMENT in said or Heard.NO_COMMENT in said, is_heard=Heard.VIEW in said,
    )  # fmt: skip


def consents_of(assistance: Assistance) -> Mapping[int, Consent]:
    """The consent of each adult as it stands, by the adult: what was answered, and when it was taken back."""
    stands: dict[int, Consent] = {}
    for answer in assistance.consents.order_by("pk"):
        before = stands.get(answer.party_id)
        if answer.answer == Answer.WITHDRAWN and before is not None and before.is_given:
            stands[answer.party_id] = Consent(True, before.on, answer.on)
        else:
            stands[answer.party_id] = Consent(answer.answer == Answer.GIVEN, answer.on)
    return stands


def said_by_children(case: Case) -> Sequence[str]:
    """What children said of an order, in their own words."""
    heard = Heard.objects.filter(assistance__case=case).exclude(child=None)
    return list(heard.values_list("words", flat=True))
