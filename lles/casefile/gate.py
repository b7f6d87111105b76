"""The gate: whatever leaves passes here as final bytes for one named reader; there is no second path."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile import locations
from lles.casefile.documents import COURT, Made, store
from lles.casefile.models import Case, Disclosure, Document, Filing, Officer
from lles.casefile.rules.confidentiality import Leak, find
from lles.casefile.rules.places_in_files import place_in_words
from lles.casefile.rules.readers import CHILD
from lles.casefile.timeline import Said, Word, says, word_or_code
from lles.law.bilingual import Language, Text
from lles.links.pdf_reader import Place, UnreadablePdf, places

if TYPE_CHECKING:
    from lles.links.court.client import CourtService
    from lles.links.outward.filing import Accepted

BASES = frozenset({"court_proceedings", "party", "preview_of_own_draft"})
PROTECTING = "protecting_children"
BODIES_THAT_PROTECT = ("police", "local_authority")


@dataclass(frozen=True)
class Refusal:
    """Why something may not leave: for whom it was, where the detail stands, and of what kind it is."""

    reader: str
    language: str
    place: str
    kind: str

    @property
    def reason(self) -> Text:
        """The reason in both languages; it never repeats the detail."""
        return _REASONS[self.kind]

    @property
    def where(self) -> Text:
        """The place in both languages."""
        return place_in_words(self.place)

    def said(self) -> Said:
        """The refusal as a line of the timeline."""
        reader = reader_in_words(self.reader)
        return says("gate_refused", reader=reader, place=self.where, reason=Word(f"gate.{self.kind}"))


def reader_in_words(reader: str) -> Text:
    """A reader as the timeline names them: the court, a body, or a party by role and number."""
    role, _, number = reader.rpartition("-")
    if not role:
        return word_or_code("reader", reader)
    named = word_or_code("role", role)
    return Text(en=f"{named.en} {number}", cy=f"{named.cy} {number}")


class GateRefused(Exception):
    """Something may not leave as it stands; every place and reason is named."""

    name = "gate_refused"

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__("; ".join(f"{r.reader} {r.language}: {r.place}: {r.kind}" for r in refusals))
        self.refusals = refusals


class NotReleased(Exception):
    """Bytes were to be sent that never passed the gate for this reader."""


@dataclass(frozen=True)
class Released:
    """A document that passed the gate for one reader."""

    made: Made
    sha256: str


def refusals(case: Case, made: Made) -> tuple[Refusal, ...]:
    """Everything in the final bytes that this reader must not learn: text, metadata, attachments, file
    name."""
    return tuple(dict.fromkeys(_refusals(case, made)))


def _refusals(case: Case, made: Made) -> Iterator[Refusal]:
    try:
        read = (Place("file name", made.file_name), Place("title", made.title), *places(made.content))
    except UnreadablePdf:
        yield Refusal(made.reader, made.language, "file", "unreadable")
        return
    hidden = locations.protected_for(case, owner_key(case, made.reader))
    leaks: tuple[Leak, ...] = find(read, hidden)
    for leak in leaks:
        yield Refusal(made.reader, made.language, leak.place, leak.kind)


def kept_from_onlookers(case: Case, content: bytes) -> tuple[Refusal, ...]:
    """What a paper of the court holds that is not for somebody who sees the case and does not work on it."""
    return refusals(case, Made("court_paper", COURT, "en", "", content))


def owner_key(case: Case, reader: str) -> str:
    """The name under which the store of locations knows a reader. The court owns no detail, and neither does
    a child: what a child holds in the hand, the adults around the child read."""
    if reader == COURT or reader.startswith(CHILD):
        return COURT
    role, number = reader.rsplit("-", 1)
    party = case.parties.get(role=role, number=number)
    return f"party:{party.pk}"


def release(case: Case, made: Made, *, basis: str, purpose: str, by: Officer, at: datetime) -> Released:
    """Lets one document out to its reader and writes it in the ledger, or refuses with every place and
    reason; who looks at the same bytes again is in the ledger already."""
    if basis not in BASES:
        raise ValueError(f"not a basis of disclosure: {basis}")
    if found := refusals(case, made):
        raise GateRefused(found)
    digest = hashlib.sha256(made.content).hexdigest()
    written = {"reader": made.reader, "what": made.kind, "language": made.language, "sha256": digest}
    written |= {"basis": basis, "purpose": purpose}
    if purpose in Disclosure.LOOKS:
        Disclosure.objects.get_or_create(case=case, by=by, **written, defaults={"at": at})
    else:
        Disclosure.objects.create(case=case, by=by, at=at, **written)
    return Released(made, digest)


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
    try:
        read = (Place("file name", made.file_name), Place("title", made.title), *places(made.content))
    except UnreadablePdf:
        yield Refusal(made.reader, made.language, "file", "unreadable")
        return
    told = [Place("chosen", "\n".join(one.lines)) for one in chosen]
    hidden = [one for one in locations.protected_for(case, COURT) if not find(told, [one])]
    for leak in find(read, hidden):
        yield Refusal(made.reader, made.language, leak.place, leak.kind)


def holds_protected(case: Case, text: str) -> bool:
    """Whether some words say where somebody is who must not be found: they open by a button alone."""
    return bool(find([Place("words", text)], locations.protected_for(case, COURT)))


def sealed(document: Document) -> Made:
    """A sealed document again, in the bytes that were sealed."""
    content = store().get(document.sha256)
    language: Language = "cy" if document.language == "cy" else "en"
    return Made(document.kind, document.reader, language, document.file_name, content)


def hand_over(document: Document, *, by: Officer, at: datetime) -> Released:
    """Lets a sealed document go to its person; the bytes are read again, for what has become protected
    since."""
    return release(document.case, sealed(document), basis="party", purpose="hand over", by=by, at=at)


def send_to_court(filing: Filing, court: "CourtService", file_name: str) -> "Accepted":
    """Sends one sealed document to the court; the bytes are read again, for what has become protected
    since."""
    from lles.links.outward.filing import upload  # only where something is sent: its client brings 7 MB

    document = filing.document
    made = sealed(document)
    passed = Disclosure.objects.filter(
        case=document.case, reader=COURT, sha256=document.sha256, purpose="file"
    )
    if not passed.exists():
        raise NotReleased(f"{filing.receipt} never passed the gate")
    if found := refusals(document.case, made):
        raise GateRefused(found)
    return upload(court, document.case.court_number, file_name, made.content, filing.court_type)


_REASONS = {
    "address": Text(en="It holds an address that is protected from this reader.",
                    cy="Mae'n cynnwys cyfeiriad sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "postcode": Text(en="It holds a postcode that is protected from this reader.",
                     cy="Mae'n cynnwys cod post sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "phone": Text(en="It holds a telephone number that is protected from this reader.",
                  cy="Mae'n cynnwys rhif ffôn sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "email": Text(en="It holds an e-mail address that is protected from this reader.",
                  cy="Mae'n cynnwys cyfeiriad e-bost sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    "name": Text(en="It names a person whose name is protected from this reader.",
                 cy="Mae'n enwi person y mae ei enw wedi'i ddiogelu rhag y darllenydd hwn."),
    "source": Text(en="It names a school or somebody else close to a child; they are told by what they are.",
                   cy="Mae'n enwi ysgol neu rywun sy'n agos at blentyn; dywedir beth ydynt, nid yr enw."),
    "unreadable": Text(en="The file cannot be read, so nobody can say what it holds.",
                       cy="Ni ellir darllen y ffeil, felly ni all neb ddweud beth sydd ynddi."),
}  # fmt: skip
