"""The referral in writing: made for one body, with the details of where people are that an officer chose."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.protecting import open_sealed, record_opened, seal_for_body, told_of
from lles.casefile.documents import Made, protecting_store
from lles.casefile.gate import Released
from lles.casefile.locations import Kept
from lles.casefile.models import Case, Child, Officer
from lles.casefile.queries.telling import opened_for
from lles.casefile.rules.bodies import languages_of
from lles.casefile.rules.law import casefile_law
from lles.casefile.timeline import Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding
from lles.work.urgent_referral.documents.referral.document import KIND, make_referral
from lles.work.urgent_referral.models import Recipient, Referral, ReferredChild, Written
from lles.work.urgent_referral.queries.facts import named
from lles.work.urgent_referral.queries.writing import referral_facts
from lles.work.urgent_referral.rules.referral_facts import TypedWords

POLICE = "police"


def _writing_findings(
    *, recipient: Recipient, details: Collection[str], why: TypedWords, **_: object
) -> Iterator[Finding]:
    """Where somebody is is told for a reason that is written down; before the police, the court in doubt."""
    if details and not why.text.strip():
        yield casefile_law()["CONF-1273"].finding("no_basis")
    if details and recipient.kind == POLICE:
        yield casefile_law()["CONF-POLICE"].finding()


@change(needs=Verb.WORK, weighs=_writing_findings)
def write_referral(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    recipient: Recipient,
    details: Collection[str],
    why: TypedWords,
    known_to: Collection[int] = (),
    children: Collection[Child] = (),
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Written]]:
    """Makes the referral for one body in its languages, through the gate: what was chosen was opened by
    somebody and is told on a basis, and both stand on the record; so do the `children` in danger, where
    nobody had said which."""
    if recipient.state != Recipient.TO_SEND:
        raise Stale(f"{recipient.receipt} is {recipient.state}")
    Referral.objects.filter(pk=recipient.referral_id).update(known_to=sorted(known_to))
    ReferredChild.objects.bulk_create(
        ReferredChild(referral=recipient.referral, child=one) for one in children
    )
    recipient.referral.refresh_from_db()
    chosen = opened_for(case, details)
    record_opened(case, chosen, by, at)
    facts = referral_facts(recipient, chosen, why, by, at)
    written = [
        _written(recipient, make_referral(facts, language), chosen, by, at)
        for language in languages_of(recipient.kind, recipient.body)
    ]
    about = (says("danger_about", children=named(one.name for one in children)),) if children else ()
    kind, first = Word(f"danger_body.{recipient.kind}"), written[0]
    return Done(
        written,
        says("danger_written", kind=kind, version=first.version, details=len(first.told), lines=about),
    )


def _written(recipient: Recipient, made: Made, chosen: Sequence[Kept], by: Officer, at: datetime) -> Written:
    """One language of the referral, out through the gate and kept sealed."""
    case, body = recipient.referral.case, recipient.body
    released = seal_for_body(case, made, chosen, body=body, purpose="refer", by=by, at=at)
    earlier = recipient.written.filter(language=made.language)
    return Written.objects.create(
        recipient=recipient, version=earlier.count() + 1, language=made.language, sha256=released.sha256,
        told=told_of(chosen), by=by, at=at,
    )  # fmt: skip


@change(needs=Verb.WORK)
def open_written(*, case: Case, by: Officer, at: datetime, written: Written) -> Done[Released]:
    """Gives an officer the referral as it was written, to send it: recorded as a look at where people are."""
    recipient = written.recipient
    language: Language = "cy" if written.language == "cy" else "en"
    content = protecting_store().get(written.sha256)
    made = Made(KIND, recipient.kind, language, "", content)
    chosen = opened_for(case, written.told, as_it_stands=False)
    what = f"referral:{recipient.referral_id}"
    released = open_sealed(case, made, chosen, body=recipient.body, what=what, by=by, at=at)
    return Done(released, None, only_looked=True)
