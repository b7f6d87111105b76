"""What was recorded wrongly counts no more and stays on the file, with the reason."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.register import kept_from
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work, tell_plan, write_plan
from lles.work.family_assistance.changes.said import record_consent, record_heard
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.models import Assistance, Consent, Heard, Recorded, Worked, Wrong
from lles.work.family_assistance.queries.facts import last_day_of, opinion_of
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.papers import Typed, untold
from lles.work.family_assistance.queries.reported import has_reached_the_court
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import MADE, Record, checked
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_papers import BOTH
from lles.work.family_assistance.tests.test_plan import ADVICE, PLAN, asked_for

LAST, HOUR = date(2026, 9, 3), timedelta(hours=1)
WHY = "It was the other parent."
Say = Callable[[Recorded], Wrong]
Work = Callable[..., Worked]


@pytest.fixture
def assistance(record: Record) -> Assistance:
    """An order of six months, made on 4 March 2026, which names both parents and Efa."""
    return record(months=6)


@pytest.fixture
def wrong(assistance: Assistance, own: Officer, now: datetime) -> Say:
    """Somebody says that something was recorded wrongly."""

    def said(row: Recorded) -> Wrong:
        return record_wrong(
            case=assistance.case,
            by=own,
            at=now + 2 * HOUR,
            assistance=assistance,
            row=row,
            why=WHY,
            language="en",
        )

    return said


@pytest.fixture
def work(assistance: Assistance, own: Officer, now: datetime) -> Work:
    """Something is done under the order."""

    def done(kind: str, **more: object) -> Worked:
        return record_work(
            case=assistance.case, by=own, at=now, assistance=assistance, kind=kind, on=MADE, words="So.",
            language="en", **more,  # type: ignore[arg-type]  # named by a mapping
        )  # fmt: skip

    return done


def consents(one: Assistance, own: Officer, now: datetime, party: Party, answer: str) -> Consent:
    return record_consent(
        case=one.case, by=own, at=now, assistance=one, party=party, answer=answer, on=MADE, way="telephone",
        taken_by="Own",
    )  # fmt: skip


def hears(one: Assistance, own: Officer, now: datetime, **more: object) -> Heard:
    return record_heard(
        case=one.case,
        by=own,
        at=now,
        assistance=one,
        on=MADE,
        words="Good.",
        language="en",
        **more,  # type: ignore[arg-type]  # named by a mapping
    )


def said_of(one: Assistance, provision: str) -> list[str]:
    return [found.says.en for found in findings_of(one) if found.provision == provision]


def test_a_wrong_consent_counts_no_more_and_is_asked_for_again(
    assistance: Assistance, wrong: Say, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    row = consents(assistance, own, now, mother, "given")
    consents(assistance, own, now, father, "given")
    assert not said_of(assistance, "FAO-CONSENT")
    assert "consent" not in asked_for(case)
    wrong(row)
    (lacks,) = said_of(assistance, "FAO-CONSENT")
    assert mother.name in lacks
    assert case.tasks.get(kind="family_assistance.consent", ended_at=None).party == mother
    consents(assistance, own, now, mother, "refused")
    assert "refused" in said_of(assistance, "FAO-CONSENT")[0]
    assert Consent.objects.count() == 3


def test_consent_that_was_wrongly_taken_back_stands(
    assistance: Assistance, wrong: Say, own: Officer, now: datetime, mother: Party
) -> None:
    consents(assistance, own, now, mother, "given")
    taken_back = record_consent(
        case=assistance.case, by=own, at=now, assistance=assistance, party=mother, answer="withdrawn",
        on=date(2026, 5, 4), way="telephone", taken_by="Own",
    )  # fmt: skip
    assert said_of(assistance, "FAO-WITHDRAW")
    wrong(taken_back)
    assert not said_of(assistance, "FAO-WITHDRAW")


def test_a_comment_a_view_and_an_opinion_count_no_more(
    assistance: Assistance, wrong: Say, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=ADVICE)
    efa, had = case.children.get(first_name="Efa"), len(said_of(assistance, "FAO-COMMENT"))
    comment = hears(assistance, own, now, party=mother, about="comment")
    view = hears(assistance, own, now, child=efa, about="view")
    assert len(said_of(assistance, "FAO-COMMENT")) == had - 1
    assert not said_of(assistance, "FAO-CHILD-NOCONSENT")
    wrong(comment)
    wrong(view)
    assert len(said_of(assistance, "FAO-COMMENT")) == had
    assert said_of(assistance, "FAO-CHILD-NOCONSENT")
    opinion = opinion_of(assistance)
    assert opinion is not None
    wrong(opinion)
    assert opinion_of(assistance) is None
    assert said_of(assistance, "FAO-OPINION")


def test_what_was_not_done_waits_again(
    assistance: Assistance, wrong: Say, work: Work, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    plan = write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )
    told = tell_plan(
        case=case, by=own, at=now, plan=plan, party=mother, on=MADE, agrees=True, words="", language="en"
    )
    review, outcome, done = work("review"), work("outcome", number=1), work("done", number=1)
    assert not asked_for(case) & {"review", "end"}
    for row, kind in ((review, "review"), (outcome, "end"), (told, "told")):
        wrong(row)
        assert kind in asked_for(case), kind
    assert set(
        case.tasks.filter(kind="family_assistance.told", ended_at=None).values_list("party", flat=True)
    ) >= {mother.pk}
    page = text_of(client_of(own), page_of(assistance))
    assert "step done" in page.partition("What was recorded wrongly")[0]
    wrong(done)
    page = text_of(client_of(own), page_of(assistance))
    assert "step done" not in page.partition("What was recorded wrongly")[0]


def test_a_wrong_risk_is_no_task_and_was_not_done(
    assistance: Assistance, wrong: Say, work: Work, case: Case
) -> None:
    risk = work("risk")
    assert "risk" in asked_for(case)
    wrong(risk)
    assert case.tasks.get(kind="family_assistance.risk").outcome == "not_needed"
    seen, assessed = work("risk"), work("assessed")
    assert "risk" not in asked_for(case)
    wrong(assessed)
    assert "risk" in asked_for(case)
    assert seen.pk < assessed.pk


def test_a_report_that_did_not_go_is_still_to_come(assistance: Assistance, wrong: Say, work: Work) -> None:
    row = work("reported", version=1)
    assert has_reached_the_court(assistance, 1)
    wrong(row)
    assert not has_reached_the_court(assistance, 1)


def test_after_a_wrong_end_the_order_runs_and_its_letters_reach_nobody(
    assistance: Assistance, wrong: Say, case: Case, own: Officer, mother: Party
) -> None:
    spring = datetime(2026, 4, 1, 9, tzinfo=UTC)
    ended = record_answer(
        case=case, by=own, at=spring, assistance=assistance, answer="ended", on=spring.date(), words="",
        language="en",
    )  # fmt: skip
    make_papers(
        case=case, by=own, at=spring + HOUR, assistance=assistance, paper=Paper.CLOSING,
        typed=Typed(words=BOTH, of_child={one.pk: BOTH for one in case.children.all()}),
    )  # fmt: skip
    giving = case.tasks.filter(kind="casefile.give_to_child", ended_at=None)
    assert (untold(assistance, Paper.CLOSING), giving.count()) == ([], 2)
    record_wrong(
        case=case, by=own, at=spring + 2 * HOUR, assistance=assistance, row=ended, why=WHY, language="en"
    )
    assert last_day_of(assistance) == LAST
    assert {"plan", "review", "end"} <= asked_for(case)
    assert mother.pk in kept_from(case, Paper.CLOSING)
    assert not kept_from(case, Paper.LETTER)
    assert giving.count() == 0
    assert len(untold(assistance, Paper.CLOSING)) == 4


def test_it_is_said_once_and_never_changed(
    assistance: Assistance, wrong: Say, own: Officer, now: datetime, mother: Party, teammate: Officer
) -> None:
    row = consents(assistance, own, now, mother, "given")
    with pytest.raises(NotAllowed):
        record_wrong(
            case=assistance.case, by=teammate, at=now, assistance=assistance, row=row, why=WHY, language="en"
        )
    said = wrong(row)
    with pytest.raises(Stale):
        wrong(row)
    with pytest.raises(DatabaseError), transaction.atomic():
        Wrong.objects.filter(pk=said.pk).update(why="Another reason.")
    facts = Entry.objects.get(case=assistance.case, kind="family_wrong_of_person").facts
    assert (facts["why"], facts["person"]) == (WHY, mother.name)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What was recorded wrongly", "takes consent back")),
        ("cy", ("Yr hyn a gofnodwyd yn anghywir", "yn tynnu cydsyniad yn ôl")),
    ],
)
def test_the_page_shows_what_was_wrong_and_why(
    assistance: Assistance, own: Officer, now: datetime, mother: Party, language: str, words: tuple[str, ...]
) -> None:
    client, row = client_of(own, language), consents(assistance, own, now, mother, "withdrawn")
    page = page_of(assistance, f"consent/{row.pk}/wrong/")
    assert page in text_of(client, page_of(assistance))
    assert summary_of(fill(client, page, why="", language_of_words="en"))
    assert fill(client, page, why=WHY, language_of_words="en").status_code == 302
    text = text_of(client, page_of(assistance))
    for said in (*words, WHY):
        assert said in text
    for gone in (page, page_of(assistance, "unknown/1/wrong/"), page_of(assistance, "told/999999/wrong/")):
        assert client.get(gone).status_code == 404


def test_each_entry_leads_to_the_page_that_says_so_and_is_crossed_out_there(
    assistance: Assistance, work: Work, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=ADVICE)
    plan = write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )
    tell_plan(
        case=case, by=own, at=now, plan=plan, party=mother, on=MADE, agrees=True, words="", language="en"
    )
    hears(assistance, own, now, party=mother, about="comment")
    record_answer(
        case=case, by=own, at=now, assistance=assistance, answer="goes_on", on=MADE, words="", language="en"
    )
    work("done", number=1)
    client, page = client_of(own), page_of(assistance)
    for what in ("opinion", "told", "heard", "answer", "worked"):
        (link,) = re.findall(f"{page}{what}/\\d+/wrong/", text_of(client, page))
        assert fill(client, link, why=WHY, language_of_words="en").status_code == 302, what
        assert link not in text_of(client, page)
    crossed = re.findall("<s>.*?</s>", text_of(client, page), flags=re.DOTALL)
    assert len(crossed) == 5
    assert [sum(words in one for one in crossed) for words in ("Good.", "So.")] == [1, 1]


def test_what_was_recorded_of_another_order_is_not_found_here(
    assistance: Assistance, own: Officer, now: datetime, mother: Party
) -> None:
    row = consents(assistance, own, now, mother, "given")
    other = Assistance.objects.create(case=assistance.case, begun_at=now, begun_by=own)
    assert client_of(own).get(page_of(other, f"consent/{row.pk}/wrong/")).status_code == 404
