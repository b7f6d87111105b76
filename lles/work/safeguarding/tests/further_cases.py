"""Cases in which a further letter is due, and what is done on them."""

from datetime import UTC, datetime

import pytest

from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.filing import record_filed_by_hand
from lles.casefile.documents import Made
from lles.casefile.models import Case, Check, Filing, Hearing, Officer
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.following import follow
from lles.work.safeguarding.changes.further import (
    write_further,
)
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.tests.contents import about_safety

SHORT, NOTE, UPDATE = FurtherKind.SHORT_NOTICE, FurtherKind.NOTE, FurtherKind.UPDATE
SOON = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
LATE = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
REASONS = dict.fromkeys(
    ("SG-CALLS", "SG-NOTREADY", "SG-LETTER-DUE", "SG-SIGNOFF", "SG-WHOLE", "CYM-EQUAL", "CONF-PART"),
    "It could not wait.",
)


@pytest.fixture
def soon(case: Case, own: Officer, now: datetime) -> Case:
    """Received on Wednesday 4 March, heard on Monday 9 March."""
    return listed(case, own, now, SOON)


@pytest.fixture
def filed(case: Case, own: Officer, now: datetime) -> Case:
    """The letter is with the court, while two checks are out."""
    listed(case, own, now, LATE)
    write_letter(case=case, by=own, at=now, content=about_safety("Safe today."))
    file_letter(case=case, by=own, at=now, reasons=REASONS)
    arrive(case, own, now)
    return case


def listed(case: Case, own: Officer, now: datetime, at: datetime) -> Case:
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=at)
    for check in open_checks(case=case, by=own, at=now):
        if check.kind == "police":
            ask_check(case=case, by=own, at=now, check=check, body="north-wales", asked_on=now.date())
    follow(case, now)
    case.refresh_from_db()
    return case


def arrive(case: Case, own: Officer, now: datetime) -> None:
    """Somebody files by hand whatever is on its way."""
    for filing in Filing.objects.filter(document__case=case, state=Filing.WAITING):
        Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING)
        Filing.objects.filter(pk=filing.pk).update(state=Filing.REFUSED)
        record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="post", filed_at=now)


def answer(case: Case, own: Officer, at: datetime, outcome: str = "incident") -> Check:
    check = case.checks.filter(kind="police", party__role="respondent").get()
    record_check_answer(
        case=case, by=own, at=at, check=check,
        found=[Found(outcome, as_received="Raised voices at a handover.", passing_on="text")],
        identified_by=["name", "date_of_birth"], received_on=at.date(),
    )  # fmt: skip
    return check


def open_kinds(case: Case) -> set[str]:
    return set(case.tasks.filter(ended_at=None).values_list("kind", flat=True))


def pages_of(made: Made) -> str:
    return " ".join(" ".join(one.text for one in places(made.content) if "page" in one.name).split())


def write_update(case: Case, own: Officer, at: datetime, words: str = "The handovers need care.") -> None:
    write_further(
        case=case, by=own, at=at, kind=UPDATE, words=words, language="en", advice_changes=True,
        advice="Handovers at a contact centre.",
    )  # fmt: skip


def protected_since(case: Case, words: str) -> None:
    """What stands in the letter in hand became protected after its author had kept it."""
    FurtherLetter.objects.filter(case=case, sealed_at=None).update(words=words)


def signed(case: Case, own: Officer, second: Officer, at: datetime, kind: str) -> None:
    writing = in_hand(case, kind)
    assert writing is not None
    asked = ask_for_signature(case=case, by=own, at=at, kind=kind, reasons=REASONS)
    sign(case=case, by=second, at=at, asked=asked, read=fingerprint_of(case, writing))
