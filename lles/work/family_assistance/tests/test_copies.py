"""The copy of an adult tells of what was written for the court only what its author chose for that adult; and
what a child has said is weighed before an adult reads it (FH-CHILDWORDS)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.register import children_said
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work, write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.papers import Typed, may_be_made
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_papers import BOTH, VIEWS, of, words_of
from lles.work.family_assistance.tests.test_plan import ADVICE, MADE, PLAN

AFRAID = "Efa told me she is afraid of her father"
AN_END = datetime(2026, 9, 4, 9, tzinfo=UTC)
WHY = {"FH-CHILDWORDS": "Efa asked me to tell him.", "FAO-END": "It ends so."}
Make = Callable[..., list[Document]]


@pytest.fixture
def assistance(record: Callable[..., Assistance], case: Case, own: Officer, now: datetime) -> Assistance:
    """An order whose opinion says what Efa fears, with an issue of which the same came in the end."""
    made = record(months=6)
    advice = replace(ADVICE, suitable={**ADVICE.suitable, "wishes": AFRAID})
    give_opinion(case=case, by=own, at=now, assistance=made, advice=advice)
    write_plan(case=case, by=own, at=now, assistance=made, says_=checked(made, PLAN), complete=True)
    record_work(
        case=case, by=own, at=now, assistance=made, kind="outcome", on=MADE, words=AFRAID, language="en",
        number=1,
    )  # fmt: skip
    return made


@pytest.fixture
def make(assistance: Assistance, case: Case, own: Officer) -> Make:
    """Makes one document for everybody after the last day, or earlier where nothing may be made then."""

    def made(paper: Paper, reasons: dict[str, str] | None = None, **more: object) -> list[Document]:
        at = AN_END if paper in (Paper.END, Paper.CLOSING) else datetime(2026, 4, 1, 9, tzinfo=UTC)
        goodbye = {one.pk: BOTH for one in case.children.all()}
        is_for_court = paper is not Paper.CLOSING
        known = {"words": BOTH, "views": VIEWS, "of_child": goodbye, "to_court": is_for_court, **more}
        typed = Typed(**known)  # type: ignore[arg-type]  # named by a mapping
        found = make_papers(
            case=case, by=own, at=at, assistance=assistance, paper=paper, typed=typed, reasons=reasons
        )
        return list(found)

    return made


@pytest.mark.parametrize("paper", [Paper.OPINION, Paper.REVIEW, Paper.REPORT, Paper.END, Paper.CLOSING])
def test_a_copy_tells_nothing_that_was_not_chosen_for_its_reader(
    make: Make, mother: Party, father: Party, paper: Paper
) -> None:
    made = make(paper, reasons={"FAO-END": "It ends so."})
    his, hers = of(made, father.slug, "en"), of(made, mother.slug, "cy")
    for secret in ("afraid", "calmer", "Nobody else can help", VIEWS["en"], VIEWS["cy"]):
        assert secret not in his
        assert secret not in hers
    assert (BOTH["en"] in his) is (paper is Paper.CLOSING)
    if paper is not Paper.CLOSING:
        assert AFRAID in of(made, "court", "en")


@pytest.mark.parametrize(
    ("paper", "key"),
    [(Paper.OPINION, "about-wishes"), (Paper.END, "outcome-1"), (Paper.CLOSING, "outcome-1")],
)
def test_what_the_author_chooses_for_one_adult_stands_in_their_copy_alone_and_takes_a_reason(
    make: Make, mother: Party, father: Party, paper: Paper, key: str
) -> None:
    early = {"FAO-END": "It ends so."}
    with pytest.raises(NeedsReason) as asked:
        make(paper, reasons=early, tells={father.pk: [key]})
    assert {one.provision for one in asked.value.findings} == {"FH-CHILDWORDS"}
    assert all(f"({father.name})" in one.says.en for one in asked.value.findings)
    assert all(AFRAID not in one.says.en for one in asked.value.findings)
    made = make(paper, reasons=WHY, tells={father.pk: [key]})
    assert AFRAID in of(made, father.slug, "en")
    assert AFRAID not in of(made, mother.slug, "cy")


def test_the_end_report_of_an_adult_does_not_say_that_an_outcome_is_unwritten_which_is_only_untold(
    make: Make, father: Party
) -> None:
    his = of(make(Paper.END, reasons={"FAO-END": "It ends so."}), father.slug, "en")
    assert "not written down" not in his
    assert "What came of each issue" not in his
    assert "The issues of the plan" in his


def test_the_words_of_a_referral_are_for_the_court_unless_they_are_chosen(
    make: Make, mother: Party, father: Party
) -> None:
    made = make(Paper.REFERRAL, asks="vary", tells={mother.pk: ["words"]})
    assert BOTH["en"] in of(made, "court", "en")
    assert BOTH["en"] not in of(made, father.slug, "en")
    assert "Why we write" not in of(made, father.slug, "en")
    assert BOTH["cy"] in of(made, mother.slug, "cy")


def test_what_a_child_said_as_the_opinion_and_the_documents_give_it_is_recorded_as_a_childs(
    make: Make, case: Case
) -> None:
    make(Paper.REVIEW)
    assert {AFRAID, *VIEWS.values()} <= set(children_said(case))


def test_a_plan_that_repeats_what_a_child_said_takes_a_reason_unless_the_copies_leave_it_out(
    make: Make, assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    (issue,) = PLAN.issues
    says = replace(PLAN, issues=(replace(issue, benefit=f"{AFRAID}."),))
    write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, says), complete=True
    )
    with pytest.raises(NeedsReason) as asked:
        make(Paper.PLAN, to_court=False, left_out={mother.pk: ["issue-1"]})
    assert {f"issue 1 ({father.name})" in one.says.en for one in asked.value.findings} == {True}
    both = {one.pk: ["issue-1"] for one in (mother, father)}
    assert make(Paper.PLAN, to_court=False, left_out=both)


@pytest.mark.parametrize(
    ("language", "tells", "reads"),
    [
        ("en", "What does the copy for", "The copy of an adult holds this only where you tick it"),
        ("cy", "Beth y mae copi", "Dim ond lle byddwch yn ei dicio"),
    ],
)
def test_the_pages_ask_for_each_adult_and_say_who_reads_what_is_written(
    assistance: Assistance, case: Case, own: Officer, father: Party, language: str, tells: str, reads: str
) -> None:
    client, page = client_of(own, language), f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    text = text_of(client, f"{page}documents/family_review/")
    assert tells in text
    assert reads in text
    for key in ("words", "views", "outcome-1"):
        boxes = [one.split(">", 1)[0] for one in text.split("<input")[1:]]
        (box,) = [
            one for one in boxes if f'name="tells-party-{father.pk}"' in one and f'value="{key}"' in one
        ]
        assert " checked" not in box
    of_work, of_opinion = text_of(client, f"{page}work/"), text_of(client, f"{page}opinion/")
    assert (
        "An adult's copy tells it only" if language == "en" else "y mae copi oedolyn yn ei adrodd"
    ) in of_work
    assert ("printed whole for the court" if language == "en" else "argraffu'n gyfan i'r llys") in of_opinion


def test_the_letter_that_says_goodbye_to_a_child_is_made_for_no_adult(
    make: Make, assistance: Assistance, case: Case, own: Officer
) -> None:
    assert not may_be_made(assistance, Paper.CHILDS_CLOSING)
    path = f"/cases/{case.reference}/family-assistance/{assistance.pk}/documents/family_childs_closing/"
    assert client_of(own).get(path).status_code == 404
    with pytest.raises(Barred) as barred:
        make(Paper.CHILDS_CLOSING, to_court=False)
    assert {one.provision for one in barred.value.findings} == {"FAO-LETTERS"}
    assert not case.documents.exists()


@pytest.mark.parametrize(("asked", "written"), [("vary", ["vary"]), ("progress", ["progress", "vary"])])
def test_a_referral_that_was_recorded_and_is_then_written_is_one(
    make: Make,
    assistance: Assistance,
    case: Case,
    own: Officer,
    now: datetime,
    asked: str,
    written: list[str],
) -> None:
    record_work(
        case=case, by=own, at=now, assistance=assistance, kind="referred", on=MADE, words="He moves.",
        language="en", asks=asked,
    )  # fmt: skip
    made = make(Paper.REFERRAL, asks="vary")
    assert "vary the section 8 order" in words_of(made[0]) or "amrywio" in words_of(made[0])
    found = assistance.worked.filter(kind="referred").values_list("asks", flat=True)
    assert sorted(found) == written
