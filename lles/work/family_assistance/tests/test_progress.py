"""What was recorded under an order stands in the documents that tell of it, and is not typed again."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import Issue, PlanSays, Step, record_work, write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import REPORT
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.queries.progress import progress_of
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_papers import BOTH, of

MADE = date(2026, 3, 4)
HER_GROUP, THEIR_CALLS = "She spoke of her fears.", "Maen nhw'n siarad bob wythnos."
Work = Callable[..., None]


@pytest.fixture
def assistance(record: Callable[..., Assistance], case: Case, own: Officer, now: datetime) -> Assistance:
    """An order with two steps: a call each week, and a group."""
    made = record(months=6, directs=(Directed(REPORT),), arrangements_from=MADE)
    steps = (
        Step(1, "A call each week.", "conversation", "officer", "agreed"),
        Step(2, "A group on Tuesdays.", "another_service", "officer", "agreed"),
    )
    issues = (Issue(1, "Handovers are tense.", "Efa is calm."),)
    plan = PlanSays(issues, steps, "By telephone.", "At the office.", "review", None, "If it fails.")
    write_plan(case=case, by=own, at=now, assistance=made, says_=checked(made, plan), complete=True)
    return made


@pytest.fixture
def work(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Work:
    """Records what was done."""

    def recorded(kind: str, words: str, language: str = "en", number: int | None = None) -> None:
        record_work(
            case=case, by=own, at=now, assistance=assistance, kind=kind, on=MADE, words=words,
            language=language, number=number,
        )  # fmt: skip

    return recorded


@pytest.fixture
def make(
    assistance: Assistance, case: Case, own: Officer, now: datetime, work: Work
) -> Callable[..., list[Document]]:
    """Makes a document for everybody, of an order of which two things were recorded."""
    work("going", THEIR_CALLS, "cy", number=1)
    work("done", HER_GROUP, number=2)

    def made(paper: Paper, **more: object) -> list[Document]:
        typed = Typed(words=BOTH, views=BOTH, to_court=True, **more)  # type: ignore[arg-type]  # by name
        return list(
            make_papers(
                case=case, by=own, at=now, assistance=assistance, paper=paper, typed=typed,
                reasons={"FAO-END": "By agreement."},
            )
        )  # fmt: skip

    return made


@pytest.mark.parametrize("paper", [Paper.REVIEW, Paper.REPORT, Paper.END])
def test_the_court_reads_what_was_recorded_in_the_language_it_was_written_in(
    make: Callable[..., list[Document]], paper: Paper
) -> None:
    made = make(paper)
    english, cymraeg = of(made, "court", "en"), of(made, "court", "cy")
    assert HER_GROUP in english
    assert f"{THEIR_CALLS} (written in Welsh)" in english
    assert f"{HER_GROUP} (ysgrifennwyd yn Saesneg)" in cymraeg
    assert f"{THEIR_CALLS} (" not in cymraeg


def test_an_adult_reads_only_what_the_author_chose_and_never_of_a_step_that_is_left_out(
    make: Callable[..., list[Document]], assistance: Assistance, mother: Party, father: Party
) -> None:
    calls, group = progress_of(assistance, Paper.REVIEW)
    both = {mother.pk: [calls.pk], father.pk: [calls.pk, group.pk]}
    made = make(Paper.REVIEW, progress=both, left_out={father.pk: ["step-2"]})
    hers, his = of(made, mother.slug, "cy"), of(made, father.slug, "en")
    assert THEIR_CALLS in hers
    assert HER_GROUP not in hers
    assert THEIR_CALLS in his
    assert HER_GROUP not in his


def test_words_that_name_a_protected_place_are_offered_to_nobody(
    make: Callable[..., list[Document]], assistance: Assistance, case: Case, own: Officer, work: Work
) -> None:
    secret = "At 7 Heol y Dŵr, LL11 1ZZ."
    work("going", secret, number=1)
    work("review", secret)
    assert secret not in [one.words for one in progress_of(assistance, Paper.END)]
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_review/"
    page = text_of(client_of(own), path)
    assert "Heol y D" not in page
    assert HER_GROUP in page
    assert "Heol y D" not in of(make(Paper.REVIEW), "court", "en")


def test_a_review_that_was_recorded_is_in_the_box_of_its_language_until_its_document_is_made(
    assistance: Assistance, case: Case, own: Officer, now: datetime, work: Work
) -> None:
    work("review", "Mae'r galwadau'n mynd yn dda.", "cy")
    client = client_of(own)
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_review/"
    boxes = text_of(client, path).split("<textarea")
    holding = [one for one in boxes if "galwadau" in one]
    assert len(holding) == 1
    assert 'name="words-cy"' in holding[0]
    assert client.get(f"{path}court/cy/").headers["Content-Type"] == "application/pdf"
    make_papers(
        case=case, by=own, at=now + timedelta(hours=1), assistance=assistance, paper=Paper.REVIEW,
        typed=Typed(words=BOTH),
    )  # fmt: skip
    assert "galwadau" not in text_of(client, path).split("<textarea", 1)[1].split("</form", 1)[0]


def test_the_page_asks_in_welsh_which_words_a_copy_tells(
    make: Callable[..., list[Document]], assistance: Assistance, case: Case, own: Officer, mother: Party
) -> None:
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_end_report/"
    page = text_of(client_of(own, "cy"), path)
    assert "Pa eiriau am gynnydd" in page
    assert f"progress-party-{mother.pk}" in page
