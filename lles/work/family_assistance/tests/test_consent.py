"""The consent of everybody named: it bars what the officer proposes, and nothing that somebody else does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Document, Officer, Party
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.said import record_consent
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.models import Consent as Answer
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.papers import Typed, papers_open
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.test_papers import of, words_of
from lles.work.family_assistance.tests.test_plan import ADVICE

ASKED = date(2026, 3, 2)
Answers = Callable[[str], None]


@pytest.fixture
def proposed(case: Case, own: Officer, now: datetime, mother: Party) -> Assistance:
    """An order that is weighed, which would name the mother."""
    assistance = propose_assistance(case=case, by=own, at=now)
    terms = Terms((Naming("parent", mother),), "service", months=6)
    record_terms(case=case, by=own, at=now, assistance=assistance, terms=terms)
    return assistance


def test_an_opinion_that_advises_another_period_than_is_proposed_is_sealed_with_a_reason(
    proposed: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    known = {"case": case, "by": own, "at": now, "assistance": proposed}
    advice = replace(ADVICE, proposed_by="court", months=3)
    give_opinion(**known, advice=advice)  # type: ignore[arg-type]  # by name
    (found,) = (one for one in findings_of(proposed) if one.provision == "FAO-OPINION")
    assert "3 months" in found.says.en.replace("\u00a0", " ")
    assert "6 months" in found.says.en.replace("\u00a0", " ")
    sealing = {**known, "paper": Paper.OPINION, "typed": Typed(to_court=True)}
    with pytest.raises(NeedsReason):
        make_papers(**sealing)  # type: ignore[arg-type]  # by name
    assert make_papers(**sealing, reasons={"FAO-OPINION": "They asked for more."})  # type: ignore[arg-type]  # by name
    give_opinion(**known, advice=replace(advice, months=6))  # type: ignore[arg-type]  # by name
    assert "FAO-OPINION" not in {one.provision for one in findings_of(proposed)}


@pytest.fixture
def send(proposed: Assistance, case: Case, own: Officer, now: datetime) -> Callable[[str], list[Document]]:
    """Gives the opinion on an order that somebody proposed, and makes it for the court."""

    def sent(proposed_by: str) -> list[Document]:
        advice = replace(ADVICE, proposed_by=proposed_by)
        give_opinion(case=case, by=own, at=now, assistance=proposed, advice=advice)
        typed = Typed(to_court=True)
        return list(
            make_papers(case=case, by=own, at=now, assistance=proposed, paper=Paper.OPINION, typed=typed)
        )

    return sent


@pytest.fixture
def answers(proposed: Assistance, case: Case, own: Officer, now: datetime, mother: Party) -> Answers:
    """The mother answers when she is asked for her consent."""

    def answered(answer: str) -> None:
        record_consent(
            case=case, by=own, at=now, assistance=proposed, party=mother, answer=answer, on=ASKED,
            way="telephone", taken_by="A. Officer",
        )  # fmt: skip

    return answered


def said_of_consent(assistance: Assistance) -> list[str]:
    found = [one for one in findings_of(assistance) if one.provision == "FAO-CONSENT"]
    return [f"{one.weight.value}: {one.says.en}" for one in found]


@pytest.mark.parametrize("given", [(), (Answer.REFUSED,), (Answer.GIVEN, Answer.WITHDRAWN)])
def test_our_own_proposal_does_not_go_to_the_court_without_her_consent(
    send: Callable[[str], list[Document]], answers: Answers, proposed: Assistance, given: tuple[str, ...]
) -> None:
    for answer in given:
        answers(answer)
    with pytest.raises(Barred) as barred:
        send("officer")
    assert [one.provision for one in barred.value.findings] == ["FAO-CONSENT"]
    (said,) = said_of_consent(proposed)
    assert said.startswith("bars: ")


def test_our_own_proposal_does_not_go_to_the_court_while_it_names_nobody(
    case: Case, own: Officer, now: datetime
) -> None:
    proposed = propose_assistance(case=case, by=own, at=now)
    known = {"case": case, "by": own, "at": now, "assistance": proposed}
    for proposed_by, is_barred in (("court", False), ("officer", True)):
        give_opinion(**known, advice=replace(ADVICE, proposed_by=proposed_by))  # type: ignore[arg-type]  # by name
        found = [(one.provision, one.bars) for one in findings_of(proposed)]
        assert found == ([("FAO-NAMED", True)] if is_barred else [])
    with pytest.raises(Barred) as barred:
        make_papers(**known, paper=Paper.OPINION, typed=Typed(to_court=True))  # type: ignore[arg-type]  # by name
    assert [one.provision for one in barred.value.findings] == ["FAO-NAMED"]


def test_our_own_proposal_goes_with_her_consent(
    send: Callable[[str], list[Document]], answers: Answers, proposed: Assistance
) -> None:
    answers(Answer.GIVEN)
    assert send("officer")
    assert not said_of_consent(proposed)


@pytest.mark.parametrize("proposed_by", ["court", "party"])
def test_the_court_hears_of_a_refusal_where_it_or_a_party_proposed_the_order(
    send: Callable[[str], list[Document]], answers: Answers, proposed: Assistance, proposed_by: str
) -> None:
    answers(Answer.REFUSED)
    assert send(proposed_by)
    (said,) = said_of_consent(proposed)
    assert said.startswith("warns: ")
    assert "refused consent" in said


def test_the_opinion_and_the_form_for_consent_come_before_the_order(
    case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    proposed = propose_assistance(case=case, by=own, at=now)
    assert not papers_open(proposed)
    named = (Naming("parent", mother),)
    record_terms(case=case, by=own, at=now, assistance=proposed, terms=Terms(named, "service", months=6))
    give_opinion(case=case, by=own, at=now, assistance=proposed, advice=ADVICE)
    assert set(papers_open(proposed)) == {Paper.CONSENT, Paper.OPINION}
    form = make_papers(case=case, by=own, at=now, assistance=proposed, paper=Paper.CONSENT, typed=Typed())
    assert "cydsynio â gorchymyn cymorth teuluol" in words_of(form[0])
    record_consent(
        case=case, by=own, at=now, assistance=proposed, party=mother, answer="given", on=ASKED, way="written",
        taken_by="A. Officer",
    )  # fmt: skip
    made = make_papers(
        case=case, by=own, at=now, assistance=proposed, paper=Paper.OPINION, typed=Typed(to_court=True)
    )
    opinion = list(made)
    assert {one.reader for one in opinion} == {"court", mother.slug}
    assert ADVICE.operation in of(opinion, "court", "en")
    assert ADVICE.operation in of(opinion, "court", "cy")


Told = Callable[..., dict[str, str]]


@pytest.fixture
def told(record: Callable[..., Assistance], own: Officer, now: datetime, mother: Party) -> Told:
    """The mother answers on one day after another; what the rules say of her consent to an order of
    4 March."""

    def answered(*answers: tuple[str, date]) -> dict[str, str]:
        assistance = record(named=(Naming("parent", mother),))
        for answer, on in answers:
            record_consent(
                case=assistance.case, by=own, at=now, assistance=assistance, party=mother, answer=answer,
                on=on, way="telephone", taken_by="A. Officer",
            )  # fmt: skip
        wanted = ("FAO-CONSENT", "FAO-WITHDRAW")
        return {one.provision: one.says.en for one in findings_of(assistance) if one.provision in wanted}

    return answered


BEFORE, MADE, MAY, JUNE = date(2026, 3, 1), date(2026, 3, 4), date(2026, 5, 4), date(2026, 6, 1)


def test_consent_that_was_there_on_the_day_of_the_order_is_not_too_late_because_it_is_given_again(
    told: Told,
) -> None:
    assert told(("given", BEFORE), ("withdrawn", MAY), ("given", JUNE)) == {}


def test_a_refusal_after_the_order_takes_the_consent_back_and_does_not_unmake_it(told: Told) -> None:
    found = told(("given", BEFORE), ("refused", MAY))
    assert list(found) == ["FAO-WITHDRAW"]
    assert "4 May 2026" in found["FAO-WITHDRAW"]


def test_consent_that_was_taken_back_before_the_order_is_not_mended_by_a_later_one(told: Told) -> None:
    found = told(("given", BEFORE), ("withdrawn", date(2026, 3, 3)), ("given", JUNE))
    assert list(found) == ["FAO-CONSENT"]
    assert "3 March 2026" in found["FAO-CONSENT"]


def test_a_refusal_keeps_its_day_where_it_is_called_taken_back_later(told: Told) -> None:
    found = told(("refused", BEFORE), ("withdrawn", date(2026, 3, 3)))
    assert list(found) == ["FAO-CONSENT"]
    assert "1 March 2026" in found["FAO-CONSENT"]


def test_the_first_consent_after_the_order_is_too_late_as_before(told: Told) -> None:
    assert "1 June 2026" in told(("given", JUNE))["FAO-CONSENT"]


def test_consent_that_was_given_again_cannot_be_taken_back_on_a_day_before_that(told: Told) -> None:
    with pytest.raises(Barred):
        told(("given", BEFORE), ("withdrawn", MAY), ("given", JUNE), ("withdrawn", MAY))


def test_an_answer_that_is_entered_late_stands_by_its_day(told: Told) -> None:
    assert told(("given", BEFORE), ("withdrawn", MAY)) == told(("withdrawn", MAY), ("given", BEFORE))
    assert told(("given", JUNE), ("refused", BEFORE))["FAO-CONSENT"].count("1 March 2026") == 1


@pytest.mark.parametrize(
    ("answer", "on"), [("given", date(2026, 3, 5)), ("refused", ASKED), ("withdrawn", ASKED)]
)
def test_nobody_is_asked_again_who_has_answered(told: Told, case: Case, answer: str, on: date) -> None:
    assert "FAO-CONSENT" in told()
    task = case.tasks.get(kind="family_assistance.consent")
    assert task.ended_at is None
    assert "FAO-CONSENT" in told((answer, on))
    task.refresh_from_db()
    assert task.outcome == "done"
