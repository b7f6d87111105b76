"""The documents about an activity: the answers to the court, the referral to the provider, the report of a
failure; each made for its readers and sealed through the gate."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.documents import Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Officer
from lles.casefile.once import reading
from lles.casefile.queries.reports import TypedWords, Version, in_one_language
from lles.casefile.timeline import LONDON, Word, says
from lles.law.bilingual import Language
from lles.law.findings import Finding
from lles.work.activities import rules
from lles.work.activities.changes.tasks import follow
from lles.work.activities.documents.activity_failure.document import make_failure_report
from lles.work.activities.documents.activity_information.document import make_information
from lles.work.activities.documents.activity_referral.document import make_referral
from lles.work.activities.models import Activity, Report
from lles.work.activities.queries.reports import report_facts, versions_of
from lles.work.activities.rules import ReportFacts

MAKES: Mapping[str, Callable[[ReportFacts, str, Language, datetime], Made]] = {
    Report.INFORMATION: make_information,
    Report.REFERRAL: make_referral,
    Report.FAILURE: make_failure_report,
}
COURT_TYPES = {
    Report.INFORMATION: "Suitability_report",
    Report.FAILURE: "Positive_Parenting_Programme_Report",
}


@reading()
def made_of(
    activity: Activity, kind: str, typed: TypedWords, by: Officer, at: datetime,
    *, draft: bool, only: Iterable[Version] | None = None,
) -> list[Made]:  # fmt: skip
    """A document in every version, or in those that are asked for, from the same facts."""
    facts = report_facts(activity, kind, typed, by, at, draft=draft)
    versions = versions_of(activity, kind) if only is None else only
    return [MAKES[kind](facts, reader, language, at) for reader, language in versions]


def _findings(
    *, at: datetime, activity: Activity, kind: str, typed: TypedWords, **_: object
) -> tuple[Finding, ...]:
    """What the court asked and nobody answered, and what reaches the person in another language."""
    answered = [name for name, words in typed.said.items() if words]
    found = rules.court_gets_the_answers_it_asks_about_an_activity(answered, at.astimezone(LONDON).date())
    asked = found if kind == Report.INFORMATION else ()
    words = [typed.words(name) for name in typed.said]
    return (*asked, *in_one_language(words, versions_of(activity, kind), activity.party))


@change(needs=Verb.FILE, weighs=_findings)
def write_report(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    activity: Activity,
    kind: str,
    typed: TypedWords,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Report]:
    """Makes a document about an activity for all its readers and seals it; the court's goes on its way
    (ACT-INFO, ACT-PROGRAMME, ACT-MONITOR)."""
    activity.case = case
    made = made_of(activity, kind, typed, by, at, draft=False)
    documents = seal_documents(
        case=case, by=by, at=at, kind=f"activity_{kind}", made=made, court_type=COURT_TYPES.get(kind, ""),
        reasons=reasons,
    )  # fmt: skip
    report = Report.objects.create(
        activity=activity, kind=kind, version=documents[0].version, said=typed.kept,
        language=typed.written_in, by=by, at=at,
    )  # fmt: skip
    follow(activity, by, at)
    person = activity.party.name if activity.party else ""
    return Done(report, says("activity_written", person=person, document=Word(f"document.activity_{kind}")))


@change(needs=Verb.FILE)
def preview_report(
    *, case: Case, by: Officer, at: datetime, activity: Activity, kind: str, typed: TypedWords,
    version: Version,
) -> Done[Released]:  # fmt: skip
    """Makes a document as it stands for one reader in one language, through the gate."""
    activity.case = case
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    (made,) = made_of(activity, kind, typed, by, midnight, draft=True, only=(version,))
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)
