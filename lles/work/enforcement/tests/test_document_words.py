"""A document says that the court found or asked something only where that is recorded."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer, Party
from lles.work.enforcement.models import CourtFound, Enforcement
from lles.work.enforcement.tests.written import (
    ANSWERS,
    BREACH,
    enforcement_of_the_father,
    texts,
    write,
)

Make = Callable[..., Enforcement]


@pytest.fixture
def make(case: Case, own: Officer, now: datetime) -> Make:
    """Makes an enforcement against the father."""
    return partial(enforcement_of_the_father, case, own, now)


SAID_OF_THE_FINDING = ("the court found that its order", "ganfod na chydymffurfiwyd")
ASKED_BEFORE = ("The court asked for this information", "Gofynnodd y llys am yr wybodaeth hon")
ASKED_UNDER = ("asked us to monitor", "i ni fonitro")


@pytest.mark.parametrize("outcome", ["", "excuse", "breach"])
def test_the_letter_says_that_the_court_found_a_breach_only_where_that_is_recorded(
    make: Make, case: Case, own: Officer, now: datetime, father: Party, outcome: str
) -> None:
    one = make(ordered=True)
    if outcome:
        CourtFound.objects.create(alleged=one.alleged.get(), outcome=outcome, on=BREACH, by=own, at=now)
    for language, words in zip(("en", "cy"), SAID_OF_THE_FINDING, strict=True):
        Party.objects.filter(pk=father.pk).update(language=language)
        write(Enforcement.objects.get(pk=one.pk), own, now, "start_letter")
        text = texts(case, "start_letter")[f"respondent-1 {language}"]
        assert (words in text) is (outcome == "breach")
        assert "Nerys Vaughan, Dee Probation" in text


@pytest.mark.parametrize("is_asked", [False, True])
def test_a_document_says_that_the_court_asked_only_where_that_is_recorded(
    make: Make, case: Case, own: Officer, now: datetime, is_asked: bool
) -> None:
    under, before = make(ordered=True), make()
    assert under.order is not None
    if is_asked:
        asked = Directed("enforcement_information", party=before.party)
        record_order(case=case, by=own, at=now, kind="", title="C21", made_on=BREACH, directions=(asked,))
        case.directions.create(kind="enforcement_monitoring", order=under.order, given_at=now)
    write(before, own, now, "information", **ANSWERS)
    write(under, own, now, "failure", happened="He did not come.")
    write(under, own, now, "start_letter")
    for kind, words in (("information", ASKED_BEFORE), ("failure", ASKED_UNDER)):
        made = texts(case, kind)
        for language, said in zip(("en", "cy"), words, strict=True):
            assert (said in made[f"court {language}"]) is is_asked, (kind, language)
    assert ("asked us to monitor" in texts(case, "start_letter")["respondent-1 en"]) is is_asked
    assert ("No request of the court for it is on our file" in texts(case, "information")["court en"]) is (
        not is_asked
    )
