"""What somebody close to a child tells after the letter is news, told by what they are and never by name."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.changes.outsiders import Basis, open_source
from lles.casefile.gate import refusals
from lles.casefile.models import Case, Check, Officer, Party
from lles.casefile.queries.work import checks_of
from lles.casefile.tests.pages import client_of, text_of
from lles.law.bilingual import Text
from lles.work.safeguarding.changes.further import further_versions, preview_further
from lles.work.safeguarding.documents.further import make_further
from lles.work.safeguarding.queries.further import further_facts, further_record
from lles.work.safeguarding.queries.short_notice import last_told_at, news_moments
from lles.work.safeguarding.tests.further_cases import SHORT, UPDATE, open_kinds, pages_of, write_update

SCHOOL, HOME_OF_SCHOOL = "Ysgol Gynradd y Bont Fach", "Bont Fach"
TOLD = "She cries before every weekend."
COPIES = ("court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf")


@pytest.fixture
def source(filed: Case, own: Officer, father: Party, now: datetime) -> Check:
    """The school of a child, asked after the letter was filed."""
    child, basis = filed.children.first(), Basis("consent", now.date(), father)
    assert child is not None
    return open_source(case=filed, by=own, at=now, child=child, kind="school", called=SCHOOL, basis=basis)


def tell(source: Check, own: Officer, at: datetime, words: str = TOLD, passing_on: str = "text") -> None:
    record_check_answer(
        case=source.case, by=own, at=at, check=source, identified_by=["name", "date_of_birth"],
        received_on=at.date(), found=[Found("told", as_received=words, passing_on=passing_on)],
        reasons={"SG-CHECKS-CAO": "They rang."},
    )  # fmt: skip


def news_of(case: Case) -> int:
    """How much is new since the court was last told."""
    since = last_told_at(case)
    assert since is not None
    return len(news_moments(case, since))


def test_the_answer_of_a_source_opens_the_task_of_an_update(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    assert "safeguarding.update" not in open_kinds(filed)
    tell(source, own, now + timedelta(days=2))
    task = filed.tasks.get(kind="safeguarding.update", ended_at=None)
    assert task.due is not None
    assert "New on the file since the letter was filed: 1" in task.due["says"]["en"]


def test_a_source_that_told_the_court_nothing_new_is_no_news(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    assert news_of(filed) == 0
    tell(source, own, now - timedelta(days=1))
    assert news_of(filed) == 0
    tell(source, own, now + timedelta(days=1))
    assert news_of(filed) == 0
    tell(source, own, now + timedelta(days=2), "He fetches her drunk.")
    assert news_of(filed) == 1


@pytest.mark.parametrize(("language", "asked"), [("en", "School, "), ("cy", "Ysgol, ")])
def test_the_page_shows_it_by_what_they_are(
    filed: Case, source: Check, own: Officer, now: datetime, language: str, asked: str
) -> None:
    path = f"/cases/{filed.reference}/letter-update/"
    assert f"{asked}{source.person.name}:" not in text_of(client_of(own, language), path)
    tell(source, own, now + timedelta(days=2))
    page = text_of(client_of(own, language), path)
    assert f"{asked}{source.person.name}:" in page
    assert HOME_OF_SCHOOL not in page


def test_every_copy_tells_it_and_no_copy_names_them(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    later = now + timedelta(days=2)
    Check.objects.filter(pk=source.pk).update(body="bont-fach")
    tell(source, own, later)
    write_update(filed, own, later)
    texts = {one.file_name: pages_of(one) for one in further_versions(filed, UPDATE, own, later, draft=True)}
    assert set(texts) >= set(COPIES)
    for name, text in texts.items():
        assert TOLD in text, name
        assert ("Ysgol" if ".cy." in name else "School") in text, name
        assert HOME_OF_SCHOOL not in text, name
        assert "bont-fach" not in text, name


def test_what_may_not_be_passed_on_is_only_said_to_have_come(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    later = now + timedelta(days=2)
    tell(source, own, later, passing_on="nothing")
    write_update(filed, own, later)
    for made in further_versions(filed, UPDATE, own, later, draft=True):
        assert TOLD not in pages_of(made)


def test_a_source_that_has_not_answered_is_still_to_come(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    write_update(filed, own, now)
    record = further_record(filed, UPDATE)
    for reader in record.readers:
        facts = further_facts(record, reader, own, now, draft=True)
        assert [one.body for one in facts.outstanding if one.asked_of == "school"] == [
            Text(en="School", cy="Ysgol")
        ]


def test_other_further_letters_stay_with_the_checks(filed: Case, source: Check) -> None:
    assert further_record(filed, SHORT).checks == checks_of(filed)


@pytest.mark.parametrize("reader", ["court.en", "respondent-1.en", "applicant-1.cy"])
@pytest.mark.parametrize("named", [SCHOOL, "YSGOL GYNRADD\nY BONT FACH", "Bont Fach"])
def test_the_gate_stops_a_name_that_the_source_put_in_its_own_words(
    filed: Case, source: Check, own: Officer, now: datetime, reader: str, named: str
) -> None:
    later = now + timedelta(days=2)
    tell(source, own, later, f"We at {named} see her cry.")
    write_update(filed, own, later)
    shown = preview_further(
        case=filed,
        by=own,
        at=later,
        kind=UPDATE,
        reader=reader.partition(".")[0],
        language=reader.partition(".")[2],
    )
    assert {one.kind for one in shown.refusals} == {"source"}
    assert not shown.released


def test_the_gate_would_stop_the_name_as_the_one_who_was_asked(
    filed: Case, source: Check, own: Officer, now: datetime
) -> None:
    later = now + timedelta(days=2)
    tell(source, own, later)
    record = further_record(filed, UPDATE)
    reader = next(one for one in record.readers if one.name == "respondent-1")
    facts = further_facts(record, reader, own, later, draft=True)
    named = replace(facts, answered=(replace(facts.answered[0], body=Text(en=SCHOOL, cy=SCHOOL)),))
    assert refusals(filed, make_further(facts, reader.name, "en", later)) == ()
    assert refusals(filed, make_further(named, reader.name, "en", later))
