"""What the parties have agreed with the officer's help: made for everybody, through the gate, and sent to
the court as a draft."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.filing import seal_documents
from lles.casefile.documents import Made
from lles.casefile.gate import Released, release
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.queries.court import day_of, hearing_name
from lles.casefile.queries.reports import Version
from lles.casefile.queries.sight import seen_by
from lles.casefile.timeline import LONDON, Word, says
from lles.law.findings import Finding
from lles.work.first_hearing.documents.agreed_draft.document import KIND, make_agreed_draft
from lles.work.first_hearing.models import Agreement
from lles.work.first_hearing.queries.agreement import (
    absent_but_agreed,
    agreement_facts,
    childs_words_in,
    helping_facts,
    versions_of_agreement,
)
from lles.work.first_hearing.rules.agreement import Helped
from lles.work.first_hearing.rules.helping import check_helping

COURT_TYPE = "Correspondence"


def _findings(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, helped: Helped, **_: object
) -> tuple[Finding, ...]:
    seen = seen_by(by, case.reference)
    if seen is None:
        return ()
    said = childs_words_in(case, helped, at.astimezone(LONDON).date())
    absent = absent_but_agreed(case, hearing, helped)
    return (*absent, *check_helping(helping_facts(case, seen.head, helped.way)), *said)


@change(needs=Verb.FILE, weighs=_findings)
def draft_agreement(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    hearing: Hearing,
    helped: Helped,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Agreement]:
    """Sets out for the court what the parties have agreed with the officer's help, as a draft in every
    version for its readers; whatever stood in the way has the officer's reason, also what a child may have
    said where each adult reads it (FH-AGREE, DA-CONSENTORDER, FH-CHILDWORDS)."""
    made = _made(case, hearing, helped, by, at, versions_of_agreement(case), draft=False)
    documents = seal_documents(
        case=case, by=by, at=at, kind=KIND, made=made, court_type=COURT_TYPE, reasons=reasons
    )
    agreement = Agreement.objects.create(
        hearing=hearing, version=documents[0].version, way=helped.way, why_safe=helped.why_safe,
        matters=[asdict(one) for one in helped.matters],
        children_said=[asdict(one) for one in helped.children_said], language=helped.language, by=by, at=at,
    )  # fmt: skip
    entry = says(
        "agreement_drafted", hearing=hearing_name(hearing), on=day_of(hearing) or Word("value.nothing"),
        way=Word(f"helped.{helped.way}"),
    )  # fmt: skip
    return Done(agreement, entry)


@change(needs=Verb.FILE)
def preview_agreement(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, helped: Helped, version: Version
) -> Done[Released]:
    """Makes the draft as it stands for one reader in one language, through the gate."""
    midnight = at.astimezone(LONDON).replace(hour=0, minute=0, second=0)
    (made,) = _made(case, hearing, helped, by, midnight, (version,), draft=True)
    released = release(case, made, basis="preview_of_own_draft", purpose="preview", by=by, at=at)
    return Done(released, None, only_looked=True)


def _made(
    case: Case, hearing: Hearing, helped: Helped, by: Officer, at: datetime, to: Iterable[Version],
    *, draft: bool,
) -> list[Made]:  # fmt: skip
    return [
        make_agreed_draft(
            agreement_facts(case, hearing, helped, reader, by, at, draft=draft), reader, language, at
        )
        for reader, language in to
    ]
