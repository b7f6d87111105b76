"""The gate: whatever leaves passes here as final bytes for one named reader; there is no second path."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile import locations
from lles.casefile.documents import COURT, Made, store
from lles.casefile.models import Case, Disclosure, Document, Filing, Officer
from lles.casefile.queries.reading import PART, Readings, mark_of, name_of_reader, readings_of
from lles.casefile.rules.confidentiality import Leak, find
from lles.casefile.rules.places_in_files import place_in_words
from lles.casefile.rules.readers import PROVIDER
from lles.casefile.rules.refusals import why_refused
from lles.casefile.timeline import Said, Word, reader_in_words, says
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.links.pdf_reader import Place

if TYPE_CHECKING:
    from lles.links.court.client import CourtService
    from lles.links.outward.filing import Accepted

BASES = frozenset({"court_proceedings", "party", "ordered_programme", "preview_of_own_draft"})
PROTECTING, UNREADABLE, NOT_PASSED = "protecting_children", "unreadable", "not_passed"
BODIES_THAT_PROTECT = ("police", "local_authority")


@dataclass(frozen=True)
class Refusal:
    """Why something may not leave: for whom it was, with the name of a party, where the detail stands, and of
    what kind it is."""

    reader: str
    language: str
    place: str
    kind: str
    name: str = ""

    @property
    def reason(self) -> Text:
        """The reason in both languages; it never repeats the detail."""
        return why_refused(self.kind)

    @property
    def where(self) -> Text:
        """The place in both languages."""
        return place_in_words(self.place)

    def said(self) -> Said:
        """The refusal as a line of the timeline."""
        reader = Text(en=self.name, cy=self.name) if self.name else reader_in_words(self.reader)
        return says("gate_refused", reader=reader, place=self.where, reason=Word(f"gate.{self.kind}"))


class GateRefused(Exception):
    """Something may not leave as it stands; every place and reason is named."""

    name = "gate_refused"

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__("; ".join(f"{r.reader} {r.language}: {r.place}: {r.kind}" for r in refusals))
        self.refusals = refusals


class NotReleased(GateRefused):
    """Bytes were to be sent that never passed the gate for this reader."""

    def __init__(self, filing: Filing) -> None:
        super().__init__((_of_the_whole(filing.document, NOT_PASSED),))
        self.args = (f"{filing.receipt} never passed the gate",)


@dataclass(frozen=True)
class Released:
    """A document that passed the gate for one reader."""

    made: Made
    sha256: str


def basis_of(reader: str) -> str:
    """On which basis a sealed document goes to its reader."""
    return {COURT: "court_proceedings", PROVIDER: "ordered_programme"}.get(reader, "party")


def refusals(case: Case, made: Made, readings: Readings | None = None) -> tuple[Refusal, ...]:
    """Everything in the final bytes that this reader must not learn: text, metadata, attachments, name."""
    return refusals_of_every(case, (made,), readings)


def refusals_of_every(
    case: Case, every: Iterable[Made], readings: Readings | None = None
) -> tuple[Refusal, ...]:
    """The same of several documents; the store is asked once."""
    readings = _of_case(case, readings)
    found: dict[Refusal, None] = {}
    for made in every:
        reading = readings.of(made.reader)
        told = (("file", UNREADABLE),) if made.places is None else reading.forbidden(made.places)
        name = name_of_reader(case, made.reader) if told else ""
        found |= dict.fromkeys(Refusal(made.reader, made.language, place, kind, name) for place, kind in told)
    return tuple(found)


def _of_case(case: Case, readings: Readings | None) -> Readings:
    return readings if readings and readings.is_of(case) else readings_of(case)


def refuse_what_is_forbidden(case: Case, every: Iterable[Made]) -> None:
    """Refuses several documents as one, before a reason is asked for any of them."""
    if found := refusals_of_every(case, every):
        raise GateRefused(found)


def part_findings(case: Case, every: Iterable[Made]) -> tuple[Finding, ...]:
    """Every part of an address in the final bytes that may tell a reader where somebody lives, as the rules
    weigh it (CONF-PART); none while something in them is refused, which no reason lets out."""
    every = tuple(every)
    if refusals_of_every(case, every):
        return ()
    readings = readings_of(case)
    found: dict[Finding, None] = {}
    for made in every:
        reading = readings.of(made.reader)
        found |= dict.fromkeys(reading.findings(reading.hints(made.places or ())))
    return tuple(found)


def unweighed_findings(case: Case, every: Iterable[Made]) -> tuple[Finding, ...]:
    """The same, but for what a person weighed when these bytes left before."""
    return part_findings(case, [made for made in every if _unweighed(case, made)])


def kept_from_onlookers(case: Case, content: bytes) -> tuple[Refusal, ...]:
    """What a paper of the court holds that is not for somebody who sees the case and does not work on it."""
    return refusals(case, Made("court_paper", COURT, "en", "", content))


def release(
    case: Case, made: Made, *, basis: str, purpose: str, by: Officer, at: datetime, weighed: bool = False,
    readings: Readings | None = None,
) -> Released:  # fmt: skip
    """Lets one document out to its reader and writes it in the ledger, or refuses with every place and
    reason; who looks at the same bytes again is in the ledger already. What may tell where somebody lives
    leaves only where a person `weighed` it and said why, now or when these bytes left before. Where several
    are let out by one change, its `readings` of the case are the same for all."""
    if basis not in BASES:
        raise ValueError(f"not a basis of disclosure: {basis}")
    if found := refusals(case, made, readings):
        raise GateRefused(found)
    digest = hashlib.sha256(made.content).hexdigest()
    written = {"reader": made.reader, "what": made.kind, "language": made.language, "sha256": digest}
    written |= {"basis": basis, "purpose": purpose}
    if purpose not in Disclosure.LOOKS:
        parts = _unweighed(case, made, readings)
        if parts and not weighed:
            raise GateRefused(_as_refusals(case, made, parts))
        for what in dict.fromkeys(parts):
            Disclosure.objects.create(case=case, by=by, at=at, **{**written, "what": what, "purpose": PART})
    if purpose in Disclosure.LOOKS:
        Disclosure.objects.get_or_create(case=case, by=by, **written, defaults={"at": at})
    else:
        Disclosure.objects.create(case=case, by=by, at=at, **written)
    return Released(made, digest)


def _unweighed(case: Case, made: Made, readings: Readings | None = None) -> dict[str, str]:
    """What may tell this reader where somebody lives, by how the ledger names it, with where it stands;
    without what a person weighed already in the same bytes."""
    digest = hashlib.sha256(made.content).hexdigest()
    known = Disclosure.objects.filter(case=case, reader=made.reader, sha256=digest, purpose=PART)
    reading = _of_case(case, readings).of(made.reader)
    told = {_in_the_ledger(leak): leak.place for leak in reading.hints(made.places or ())}
    weighed = set(known.values_list("what", flat=True)) if told else set()
    return {what: place for what, place in told.items() if what not in weighed}


def _in_the_ledger(leak: Leak) -> str:
    """A part as the ledger names it: its kind, whose, and a keyed mark, never the part itself."""
    return f"{leak.kind} {leak.owner} {mark_of(leak)}"


def _as_refusals(case: Case, made: Made, parts: Mapping[str, str]) -> tuple[Refusal, ...]:
    name = name_of_reader(case, made.reader) if parts else ""
    found = (Refusal(made.reader, made.language, place, PART, name) for place in parts.values())
    return tuple(dict.fromkeys(found))


def release_to_protect(
    case: Case,
    made: Made,
    chosen: Sequence[locations.Kept],
    *,
    body: str,
    purpose: str,
    by: Officer,
    at: datetime,
) -> Released:
    """Lets one document out to a body that protects children (FPR 12.73, PD 12G): of what is protected it may
    hold the details that an officer chose, and no other. Each of these stands in the ledger by itself."""
    if made.reader not in BODIES_THAT_PROTECT:
        raise ValueError(f"not a body that protects: {made.reader}")
    if found := tuple(dict.fromkeys(_beyond(case, made, chosen))):
        raise GateRefused(found)
    digest = hashlib.sha256(made.content).hexdigest()
    told = [f"{made.kind} {body}", *(f"{body} {one.kind} {one.owner}" for one in chosen)]
    written = {"reader": made.reader, "language": made.language, "sha256": digest, "basis": PROTECTING}
    for what in dict.fromkeys(told):
        row = {**written, "what": what, "purpose": purpose}
        if purpose in Disclosure.LOOKS:
            Disclosure.objects.get_or_create(case=case, by=by, **row, defaults={"at": at})
        else:
            Disclosure.objects.create(case=case, by=by, at=at, **row)
    return Released(made, digest)


def _beyond(case: Case, made: Made, chosen: Sequence[locations.Kept]) -> Iterator[Refusal]:
    """What a document tells beyond what was chosen; two people who live at one place have one address."""
    if made.places is None:
        yield Refusal(made.reader, made.language, "file", UNREADABLE)
        return
    told = [Place("chosen", "\n".join(one.lines)) for one in chosen]
    hidden = [one for one in locations.protected_for(case, COURT) if not find(told, [one])]
    for leak in find(made.places, hidden):
        yield Refusal(made.reader, made.language, leak.place, leak.kind)


def holds_protected(case: Case, text: str) -> bool:
    """Whether some words say where somebody is who must not be found: they open by a button alone."""
    return bool(find([Place("words", text)], locations.protected_for(case, COURT)))


def sealed(document: Document) -> Made:
    """A sealed document again, in the bytes that were sealed."""
    content = store().get(document.sha256)
    language: Language = "cy" if document.language == "cy" else "en"
    return Made(document.kind, document.reader, language, document.file_name, content)


def refused_now(document: Document) -> tuple[Refusal, ...]:
    """Why a sealed document may not leave any more, beyond what goes with a reason: its bytes are read again,
    for what has become protected since."""
    return refusals(document.case, sealed(document))


def stopped_now(document: Document) -> tuple[Refusal, ...]:
    """The same with what goes with a reason alone: all for which our gate stops it on the way to court."""
    made = sealed(document)
    return refusals(document.case, made) or _as_refusals(document.case, made, _unweighed(document.case, made))


def _of_the_whole(document: Document, kind: str) -> Refusal:
    return Refusal(document.reader, document.language, "file", kind)


def hand_over(document: Document, *, by: Officer, at: datetime, weighed: bool = False) -> Released:
    """Lets a sealed document go to its reader by hand; the bytes are read again, for what has become
    protected since."""
    made, basis = sealed(document), basis_of(document.reader)
    return release(document.case, made, basis=basis, purpose="hand over", by=by, at=at, weighed=weighed)


def record_left_before(document: Document, *, by: Officer, at: datetime) -> None:
    """Writes in the ledger that a person had handed a sealed document to its reader before something in it
    became protected: it lets nothing out."""
    written = {"reader": document.reader, "what": document.kind, "language": document.language}
    written |= {"sha256": document.sha256, "basis": basis_of(document.reader), "purpose": "left before"}
    Disclosure.objects.create(case=document.case, by=by, at=at, **written)


def send_to_court(filing: Filing, court: "CourtService", file_name: str) -> "Accepted":
    """Sends one sealed document to the court; the bytes are read again, for what has become protected
    since."""
    from lles.links.outward.filing import upload  # only where something is sent: its client brings 7 MB

    document = filing.document
    passed = Disclosure.objects.filter(
        case=document.case, reader=COURT, sha256=document.sha256, purpose="file"
    )
    if not passed.exists():
        raise NotReleased(filing)
    if found := stopped_now(document):
        raise GateRefused(found)
    made = sealed(document)
    return upload(court, document.case.court_number, file_name, made.content, filing.court_type)
