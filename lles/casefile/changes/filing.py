"""Filing with the court: sealed once, sent once; an unknown outcome is parked for a person, never sent
again blindly."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from lles.casefile import outbox
from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Done, NotAllowed, Reasons, Stale, change, weigh
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.documents import COURT, Made, store
from lles.casefile.gate import (
    Refusal,
    Released,
    basis_of,
    hand_over,
    part_findings,
    refuse_what_is_forbidden,
    release,
    sealed,
    unweighed_findings,
)
from lles.casefile.models import Case, Child, Document, Filing, Officer, Party
from lles.casefile.once import reading
from lles.casefile.queries.of_case import child_of_reader, waits_beside
from lles.casefile.queries.reading import Readings
from lles.casefile.register import Event, Occasion
from lles.casefile.rules.courts import is_in_wales
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.rules.readers import CHILD, PROVIDER
from lles.casefile.timeline import Fact, Word, says
from lles.law.findings import Finding

MOST_TRIES = 8
RECALL = timedelta(minutes=10)  # a document leaves by itself no sooner, and can be taken back until then
SETTLED = (Filing.ACCEPTED, Filing.FILED_BY_HAND)
NOT_AT_COURT = (Filing.BY_HAND, Filing.REFUSED, Filing.UNREACHABLE, Filing.STOPPED)
FOR_A_PERSON = (*NOT_AT_COURT, Filing.UNKNOWN)


def _parts_told(
    *, case: Case, made: Sequence[Made], weighed: bool | None = None, **_: object
) -> tuple[Finding, ...]:
    return part_findings(case, made) if weighed is None else ()


@change(needs=Verb.WORK, weighs=_parts_told)
def seal_documents(
    *, case: Case, by: Officer, at: datetime, kind: str, made: Sequence[Made], court_type: str,
    reasons: Reasons | None = None, weighed: bool | None = None,
) -> Done[Sequence[Document]]:  # fmt: skip
    """Seals a document in every version for its readers, through the gate, and sends the court's on its
    way. What may tell where somebody lives needs a reason, asked here unless the caller says whether it was
    `weighed` before (CONF-PART). The court gets a document only of somebody who signs as the officer of the
    law (JUR-WALES, JUR-ENGLAND)."""
    if any(one.reader == COURT for one in made) and not may(by, Verb.FILE, case):
        raise NotAllowed(f"{by} does not bear the title")
    weighed = was_weighed(reasons) if weighed is None else weighed
    version = case.documents.filter(kind=kind).values("version").distinct().count() + 1
    readings = Readings(case)
    documents = [_seal(case, one, version, by, at, weighed, readings) for one in made]
    for document in documents:
        if document.reader == COURT:
            _put_on_its_way(document, court_type, by, at)
    return Done(documents, says("document_sealed", document=Word(f"document.{kind}"), version=version))


def weigh_together(case: Case, made: Sequence[Made], reasons: Reasons | None) -> None:
    """Refuses documents of several kinds as one, and asks a reason for all that they may tell together,
    before any of them is sealed."""
    with reading():
        refuse_what_is_forbidden(case, made)
        findings = part_findings(case, made)
    weigh(findings, reasons or {})


def was_weighed(reasons: Reasons | None) -> bool:
    """Whether a reason was given for what may tell where somebody lives."""
    return bool((reasons or {}).get(PARTS, "").strip())


def _seal(
    case: Case, made: Made, version: int, by: Officer, at: datetime, weighed: bool, readings: Readings
) -> Document:
    to_court = made.reader == COURT
    basis, purpose = basis_of(made.reader), "file" if to_court else "serve"
    released = release(
        case, made, basis=basis, purpose=purpose, by=by, at=at, weighed=weighed, readings=readings
    )
    store().put(made.content)
    party, child = _person(case, made.reader)
    return Document.objects.create(
        case=case,
        kind=made.kind,
        version=version,
        reader=made.reader,
        party=party,
        child=child,
        language=made.language,
        file_name=made.file_name,
        sha256=released.sha256,
        made_by=by,
        made_at=at,
    )


def _person(case: Case, reader: str) -> tuple[Party | None, Child | None]:
    """The adult or the child for whom a document is; neither of them where it is for the
    court or for a provider."""
    if reader in (COURT, PROVIDER):
        return None, None
    if reader.startswith(CHILD):
        return None, child_of_reader(case, reader)
    role, number = reader.rsplit("-", 1)
    return case.parties.get(role=role, number=number), None


def _put_on_its_way(document: Document, court_type: str, by: Officer, at: datetime) -> None:
    case = document.case
    by_feed = goes_by_machine(case)
    filing = Filing.objects.create(
        document=document,
        court_type=court_type,
        receipt=f"{case.reference}-{secrets.token_hex(4).upper()}",
        state=Filing.WAITING if by_feed else Filing.BY_HAND,
        next_try_at=at + RECALL if by_feed else None,
    )
    if not by_feed:
        _ask_a_person(case, filing, by, at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: what the court still does not have waits for a person again."""
    for filing in Filing.objects.filter(document__case=occasion.case, state__in=FOR_A_PERSON).order_by("pk"):
        _ask_a_person(occasion.case, filing, the_service(), occasion.at)


