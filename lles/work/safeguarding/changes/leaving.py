"""What keeps a document in hand from leaving, whoever signs it."""

from dataclasses import replace
from datetime import datetime

from lles.casefile.gate import Refusal, refusals_of_every
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.work.safeguarding.changes.further import refused_further
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.queries.filing import KIND, filing_facts, letter_of
from lles.work.safeguarding.queries.further import further_record
from lles.work.safeguarding.queries.further_filing import further_findings
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.parts_told import parts_in_further, parts_in_letter
from lles.work.safeguarding.rules import check_letter
from lles.work.safeguarding.rules.further_facts import FurtherKind

BY_THE_SIGNATURE = "-"


def refused_by_gate(case: Case, by: Officer, at: datetime, kind: str) -> tuple[Refusal, ...]:
    """What the gate refuses of a document in hand: in the bytes of every version, with place and reason."""
    if kind == KIND:
        return refusals_of_every(case, versions(case, by, at, draft=True))
    return refused_further(case, by, at, FurtherKind(kind))


def found_before_signature(case: Case, at: datetime, kind: str) -> tuple[Finding, ...]:
    """What the rules bar of a document in hand, and for what they want a reason, once somebody has signed
    it."""
    found: tuple[Finding, ...]
    if kind == KIND:
        record = letter_record(case, letter_of(case))
        facts = filing_facts(record, at.astimezone(LONDON).date())
        signed = tuple(replace(one, signed_by=one.signed_by or BY_THE_SIGNATURE) for one in facts.withheld)
        found = (*check_letter(replace(facts, withheld=signed)), *parts_in_letter(record))
    else:
        further = further_record(case, FurtherKind(kind))
        found = (*further_findings(further), *parts_in_further(further))
    return tuple(one for one in found if one.bars or one.warns)
