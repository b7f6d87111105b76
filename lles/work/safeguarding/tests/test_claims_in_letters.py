"""What an author types claims no more than the police answered; the page before filing asks why it does."""

from datetime import datetime

import pytest

from lles.casefile.changes.checks import Found, ask_check, record_check_answer
from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.queries.further_filing import further_filing_findings
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_content import Option
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import REASONS, soon, write_update
from lles.work.safeguarding.tests.test_views import PATH

__all__ = ["soon"]
NOT_SAID = {
    "en": "you write \u201cconvicted\u201d. The police answer about Gareth Bevan of",
    "cy": "rydych yn ysgrifennu \u201cconvicted\u201d. Yr hyn y mae ateb yr heddlu am Gareth Bevan,",
}


@pytest.fixture
def charged(soon: Case, own: Officer, now: datetime) -> Case:
    """The police answered that the father is charged; the letter says that he was convicted."""
    record_check_answer(
        case=soon, by=own, at=now, check=soon.checks.get(kind="police", party__role="respondent"),
        found=[Found("charge")], identified_by=["name", "date_of_birth"], received_on=now.date(),
    )  # fmt: skip
    written(soon, own, now, "Gareth was convicted of assault.")
    return soon


def written(case: Case, by: Officer, now: datetime, analysis: str) -> None:
    options = (Option("section_7", "His charge is still open."),)
    write_letter(case=case, by=by, at=now, content=about_safety(analysis, of=case, options=options))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_page_before_filing_names_the_word_and_the_answer(
    charged: Case, own: Officer, language: str
) -> None:
    page = text_of(client_of(own, language), f"{PATH}file/")
    assert NOT_SAID[language] in page
    assert f'href="{PATH}#section-safety"' in page


def test_it_is_filed_with_a_reason_or_in_words_that_the_answer_carries(
    charged: Case, own: Officer, now: datetime
) -> None:
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=charged, by=own, at=now, reasons=REASONS)
    assert [one.provision for one in needs.value.findings] == ["SG-OVERSTATE"]
    written(charged, own, now, "Gareth was charged with assault.")
    assert file_letter(case=charged, by=own, at=now, reasons=REASONS)


def test_an_update_is_laid_beside_the_answers_too(soon: Case, own: Officer, now: datetime) -> None:
    written(soon, own, now, "Nobody could be reached.")
    file_letter(case=soon, by=own, at=now, reasons=REASONS)
    write_update(soon, own, now, "The police say that Gareth Bevan was convicted.")
    (found,) = [
        one
        for one in further_filing_findings(soon, FurtherKind.UPDATE, now.date())
        if one.provision == "SG-OVERSTATE"
    ]
    assert (found.put_right, found.warns) == ("id_words", True)
    assert "no answer of the police has come about Gareth Bevan" in found.says.en


def a_council_answered(case: Case, by: Officer, now: datetime, outcome: str) -> None:
    check = case.checks.get(kind="local_authority", party__role="respondent", number=1)
    ask_check(case=case, by=by, at=now, check=check, body="wrexham", asked_on=now.date())
    check.refresh_from_db()
    record_check_answer(
        case=case, by=by, at=now, check=check, found=[Found(outcome)],
        identified_by=["name", "date_of_birth"], received_on=now.date(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "words", "says"),
    [
        ("open_assessment", "The children are on a child protection plan.", "says at most:"),
        ("child_protection_plan", "The council holds no record of the family.", "Something is known:"),
        (
            "",
            "Gareth is not known to children's services.",
            "not every answer of children's services has come",
        ),
    ],
)
def test_words_about_childrens_services_claim_no_more_than_they_answered(
    soon: Case, own: Officer, now: datetime, outcome: str, words: str, says: str
) -> None:
    if outcome:
        a_council_answered(soon, own, now, outcome)
    written(soon, own, now, words)
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=soon, by=own, at=now, reasons=REASONS)
    (found,) = (one for one in needs.value.findings if one.provision == "SG-OVERSTATE")
    assert says in found.says.en


def test_what_childrens_services_answered_may_be_said(soon: Case, own: Officer, now: datetime) -> None:
    a_council_answered(soon, own, now, "child_protection_plan")
    written(soon, own, now, "The council says that the children are on a child protection plan.")
    assert file_letter(case=soon, by=own, at=now, reasons=REASONS)
