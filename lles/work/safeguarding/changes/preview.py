"""The letter as it stands, for each of its readers, through the gate; what the gate refuses is not
written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.documents import COURT, Made
from lles.casefile.gate import GateRefused, Refusal, Released, release
from lles.casefile.models import Case, Officer
from lles.casefile.once import reading
from lles.casefile.queries.reading import Readings
from lles.casefile.timeline import Said, says
from lles.law.findings import Finding
from lles.law.pathway import Pathway
from lles.work.safeguarding.documents.safeguarding_letter.document import make_letter
from lles.work.safeguarding.queries.filing import current_letter, letter_of
from lles.work.safeguarding.queries.letter import author_of, letter_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.readers import readers
from lles.work.safeguarding.rules.letter_content import Content
from lles.work.safeguarding.rules.letter_filing import no_safeguarding_letter_outside_the_programme


@dataclass(frozen=True)
class Previewed:
    """What passed the gate, and what it refused with place and reason."""

    released: tuple[Released, ...]
    refusals: tuple[Refusal, ...]


@reading()
def versions(
    case: Case,
    by: Officer,
    at: datetime,
    *,
    draft: bool,
    reader: str = "",
    language: str = "",
    content: Content | None = None,
) -> tuple[Made, ...]:
    """The letter in every version: each reader, each of that reader's languages, from the same facts; or the
    version of one reader, or of one language; with the content as it is being written, where one is given."""
    letter = letter_of(case)
    record = letter_record(case, letter, content)
    author = author_of(case, letter, by)
    made_at = at.replace(hour=0, minute=0, second=0) if draft else at
    return tuple(
        make_letter(facts, one.name, said, made_at)
        for one in readers(case, record.withheld)
        if reader in ("", one.name)
        for facts in (letter_facts(record, one, author, at, draft=draft),)
        for said in one.languages
        if language in ("", said)
    )


def _preview_findings(*, case: Case, **_: object) -> tuple[Finding, ...]:
    barred = no_safeguarding_letter_outside_the_programme(Pathway(case.pathway))
    return (barred,) if barred else ()


@change(needs=Verb.WORK, weighs=_preview_findings)
def preview_letter(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    reader: str = "",
    language: str = "",
    content: Content | None = None,
) -> Done[Previewed]:
    """Makes the letter as it stands, or as it is being written, for all readers or for one; refusals stay on
    the timeline. Looking at the same draft again writes nothing."""
    every = versions(case, by, at, draft=True, reader=reader, language=language, content=content)
    released, refusals = let_out(case, by, at, every)
    lines = tuple(refusal.said() for refusal in refusals)
    entry = says("letter_previewed", versions=len(released), refusals=lines)
    seen = Previewed(released, refusals)
    return Done(seen, None, only_looked=True) if _is_told(case, by, entry) else Done(seen, entry)


def let_out(
    case: Case, by: Officer, at: datetime, every: Sequence[Made]
) -> tuple[tuple[Released, ...], tuple[Refusal, ...]]:
    """What the gate lets out to be looked at, and what it refuses."""
    released: list[Released] = []
    refusals: list[Refusal] = []
    readings = Readings(case)
    for made in every:
        try:
            basis = "court_proceedings" if made.reader == COURT else "preview_of_own_draft"
            released.append(
                release(case, made, basis=basis, purpose="preview", by=by, at=at, readings=readings)
            )
        except GateRefused as refused:
            refusals.extend(refused.refusals)
    return tuple(released), tuple(refusals)


def _is_told(case: Case, by: Officer, entry: Said) -> bool:
    """Whether the timeline tells already that this officer looked at this draft, with the same outcome."""
    letter = current_letter(case)
    told = case.entries.filter(kind=entry.kind, by=by, facts=entry.as_data())
    return told.filter(at__gte=letter.written_at if letter else case.opened_at).exists()