def _ask_a_person(case: Case, filing: Filing, by: Officer, at: datetime) -> None:
    kind = "file_by_hand" if filing.state == Filing.BY_HAND else f"filing_{filing.state}"
    open_task(case=case, by=by, at=at, kind=f"casefile.{kind}", subject=str(filing.pk))


def goes_by_machine(case: Case) -> bool:
    """Whether documents of a case are sent through the court's service: it takes them, and knows the case."""
    return bool(case.court_number) and case.law == Case.PRIVATE and court_takes_uploads(case)


def court_takes_uploads(case: Case) -> bool:
    """Whether the court of a case takes documents through its service: all but the Welsh courts do."""
    return not is_in_wales(case.court_code, case.court_name)


@change(needs=Verb.WORK)
def claim_filing(*, case: Case, by: Officer, at: datetime, filing: Filing) -> Done[bool]:
    """Claims a filing that is due to be sent; only one claimant gets it."""
    due = Filing.objects.filter(pk=filing.pk, state=Filing.WAITING, next_try_at__lte=at)
    claimed = due.update(state=Filing.SENDING, tries=filing.tries + 1, settled_at=at)
    return Done(bool(claimed), None, leaves_the_case=True)


@change(needs=Verb.WORK)
def settle_filing(
    *, case: Case, by: Officer, at: datetime, filing: Filing, state: str, answered: str,
    refusals: Sequence[Refusal] = (),
) -> Done[None]:  # fmt: skip
    """Records what became of a filing that was sent, with the `refusals` of our own gate where that stopped
    it; what is not accepted waits for a person."""
    Filing.objects.filter(pk=filing.pk).update(state=state, answered=answered[:300], settled_at=at)
    entry = says(
        "filing_settled",
        document=Word(f"document.{filing.document.kind}"),
        state=Word(f"filing.{state}"),
        receipt=filing.receipt,
        **({"refusals": tuple(one.said() for one in refusals)} if refusals else {}),
    )
    if state in SETTLED:
        return Done(None, entry, filing_told(filing))
    open_task(case=case, by=by, at=at, kind=f"casefile.filing_{state}", subject=str(filing.pk))
    return Done(None, entry)


@change(needs=Verb.WORK)
def postpone_filing(*, case: Case, by: Officer, at: datetime, filing: Filing, answered: str) -> Done[None]:
    """Puts off a filing that the court surely did not take; after eight tries a person is asked."""
    if filing.tries >= MOST_TRIES:
        settle_filing(case=case, by=by, at=at, filing=filing, state=Filing.UNREACHABLE, answered=answered)
        return Done(None, None)
    wait = timedelta(minutes=2 ** min(filing.tries, 6))
    Filing.objects.filter(pk=filing.pk).update(
        state=Filing.WAITING, next_try_at=at + wait, answered=answered[:300]
    )
    return Done(None, None, leaves_the_case=True)


def _parts_filed(*, filing: Filing, together: bool = False, **_: object) -> tuple[Finding, ...]:
    filed = filed_with(filing, together)
    return unweighed_findings(filing.document.case, [sealed(one.document) for one in filed])


