"""A case closed and opened again: who is told, what bars, what each letter says, and the court asking for
more."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile import locations
from lles.casefile.changes.children import record_given
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.changes.hearings import list_hearing, move_hearing, vacate_hearing
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.changes.tasks import open_task
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Child, Document, Hearing, Officer, Party, Serving
from lles.casefile.queries.serving import serving_facts
from lles.casefile.register import Event, Occasion, task_kinds_that_come_first
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.links.tests.hostile import a_pdf
from lles.work.closing.changes import close_case, make_letters, reopen_case
from lles.work.closing.models import Closing, NoLetter
from lles.work.closing.queries.facts import LETTER, Ended, Told, closing_of, readers_of
from lles.work.closing.work import hearing_held, hearing_listed

ENDED = Ended("order_made", date(2026, 3, 4))
WORDS: dict[Language, str] = {
    "en": "You see each other at weekends.", "cy": "Byddwch yn gweld eich gilydd ar benwythnosau.",
}  # fmt: skip
Make = Callable[..., list[Document]]


@pytest.fixture
def make(case: Case, own: Officer, now: datetime) -> Make:
    """Makes the letter of everybody, or of nobody but some, in the same words."""

    def made(childs: dict[Language, str] | None = None, without: str = "") -> list[Document]:
        told = [
            Told(one, reason="It would put her at risk." if one.reader == without else "",
                 words=(childs if one.is_child else None) or WORDS)
            for one in readers_of(case)
        ]  # fmt: skip
        return list(make_letters(case=case, by=own, at=now, ended=ENDED, told=told))

    return made


def close(case: Case, by: Officer, at: datetime, **more: object) -> Closing:
    known: dict[str, object] = {
        "tasks": {one.pk: "The court needs nothing more." for one in case.tasks.filter(ended_at=None)}
    }
    return close_case(**{"case": case, "by": by, "at": at, "ended": ENDED, **known, **more})  # type: ignore[arg-type]  # named by a mapping


def text_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def test_each_adult_and_each_child_gets_a_letter_in_their_languages(make: Make, case: Case) -> None:
    made = make()
    assert {one.reader for one in made} == {one.reader for one in readers_of(case)}
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).count() == 2
    assert case.tasks.filter(kind="casefile.give_to_child", ended_at=None).count() == case.children.count()
    child = next(one for one in made if one.child is not None)
    assert (child.party, child.file_name) == (None, f"{child.reader}.{child.language}.pdf")
    assert all(one.is_told for one in readers_of(case))


def test_a_child_is_written_to_in_the_words_of_their_age(make: Make, case: Case) -> None:
    Child.objects.filter(case=case).update(language="en", nation="england")
    young, older = case.children.order_by("pk")
    Child.objects.filter(pk=young.pk).update(born_on=date(2020, 1, 1))
    Child.objects.filter(pk=older.pk).update(born_on=date(2012, 1, 1))
    said = {one.child_id: text_of(one) for one in make() if one.child}
    assert "None of this was your fault" in said[young.pk]
    assert "nobody may blame you" in said[older.pk]
    assert all("0800 1111" in text and WORDS["en"] in text for text in said.values())


def test_both_languages_say_the_same_things(make: Make, case: Case) -> None:
    Party.objects.filter(case=case, role="respondent").update(language="")
    made = {str(one.language): text_of(one) for one in make() if one.reader == "respondent-1"}
    assert set(made) == {"en", "cy"}
    assert "Our work for the court ended on 4 March 2026" in made["en"]
    assert "Daeth ein gwaith i’r llys i ben ar 4 Mawrth 2026" in made["cy"]
    assert WORDS["en"] in made["en"]
    assert WORDS["cy"] in made["cy"]
    assert all(case.reference in text for text in made.values())


def test_nothing_protected_reaches_a_child_even_where_it_is_the_childs_own(
    make: Make, case: Case, now: datetime
) -> None:
    child = case.children.order_by("pk")[0]
    lines = ("14 Heol y Gwynt", "Wrexham", "LL13 9ZZ")
    detail = locations.Detail(f"child:{child.pk}", locations.ADDRESS, lines, True, "court")
    locations.keep(case, [detail], now)
    with pytest.raises(GateRefused) as refused:
        make({"en": "You live at 14 Heol y Gwynt.", "cy": "Rwyt yn byw yn 14 Heol y Gwynt."})
    assert {one.reader for one in refused.value.refusals} == {"child-1", "child-2"}
    assert not case.documents.exists()


def test_whoever_gets_no_letter_has_a_reason(make: Make, case: Case) -> None:
    made = make(without="applicant-1")
    assert "applicant-1" not in {one.reader for one in made}
    assert NoLetter.objects.get(case=case).reason == "It would put her at risk."
    with pytest.raises(DatabaseError), transaction.atomic():
        NoLetter.objects.update(reason="")


def test_it_closes_once_everybody_is_told_and_every_task_has_a_reason(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    make()
    with pytest.raises(Barred):
        close(case, own, now, tasks={})
    close(case, own, now)
    case.refresh_from_db()
    assert case.closed_at == now
    assert not case.tasks.filter(ended_at=None).exists()
    line = case.entries.get(kind="case_closed")
    assert "The court needs nothing more." in str(line.facts)
    with pytest.raises(Stale):
        close(case, own, now)


def test_somebody_untold_or_a_hearing_ahead_takes_a_reason(case: Case, own: Officer, now: datetime) -> None:
    Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FFH", starts_at=now + timedelta(days=9))
    with pytest.raises(NeedsReason) as asked:
        close(case, own, now)
    assert {one.provision for one in asked.value.findings} == {"CLO-LETTERS", "CLO-HEARING"}
    reasons = {"CLO-LETTERS": "They were told at court.", "CLO-HEARING": "It goes on without us."}
    assert close(case, own, now, reasons=reasons).outcome == "order_made"


def test_danger_bars_the_closing(case: Case, own: Officer, now: datetime) -> None:
    open_task(case=case, by=own, at=now, kind=task_kinds_that_come_first()[0], subject="1")
    with pytest.raises(Barred) as barred:
        close(case, own, now)
    assert "CLO-DANGER" in {one.provision for one in barred.value.findings}


def test_what_the_court_directs_opens_it_again(make: Make, case: Case, own: Officer, now: datetime) -> None:
    make()
    close(case, own, now)
    case.refresh_from_db()
    told = Directed("safeguarding_letter", due_on=date(2026, 5, 1))
    record_order(
        case=case, by=own, at=now, kind="", title="Order", made_on=date(2026, 3, 4), directions=(told,)
    )
    case.refresh_from_db()
    assert case.closed_at is None
    assert closing_of(case) is None
    assert case.entries.filter(kind="case_reopened_for_the_court").count() == 1
    assert not any(one.is_told for one in readers_of(case))


@pytest.mark.parametrize(("days", "opens"), [(-1, False), (1, True)])
def test_a_hearing_opens_it_again_only_where_it_lies_ahead(
    make: Make, case: Case, own: Officer, service: Officer, now: datetime, days: int, opens: bool
) -> None:
    make()
    close(case, own, now)
    case.refresh_from_db()
    hearing = Hearing.objects.create(case=case, court_key="h", starts_at=now + timedelta(days=days))
    hearing_listed(Occasion(Event.HEARING_LISTED, case, service, now, {"hearing": hearing.pk}))
    case.refresh_from_db()
    assert (case.closed_at is None) is opens


@pytest.mark.parametrize(
    ("stood", "days", "opens"), [("off", 3, True), ("over", 3, True), ("ahead", 3, False), ("off", -3, False)]
)
def test_a_hearing_that_is_listed_anew_opens_it_again_as_a_new_one_does(
    case: Case, own: Officer, now: datetime, stood: str, days: int, opens: bool
) -> None:
    starts_at = now + timedelta(days=-9 if stood == "over" else 9)
    known = {"case": case, "by": own, "at": now, "type_code": "ABA5-FFH", "venue": ""}
    one = list_hearing(**known, starts_at=starts_at)  # type: ignore[arg-type]  # named by a mapping
    if stood == "off":
        vacate_hearing(case=case, by=own, at=now, hearing=one, words="Settled.")
    close(case, own, now, reasons=dict.fromkeys(("CLO-LETTERS", "CLO-HEARING"), "It goes on without us."))
    move_hearing(**known, hearing=one, starts_at=now + timedelta(days=days))  # type: ignore[arg-type]  # the same
    case.refresh_from_db()
    assert (case.closed_at is None) is opens


@pytest.mark.parametrize("ends", [True, False])
def test_what_ends_the_involvement_asks_for_the_closing(
    case: Case, own: Officer, service: Officer, now: datetime, ends: bool
) -> None:
    record_order(
        case=case, by=own, at=now, kind="", title="Order", made_on=date(2026, 3, 4), ends_involvement=ends
    )
    assert case.tasks.filter(kind="closing.close").exists() is ends
    hearing_held(Occasion(Event.HEARING_HELD, case, service, now, {"ends_involvement": ends}))
    assert case.tasks.filter(kind="closing.close").exists() is ends
    assert case.closed_at is None


def test_only_who_works_on_the_case_closes_and_opens_it(
    case: Case, own: Officer, stranger: Officer, teammate: Officer, now: datetime, make: Make
) -> None:
    make()
    for other in (stranger, teammate):
        with pytest.raises(NotAllowed):
            close(case, other, now)
    close(case, own, now)
    case.refresh_from_db()
    with pytest.raises(NotAllowed):
        reopen_case(case=case, by=stranger, at=now, reason="Because.")
    reopen_case(case=case, by=own, at=now, reason="The father asked for more.")
    case.refresh_from_db()
    assert case.closed_at is None


def test_a_child_is_given_every_language_at_once_and_only_once(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    letter = next(one for one in make() if one.child is not None)
    given = {
        "case": case,
        "by": own,
        "at": now,
        "document": letter,
        "way": "read_out",
        "given_on": now.date(),
    }
    record_given(**given)  # type: ignore[arg-type]  # named by a mapping
    same = Document.objects.filter(reader=letter.reader)
    assert all(hasattr(one, "given") for one in same)
    open_tasks = case.tasks.filter(kind="casefile.give_to_child", ended_at=None)
    assert not open_tasks.filter(child=letter.child).exists()
    with pytest.raises(Stale):
        record_given(**given)  # type: ignore[arg-type]  # named by a mapping


def test_whoever_the_court_no_longer_names_is_told_too(
    make: Make, case: Case, mother: Party, own: Officer, now: datetime
) -> None:
    Party.objects.filter(pk=mother.pk).update(in_latest_answer=False)
    with pytest.raises(NeedsReason) as asked:
        close(case, own, now)
    assert any(mother.name in one.says.en for one in asked.value.findings)
    make()
    serving = Serving.objects.filter(party=mother, kind=LETTER).get()
    assert serving_facts(serving, case).in_case


def test_a_case_is_not_closed_otherwise_than_its_letters_say_without_a_reason(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    make()
    other = Ended("withdrawn", date(2026, 2, 1))
    with pytest.raises(NeedsReason) as asked:
        close(case, own, now, ended=other)
    assert "4 March 2026" in str([one.says.en for one in asked.value.findings])
    close(case, own, now, ended=other, reasons={"CLO-LETTERS": "The order was set aside."})
    assert Closing.objects.get(case=case).outcome == "withdrawn"


@pytest.mark.parametrize(("kind", "opens"), [("order", True), ("letter", False)])
def test_an_order_that_came_on_paper_opens_it_again(
    make: Make, case: Case, own: Officer, now: datetime, kind: str, opens: bool
) -> None:
    make()
    close(case, own, now)
    case.refresh_from_db()
    receive_paper(
        case=case, by=own, at=now, looked=look_at(name="order.pdf", content=a_pdf()), kind=kind,
        sender="The court", came_by="email", received_on=now.date(),
    )  # fmt: skip
    case.refresh_from_db()
    assert (case.closed_at is None) is opens
