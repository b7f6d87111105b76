"""What a document says agrees with the file: its days, whether the order is made, how many children."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.in_both import Words
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.plan import write_plan
from lles.work.family_assistance.changes.said import record_consent
from lles.work.family_assistance.documents.papers import make_paper
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.papers import (
    Typed,
    court_reads,
    paper_facts,
    papers_open,
    readers_to_ask,
)
from lles.work.family_assistance.rules.papers import Paper, PaperFacts
from lles.work.family_assistance.tests.conftest import MADE, checked
from lles.work.family_assistance.tests.test_plan import ADVICE, PLAN

Record = Callable[..., Assistance]


def facts(assistance: Assistance, paper: Paper, own: Officer, at: datetime) -> PaperFacts:
    reader = court_reads() if paper is Paper.OPINION else readers_to_ask(assistance, paper)[0]
    return paper_facts(assistance, paper, reader, Typed(), own, at, draft=True)


def printed(made: PaperFacts, language: Language, at: datetime) -> str:
    content = make_paper(made, "x", language, at).content
    return " ".join(" ".join(place.text for place in places(content)).split()).replace("\u00a0", " ")


def test_a_plan_has_the_day_on_which_its_version_was_written(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance, later = record(), now + timedelta(days=40)
    write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )
    made = facts(assistance, Paper.PLAN, own, later)
    assert made.plan is not None
    assert made.plan.written_on == now.date()
    for language, version in (("en", "Version 1, "), ("cy", "Fersiwn 1, ")):
        text = printed(made, language, later)  # type: ignore[arg-type]  # one of the two
        assert f"{version}{now.day} " in text


@pytest.mark.parametrize("paper", [Paper.PLAN, Paper.REVIEW])
def test_who_else_does_a_step_is_said_to_be_written_in_the_other_language(
    record: Record, case: Case, own: Officer, now: datetime, paper: Paper
) -> None:
    assistance = record()
    steps = (replace(PLAN.steps[0], who="other", name="eu nain, Glenys Parry"),)
    plan = replace(PLAN, steps=steps, language="cy")
    write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, plan), complete=True
    )
    made = facts(assistance, paper, own, now)
    assert "eu nain, Glenys Parry (written in Welsh)" in printed(made, "en", now)
    assert "eu nain, Glenys Parry" in printed(made, "cy", now)
    assert "eu nain, Glenys Parry (" not in printed(made, "cy", now)


def test_a_form_for_consent_speaks_of_the_order_as_it_stands_and_asks_whoever_has_not_answered(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    assistance = record()
    made = facts(assistance, Paper.CONSENT, own, now)
    assert "The court made a family assistance order on 4 March 2026" in printed(made, "en", now)
    assert "Gwnaeth y llys orchymyn cymorth teuluol ar 4 Mawrth 2026" in printed(made, "cy", now)
    weighed = replace(made, made_on=None, ends_on=None)
    assert "The court may make a family assistance order" in printed(weighed, "en", now)
    for party, is_left in ((mother, True), (father, False)):
        record_consent(
            case=case, by=own, at=now, assistance=assistance, party=party, answer="given", on=MADE,
            way="in_court", taken_by="Own",
        )  # fmt: skip
        assert (Paper.CONSENT in papers_open(assistance)) is is_left


@pytest.mark.parametrize("paper", [Paper.PLAN, Paper.LETTER, Paper.CONSENT, Paper.END])
def test_one_child_is_spoken_of_as_one(
    record: Record, case: Case, own: Officer, now: datetime, paper: Paper
) -> None:
    assistance = record(months=6)
    write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )
    both = facts(assistance, paper, own, now)
    one = replace(both, children=both.children[:1])
    assert len(both.children) == 2
    if paper is not Paper.END:
        assert "the children" in printed(both, "en", now)
        assert "plant" in printed(both, "cy", now)
    assert "the children" not in printed(one, "en", now)
    assert "plant " not in printed(one, "cy", now)


OTHER = {
    "en": ("set out as they were written, in Welsh", "(written in Welsh)"),
    "cy": ("fel y’u hysgrifennwyd, yn Saesneg", "(ysgrifennwyd yn Saesneg)"),
}


@pytest.mark.parametrize("written_in", ["en", "cy"])
def test_an_opinion_says_once_that_its_answers_are_in_the_other_language(
    record: Record, case: Case, own: Officer, now: datetime, written_in: Language
) -> None:
    assistance = record()
    give_opinion(
        case=case, by=own, at=now, assistance=assistance, advice=replace(ADVICE, language=written_in)
    )
    made = facts(assistance, Paper.OPINION, own, now)
    for language, (once, each) in OTHER.items():
        text = printed(made, language, now)  # type: ignore[arg-type]  # one of the two
        assert (once in text) is (language != written_in)
        assert each not in text


def test_answers_in_two_languages_each_say_theirs(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance = record()
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=ADVICE)
    made = facts(assistance, Paper.OPINION, own, now)
    assert made.opinion is not None
    mixed = replace(made.opinion, operation=Words({"cy": "Drwy ymweliadau."}))
    text = printed(replace(made, opinion=mixed), "en", now)
    assert OTHER["en"][0] not in text
    assert text.count(OTHER["en"][1]) == 1