def filed_with(filing: Filing, together: bool) -> tuple[Filing, ...]:
    """A filing, `together` with those of the other languages that wait for a person too."""
    return (filing, *(waits_beside(filing) if together else ()))


@change(needs=Verb.WORK, weighs=_parts_filed)
def record_filed_by_hand(
    *, case: Case, by: Officer, at: datetime, filing: Filing, way: str, filed_at: datetime,
    together: bool = False, reasons: Reasons | None = None, seen: int | None = None,
) -> Done[None]:  # fmt: skip
    """Records that a person filed the sealed document with the court, when and by which way; `together` with
    the versions in the other language that wait for a person too. The gate is asked again for each."""
    still(filing, *FOR_A_PERSON)
    filed = filed_with(filing, together)
    for one in filed:
        hand_over(one.document, by=by, at=at, weighed=was_weighed(reasons))
    return was_filed("filed_by_hand", filed, way, filed_at, by, at)


def was_filed(
    name: str, filed: Sequence[Filing], way: str, filed_at: datetime, by: Officer, at: datetime, **more: Fact
) -> Done[None]:
    """The rows, the end of the tasks and the line of the timeline where a person filed documents by hand."""
    document = filed[0].document
    for one in filed:
        Filing.objects.filter(pk=one.pk).update(
            state=Filing.FILED_BY_HAND, way=way, settled_at=filed_at, filed_by=by
        )
        end_filing_tasks(document.case, one, by, at)
    entry = says(
        name,
        document=Word(f"document.{document.kind}"),
        way=Word(f"way.{way}"),
        filed_at=filed_at,
        receipt=", ".join(one.receipt for one in filed),
        **more,
    )
    return Done(None, entry, filing_told(filed[0]))


@change(needs=Verb.WORK)
def look_settled(
    *, case: Case, by: Officer, at: datetime, filing: Filing, is_there: bool, seen: int | None = None
) -> Done[None]:
    """Records what a person saw at the court after an unknown outcome: it is there, or it may be sent
    again."""
    still(filing, Filing.UNKNOWN)
    end_filing_tasks(case, filing, by, at)
    if is_there:
        Filing.objects.filter(pk=filing.pk).update(state=Filing.ACCEPTED, settled_at=at)
        return Done(None, says("filing_seen_at_court", receipt=filing.receipt), filing_told(filing))
    Filing.objects.filter(pk=filing.pk).update(state=Filing.WAITING, tries=0, next_try_at=at)
    outbox.defer("casefile.send_to_court", filing_id=filing.pk)
    return Done(None, says("filing_sent_again", receipt=filing.receipt))


@change(needs=Verb.SEE)
def look_at_sealed(*, case: Case, by: Officer, at: datetime, document: Document) -> Done[Released]:
    """Lets somebody who sees the case look at a sealed document, through the gate as it stands today."""
    basis = basis_of(document.reader)
    released = release(case, sealed(document), basis=basis, purpose="look", by=by, at=at)
    return Done(released, None, only_looked=True)


def still(filing: Filing, *states: str) -> None:
    """Somebody else may have settled it meanwhile."""
    filing.refresh_from_db(fields=["state"])
    if filing.state not in states:
        raise Stale(f"{filing.receipt} is {filing.state}")


def end_filing_tasks(case: Case, filing: Filing, by: Officer, at: datetime, outcome: str = "done") -> None:
    """Ends what asks a person about the way of a document to the court."""
    for kind in ("file_by_hand", "filing_refused", "filing_unknown", "filing_unreachable", "filing_stopped"):
        end_tasks(case=case, by=by, at=at, kind=f"casefile.{kind}", outcome=outcome, subject=str(filing.pk))


def filing_told(filing: Filing) -> tuple[tuple[Event, dict[str, object]], ...]:
    """The court has the document once it has every version made for it that is not withdrawn."""
    document = filing.document
    states = Filing.objects.filter(
        document__case=document.case, document__kind=document.kind, document__version=document.version
    ).values_list("state", flat=True)
    going = set(states) - {Filing.WITHDRAWN}
    if not going or not going <= set(SETTLED):
        return ()
    return ((Event.DOCUMENT_FILED, {"kind": document.kind, "version": document.version}),)
