"""Why a document is filed as it is is asked when the signature is asked for, and whoever signs reads it."""

from datetime import datetime

import pytest
from django.utils import timezone

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.models import SignOff
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.tests.contents import about_safety

WHY = "The hearing is tomorrow."
LETTER = "/cases/C-2288/letter/"
ASK = f"/cases/C-2288/sign-off/{KIND}/ask/"
ASKED = {
    "en": ("Nobody has tried to speak to Siân Morris", "Give your reason for going on"),
    "cy": ("Ni cheisiwyd cael sgwrs: Siân Morris", "Rhowch eich rheswm dros fynd ymlaen"),
}


@pytest.fixture
def written(soon: Case, own: Officer, now: datetime) -> Case:
    """A letter before anybody was spoken to."""
    write_letter(case=soon, by=own, at=now, content=about_safety("Safe."))
    return soon


def given(written: Case, own: Officer, now: datetime) -> dict[str, str]:
    """A reason for each that is asked."""
    with pytest.raises(NeedsReason) as needs:
        ask_for_signature(case=written, by=own, at=now, kind=KIND)
    return {one.provision: WHY for one in needs.value.findings}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_it_is_asked_on_the_page_that_asks_for_the_signature(
    written: Case, own: Officer, manager: Officer, now: datetime, language: str
) -> None:
    client = client_of(own, language)
    assert ASKED[language][0] in text_of(client, ASK)
    refused = said(fill(client, ASK, asked_of=str(manager.pk)))
    assert ASKED[language][1] in refused
    assert not SignOff.objects.exists()
    reasons = {f"reason-{name}": why for name, why in given(written, own, timezone.now()).items()}
    assert fill(client, ASK, asked_of=str(manager.pk), **reasons).status_code == 302
    assert WHY in SignOff.objects.get().reasons.values()


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "Why it is to be filed as it is"), ("cy", "Pam y dylid ei gyflwyno fel y mae")],
)
def test_whoever_signs_reads_it(
    written: Case, own: Officer, manager: Officer, now: datetime, language: str, says: str
) -> None:
    asked = ask_for_signature(case=written, by=own, at=now, kind=KIND, reasons=given(written, own, now))
    page = text_of(client_of(manager, language), f"/cases/C-2288/sign-off/{asked.pk}/")
    assert says in page
    assert WHY in page


def test_it_stands_ready_when_it_is_filed(
    written: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    asked = ask_for_signature(case=written, by=own, at=now, kind=KIND, reasons=given(written, own, now))
    sign(case=written, by=manager, at=now, asked=asked, read=asked.fingerprint)
    page = text_of(client_of(own), f"{LETTER}file/")
    assert page.count(WHY) >= len(asked.reasons)
