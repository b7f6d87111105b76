"""The enquiry in writing: made for the one body that is asked, with the homes an officer chose."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.protecting import open_sealed, record_opened, seal_for_body, told_of
from lles.casefile.documents import Made, protecting_store
from lles.casefile.enquiry.document import KIND, make_enquiry
from lles.casefile.gate import Released
from lles.casefile.locations import Kept
from lles.casefile.models import Case, Check, Enquiry, Officer
from lles.casefile.queries.enquiries import enquiry_facts, homes_to_tell
from lles.casefile.queries.telling import HOMES, opened_for
from lles.casefile.rules.bodies import languages_of
from lles.casefile.rules.law import casefile_law
from lles.casefile.timeline import Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding


def _enquiry_findings(*, check: Check, details: Collection[str], **_: object) -> Iterator[Finding]:
    """Before the police are told where somebody is who must not be found, the court is asked in doubt."""
    guarded = {one.key for one in homes_to_tell(check) if one.protected}
    if check.kind == Check.POLICE and guarded & set(details):
        yield casefile_law()["CONF-POLICE"].finding()


@change(needs=Verb.WORK, weighs=_enquiry_findings)
def write_enquiry(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    check: Check,
    body: str,
    details: Collection[str],
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[Enquiry]]:
    """Makes the enquiry for the body that is asked, in its languages, through the gate: what was chosen was
    opened by somebody and is told on a basis, and both stand on the record."""
    offered = {one.key for one in homes_to_tell(check)}
    chosen = opened_for(case, offered & set(details), HOMES)
    record_opened(case, chosen, by, at)
    facts = enquiry_facts(check, body, chosen, by, at)
    version = max([*check.enquiries.values_list("version", flat=True), 0]) + 1
    made = [make_enquiry(facts, language) for language in languages_of(check.kind, body)]
    written = [_written(check, one, body, version, chosen, by, at) for one in made]
    entry = says(
        "enquiry_written",
        check=Word(f"check.{check.asked_for}"),
        person=check.person.name,
        version=version,
        details=len(told_of(chosen)),
    )
    return Done(written, entry)


def _written(
    check: Check, made: Made, body: str, version: int, chosen: Sequence[Kept], by: Officer, at: datetime
) -> Enquiry:
    """One language of the enquiry, out through the gate and kept sealed."""
    released = seal_for_body(check.case, made, chosen, body=body, purpose="enquire", by=by, at=at)
    return Enquiry.objects.create(
        asked=check, body=body, version=version, language=made.language, sha256=released.sha256,
        told=told_of(chosen), by=by, at=at,
    )  # fmt: skip


@change(needs=Verb.WORK)
def open_enquiry(*, case: Case, by: Officer, at: datetime, enquiry: Enquiry) -> Done[Released]:
    """Gives an officer the enquiry as it was made, to send it: recorded as a look at where people are."""
    language: Language = "cy" if enquiry.language == "cy" else "en"
    content = protecting_store().get(enquiry.sha256)
    made = Made(KIND, enquiry.asked.kind, language, "", content)
    chosen = opened_for(case, enquiry.told, HOMES, as_it_stands=False)
    what = f"enquiry:{enquiry.pk}"
    return Done(
        open_sealed(case, made, chosen, body=enquiry.body, what=what, by=by, at=at), None, only_looked=True
    )
