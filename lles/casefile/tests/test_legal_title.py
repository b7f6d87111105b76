"""Who signs as the officer of the law: nobody else files with the court, whatever piece asks for it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from lles.casefile.access import Reach, Verb, reaches
from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.filing import seal_documents
from lles.casefile.models import Case, Document, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.casefile.tests.pdfs import note


@pytest.mark.parametrize("role", ["intake_administrator", "checks_clerk"])
def test_who_bears_no_title_seals_nothing_for_the_court(
    case: Case, officer_with: Callable[..., Officer], own: Officer, now: datetime, role: str
) -> None:
    clerk, made = officer_with(role), [note("The hearing is on 9 April 2026.", now)]
    sealing = partial(
        seal_documents, case=case, at=now, kind="safeguarding_letter", made=made, court_type="Letter"
    )
    with pytest.raises(NotAllowed):
        sealing(by=clerk)
    assert not Document.objects.exists()
    sealing(by=own)
    assert Document.objects.get().made_by == own


def test_the_table_gives_the_title_with_the_work_of_an_officer_alone() -> None:
    bearers = {
        role: reaches(Officer(roles=[role]), Verb.FILE)
        for role in ("practitioner", "practice_supervisor", "service_manager", "checks_clerk", "the_service")
    }
    assert bearers == {
        "practitioner": {Reach.OWN, Reach.COURT}, "practice_supervisor": {Reach.TEAM},
        "service_manager": {Reach.TEAM}, "checks_clerk": set(), "the_service": set(),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Only an officer with the legal title"), ("cy", "Dim ond swyddog â'r teitl cyfreithiol")],
)
def test_the_page_says_who_signs_and_no_act_is_offered(
    case: Case, officer_with: Callable[..., Officer], own: Officer, language: str, said: str
) -> None:
    clerk, base = client_of(officer_with("checks_clerk"), language), f"/cases/{case.reference}/"
    for page in ("letter/file/", "closing/close/"):
        assert said in text_of(clerk, f"{base}{page}", 403)
    theirs, ours = (text_of(one, f"{base}closing/") for one in (clerk, client_of(own, language)))
    assert (f"{base}closing/close/" in theirs, f"{base}closing/close/" in ours) == (False, True)
    assert f"{base}letter/file/" not in text_of(clerk, f"{base}letter/")
