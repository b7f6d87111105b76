"""Who is to be served with what, where that person is written to, and what stands in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from lles.casefile import locations, register
from lles.casefile.models import Case, Document, Party, SafeContact, Served, Serving, Task
from lles.casefile.queries.court import day_of, first_hearing
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.serving import (
    Address,
    ServingFacts,
    Way,
    served_only_in_a_safe_way,
    serving_due,
)
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.due import DueDay


@dataclass(frozen=True)
class Letterbox:
    """Where one person is written to, without the place: its state, the mark that tells a change, and since
    when it stands."""

    state: Address
    mark: str
    since: datetime | None = None


def letterbox_of(party: Party) -> Letterbox:
    """Where one party is written to."""
    return _letterbox(party, locations.of_case(party.case))


def _letterbox(party: Party, kept: Sequence[locations.Kept]) -> Letterbox:
    owner = f"party:{party.pk}"
    own = [one for one in kept if one.owner == owner and one.current]
    addresses = [one for one in own if one.kind == locations.ADDRESS]
    marks = "".join(sorted({one.mark for one in addresses}))
    mark = hashlib.sha256(marks.encode()).hexdigest() if marks else ""
    since = max((one.received_at for one in addresses if one.received_at), default=None)
    return Letterbox(_state(party, own, addresses, _in_refuge(owner, kept)), mark, since)


def _state(
    party: Party, own: Iterable[locations.Kept], addresses: Sequence[locations.Kept], in_refuge: bool
) -> Address:
    if in_refuge:
        return Address.REFUGE
    if party.address_known is False:
        return Address.NOT_KNOWN
    if not addresses:
        is_hidden = any(one.kind == locations.HIDDEN[locations.ADDRESS] for one in own)
        return Address.HIDDEN if is_hidden else Address.NOT_KNOWN
    return Address.PROTECTED if any(one.protected for one in addresses) else Address.OPEN


def _in_refuge(owner: str, kept: Iterable[locations.Kept]) -> bool:
    """Whoever is in a refuge, or lives with a child who is, may be found there."""
    kept = tuple(kept)
    with_them = {one.owner for one in kept if one.kind == locations.LIVES_WITH and owner in one.lines}
    sheltered = {
        name for one in kept if one.kind == locations.REFUGE for name in (one.owner, one.governed_by)
    }
    return bool(sheltered & {owner, *with_them})


@dataclass(frozen=True)
class ToServe:
    """A document that one person is to have: its versions for that person, and how it went so far."""

    serving: Serving
    documents: tuple[Document, ...]
    served: tuple[Served, ...]

    @property
    def stands(self) -> Served | None:
        """How the person was served, unless what was posted came back."""
        last = self.served[-1] if self.served else None
        return None if last is None or hasattr(last, "came_back") else last

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it was made for this person."""
        return tuple(one.language for one in self.documents)


def serving_of(case: Case, pk: int) -> Serving | None:
    """A document of the case that somebody is to have."""
    return Serving.objects.filter(case=case, pk=pk).select_related("party").first()


def to_serve(serving: Serving) -> ToServe:
    """One document with its versions for one person, and how it went so far."""
    return ToServe(serving, tuple(versions_for(serving)), tuple(_served_of([serving.pk])))


def versions_for(serving: Serving) -> Sequence[Document]:
    """What was sealed for this person, in every language."""
    made = Document.objects.filter(case_id=serving.case_id, party_id=serving.party_id)
    return list(made.filter(kind=serving.kind, version=serving.version).order_by("pk"))


def _served_of(servings: Collection[int]) -> Sequence[Served]:
    found = Served.objects.filter(serving__in=servings).select_related("came_back", "by")
    return list(found.order_by("served_at", "pk"))


def servings_of(case: Case) -> Mapping[tuple[int | None, str, int], ToServe]:
    """Everything that is to be served in a case, by the person, the kind of document and its version."""
    held = Prefetch("served", Served.objects.select_related("came_back", "by").order_by("served_at", "pk"))
    found = Serving.objects.filter(case=case).prefetch_related(held)
    return {(one.party_id, one.kind, one.version): ToServe(one, (), tuple(one.served.all())) for one in found}


def serving_facts(serving: Serving, case: Case, left_at: datetime | None = None) -> ServingFacts:
    """One person and one document as the rules weigh them; `left_at`: when it is said to have been posted."""
    party = serving.party
    box = letterbox_of(party)
    changed = has_changed(serving, box)
    said = SafeContact.objects.filter(party=party).order_by("-pk").first()
    return ServingFacts(
        name=party.name,
        address=Address.CHANGED if changed else box.state,
        represented=bool(party.represented or party.lawyer_name or party.lawyer_firm),
        letters_safe=_letters_safe(serving, said, box),
        has_version=bool(versions_for(serving)),
        kept_from=party.pk in register.kept_from(case, serving.kind),
        in_case=party.in_latest_answer or serving.kind in register.documents_of_an_end(),
        safe_way_recorded=bool(said and said.how.strip()),
        left_before_the_change=bool(changed and left_at and box.since and left_at < box.since),
    )


def has_changed(serving: Serving, box: Letterbox) -> bool:
    """Whether a known address was replaced by another since the document was sealed, or last looked at."""
    is_known = box.state in (Address.OPEN, Address.PROTECTED)
    return is_known and bool(serving.address_mark) and serving.address_mark != box.mark


def _letters_safe(serving: Serving, recorded: SafeContact | None, box: Letterbox) -> bool | None:
    said = letters_safe(recorded, box)
    if said is None and serving.found_safe and serving.address_mark == box.mark:
        return True
    return said


def letters_safe(said: SafeContact | None, box: Letterbox) -> bool | None:
    """What a person said of letters, as far as it holds for the address as it is now: that they are safe is
    said of one address, that they are not holds until it is taken back."""
    if said is None or (said.letters and said.address_mark != box.mark):
        return None
    return said.letters


def titles_of_servings(subjects: Collection[str]) -> Mapping[str, Text]:
    """What is to be served, by the number of each serving; its own number where it is not the first."""
    found = Serving.objects.filter(pk__in=[int(one) for one in subjects if one.isdigit()])
    titles = {}
    for pk, kind, number in found.values_list("pk", "kind", "version"):
        name = "serve_which" if number == 1 else "serve_which_of_several"
        titles[str(pk)] = word(f"task.casefile.{name}").fill(document=word(f"document.{kind}"), number=number)
    return titles


def serve_by(task: Task) -> DueDay | None:
    """The day by which a document is to be served (SRV-DUE), and that an address changed meanwhile (P04)."""
    found = Serving.objects.filter(pk=int(task.subject or 0)).select_related("party", "case").first()
    if found is None:
        return None
    facts = serving_facts(found, found.case)
    changed = served_only_in_a_safe_way(Way.POST, facts) if facts.address is Address.CHANGED else None
    opened_on = task.opened_at.astimezone(LONDON).date()
    hearing_on = day_of(first_hearing(found.case))
    return serving_due(opened_on, hearing_on, calendar_in_force(), [changed.says] if changed else [])
