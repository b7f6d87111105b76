"""The documents of enforcement: reports to the court and to the person they are about, letters to that person
alone; each made for its reader and sealed through the gate."""

from collections.abc import Iterable
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.serving import open_serving
from lles.casefile.documents import Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Officer
from lles.casefile.once import reading
from lles.casefile.queries.reports import Version, in_one_language
from lles.casefile.timeline import LONDON, Word, says
from lles.law.findings import Finding
from lles.work.enforcement import rules
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.documents.letter.document import make_letter
from lles.work.enforcement.documents.report.document import make_report
from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries import against
from lles.work.enforcement.queries.headings import FOR_THE_COURT
from lles.work.enforcement.queries.report import Typed, document_facts, may_be_written, versions_of

DRAFT = "enforcement-report"  # the subject of a draft is the number of its enforcement, "-", and the kind
COURT_TYPE = "Enforcement_report"


@reading()
def made_of(
    enforcement: Enforcement, kind: str, typed: Typed, by: Officer, at: datetime,
    *, draft: bool, only: Iterable[Version] | None = None,
) -> list[Made]:  # fmt: skip
    """A document in every version, or in those that are asked for."""
    makes = make_letter if kind in Report.LETTERS else make_report
    versions = versions_of(enforcement, kind) if only is None else only
    return [
        makes(document_facts(enforcement, kind, typed, reader, by, at, draft=draft), reader, language, at)
        for reader, language in versions
    ]


def _findings(
    *, at: datetime, enforcement: Enforcement, kind: str, typed: Typed, **_: object
) -> tuple[Finding, ...]:
    """What the court asked and nobody answered (ENF-INFO); a report without what it is about (ENF-MON)."""
    own = _in_one_language(enforcement, kind, typed)
    if kind != Report.INFORMATION:
        return (*against.against_report(enforcement, kind, at), *own)
    answered = [name for name, words in typed.said.items() if words]
    on = at.astimezone(LONDON).date()
    return (*rules.court_gets_the_answers_it_asks_about_unpaid_work(answered, on), *own)


def _in_one_language(enforcement: Enforcement, kind: str, typed: Typed) -> tuple[Finding, ...]:
    """What the person is to read of the author's own words, where it is in another language than theirs."""
    hidden = () if typed.all_to_person else FOR_THE_COURT
    words = [typed.words(name) for name in typed.said if name not in hidden]
    return in_one_language(words, versions_of(enforcement, kind), enforcement.party)


@change(needs=Verb.FILE, weighs=_findings)
def write_document(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    enforcement: Enforcement,
    kind: str,
    typed: Typed,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Report]:
    """Makes a document for all its readers and seals it. A report goes on its way to the court, and to the
    person once the court has it; a letter is to be served at once (ENF-INFO, ENF-MON)."""
    enforcement.case = case
    if not may_be_written(enforcement, kind):
        raise Stale(f"there is nothing of which this could be made: {kind}")
    made, name = made_of(enforcement, kind, typed, by, at, draft=False), f"enforcement_{kind}"
    is_letter = kind in Report.LETTERS
    documents = seal_documents(
        case=case, by=by, at=at, kind=name, made=made, court_type="" if is_letter else COURT_TYPE,
        reasons=reasons,
    )  # fmt: skip
    version = documents[0].version
    if is_letter:
        open_serving(case=case, by=by, at=at, kind=name, version=version)
    report = Report.objects.create(
        enforcement=enforcement, order=None if kind == Report.INFORMATION else enforcement.order, kind=kind,
        version=version, said=typed.kept, language=typed.written_in, by=by, at=at,
    )  # fmt: skip
    follow(enforcement, by, at)
    person = enforcement.party.name if enforcement.party else ""
    return Done(report, says("enforcement_written", person=person, document=Word(f"document.{name}")))


@change(needs=Verb.FILE)
def preview_document(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, kind: str, typed: Typed,
    version: Version,
) -> Done[Released]:  # fmt: skip
    """Makes a document as it stands for one reader in one language, through the gate."""
    enforcement.case = case
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    (made,) = made_of(enforcement, kind, typed, by, midnight, draft=True, only=(version,))
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)
