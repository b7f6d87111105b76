"""Serving: who is to have a sealed document, that they were served, and that what was posted came back."""

from collections.abc import Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.conversations import SafeWay, record_safe_contact
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.gate import hand_over, record_left_before, refused_now, sealed, unweighed_findings
from lles.casefile.models import CameBack, Case, Document, Officer, Served, Serving
from lles.casefile.queries.conversations import safe_contact_of
from lles.casefile.queries.of_case import left_by_the_closing
from lles.casefile.queries.serving import letterbox_of, serving_facts, to_serve, versions_for
from lles.casefile.register import Event, Occasion, documents_of_an_end, kept_from
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.rules.serving import Way, check_serving, only_who_may_have_it_is_served
from lles.casefile.timeline import Said, Word, says
from lles.law.findings import Finding

TASK = "casefile.serve"


def document_filed(occasion: Occasion) -> None:
    """The court has a document: everybody for whom it was sealed may be served with it now."""
    kind, version = str(occasion.about["kind"]), int(str(occasion.about["version"]))
    open_serving(case=occasion.case, by=the_service(), at=occasion.at, kind=kind, version=version)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is the serving that the closing left, but of what no longer holds."""
    case, by, at = occasion.case, the_service(), occasion.at
    left = Serving.objects.filter(case=case, pk__in=left_by_the_closing(case, TASK)).select_related("party")
    for serving in left.exclude(kind__in=documents_of_an_end()).order_by("pk"):
        is_kept = serving.party_id in kept_from(case, serving.kind)
        if not is_kept and to_serve(serving).stands is None:
            open_task(case=case, by=by, at=at, kind=TASK, party=serving.party, subject=str(serving.pk))


@change(needs=Verb.WORK)
def open_serving(
    *, case: Case, by: Officer, at: datetime, kind: str, version: int, found_safe: bool = False
) -> Done[Sequence[Serving]]:
    """Opens the serving of a sealed document on each person for whom it was made; `found_safe` where whoever
    made it looked whether it is safe to write to them."""
    made = case.documents.filter(kind=kind, version=version).exclude(party=None).select_related("party")
    parties = {document.party_id: document.party for document in made if document.party}
    opened = [
        Serving.objects.get_or_create(
            case=case, party=party, kind=kind, version=version,
            defaults={
                "found_safe": found_safe, "address_mark": letterbox_of(party).mark, "opened_at": at,
            },
        )[0]
        for party in parties.values()
    ]  # fmt: skip
    follow_serving(case=case, by=by, at=at, kind=kind)
    return Done(opened, None)


@change(needs=Verb.WORK)
def follow_serving(*, case: Case, by: Officer, at: datetime, kind: str) -> Done[None]:
    """Asks for each document of a kind to be served that is not, and no more for one that is kept from its
    person."""
    kept = kept_from(case, kind)
    for serving in Serving.objects.filter(case=case, kind=kind).select_related("party"):
        subject = str(serving.pk)
        if serving.party_id in kept:
            end_tasks(case=case, by=by, at=at, kind=TASK, outcome="kept_from", subject=subject)
        elif to_serve(serving).stands is None:
            open_task(case=case, by=by, at=at, kind=TASK, party=serving.party, subject=subject)
    return Done(None, None)


def _serving_findings(
    *, case: Case, serving: Serving, way: str, served_at: datetime, **_: object
) -> tuple[Finding, ...]:
    found = check_serving(Way(way), serving_facts(serving, case, served_at))
    return (*found, *unweighed_findings(case, map(sealed, versions_for(serving))))


@change(needs=Verb.WORK, weighs=_serving_findings)
def record_served(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    serving: Serving,
    way: str,
    served_at: datetime,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Served]:
    """Records that a person was served, in every language at once; the bytes are read again, for what has
    become protected since they were sealed."""
    if to_serve(serving).stands is not None:
        raise Stale(f"{serving.party} was served already")
    versions = versions_for(serving)
    for document in versions:
        hand_over(document, by=by, at=at, weighed=bool((reasons or {}).get(PARTS, "").strip()))
    return _served(serving, versions, way, served_at, by, at)


def _had_findings(*, case: Case, serving: Serving, **_: object) -> tuple[Finding, ...]:
    found = only_who_may_have_it_is_served(serving_facts(serving, case))
    return (found,) if found else ()


@change(needs=Verb.FILE, weighs=_had_findings)
def record_served_before(
    *, case: Case, by: Officer, at: datetime, serving: Serving, way: str, served_at: datetime, done: str,
    seen: int | None = None,
) -> Done[Served]:  # fmt: skip
    """Records that a person had the document before something in it became protected, and what was `done`
    about that; lets nothing out."""
    if to_serve(serving).stands is not None:
        raise Stale(f"{serving.party} was served already")
    versions = versions_for(serving)
    refusals = [one for document in versions for one in refused_now(document)]
    if not refusals:
        raise Stale(f"{serving.kind} may leave again")
    for document in versions:
        record_left_before(document, by=by, at=at)
    return _served(
        serving, versions, way, served_at, by, at, name="served_before_protected", why=done,
        refusals=tuple(one.said() for one in dict.fromkeys(refusals)),
    )  # fmt: skip


def _served(
    serving: Serving, versions: Sequence[Document], way: str, served_at: datetime, by: Officer, at: datetime,
    *, name: str = "served", **more: str | tuple[Said, ...],
) -> Done[Served]:  # fmt: skip
    """The row, the end of the task and the line of the timeline."""
    languages = [document.language for document in versions]
    served = Served.objects.create(
        serving=serving, languages=languages, way=way, served_at=served_at, by=by, at=at
    )
    end_tasks(case=serving.case, by=by, at=at, kind=TASK, outcome="served", subject=str(serving.pk))
    entry = says(
        name,
        document=Word(f"document.{serving.kind}"),
        person=serving.party.name,
        way=Word(f"served_by.{way}"),
        served_at=served_at,
        languages=Word(f"languages.{'_'.join(sorted(languages))}"),
        **more,
    )
    about = {"kind": serving.kind, "party": serving.party_id, "served_at": served_at}
    return Done(served, entry, ((Event.DOCUMENT_SERVED, about),))


@change(needs=Verb.WORK)
def record_came_back(
    *, case: Case, by: Officer, at: datetime, serving: Serving, came_back_on: date, seen: int | None = None
) -> Done[None]:
    """Records that what was posted came back: the person was not served, and is to be served again."""
    stands = to_serve(serving).stands
    if stands is None or stands.way != Way.POST:
        raise Stale(f"nothing that was posted to {serving.party} could come back")
    CameBack.objects.create(served=stands, came_back_on=came_back_on, by=by, at=at)
    follow_serving(case=case, by=by, at=at, kind=serving.kind)
    document = Word(f"document.{serving.kind}")
    return Done(None, says("came_back", document=document, person=serving.party.name, on=came_back_on))


@change(needs=Verb.WORK)
def check_address(
    *, case: Case, by: Officer, at: datetime, serving: Serving, letters: bool, seen: int | None = None
) -> Done[None]:
    """Records that somebody looked again at an address that had changed, and whether letters to it are
    safe."""
    party = serving.party
    known = safe_contact_of(case, party)
    way = SafeWay(known.voicemail, known.how, letters) if known else SafeWay(letters=letters)
    record_safe_contact(case=case, by=by, at=at, party=party, safe_way=way)
    mark = letterbox_of(party).mark
    Serving.objects.filter(case=case, party=party).update(address_mark=mark)
    return Done(None, says("address_checked", person=party.name))
