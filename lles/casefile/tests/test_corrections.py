"""What was keyed of a person is put right: it stands, what stood is kept, and questions are asked again."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.changes.corrections import Given, put_right
from lles.casefile.forms.corrections import PutRightForm
from lles.casefile.models import (
    Case,
    Check,
    CheckAnswer,
    Child,
    Correction,
    Draft,
    Officer,
    Party,
    Relation,
)
from lles.casefile.queries.corrections import asked_with, put_right_in, role_is_written_of
from lles.casefile.queries.enquiries import reference_of
from lles.casefile.queries.work import checks_of
from lles.casefile.register import Event, Occasion, told
from lles.casefile.rules.corrections import PutRight, changed, says_something_new
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.casefile.tests.test_fresh_checks import answered

BORN = date(1991, 2, 28)
KNOWN: dict[str, Any] = {"because": "document", "words": "Birth certificate, seen on 3 March"}


def given(**fields: object) -> Given:
    return Given(fields, "document", "Birth certificate")


def person_of(party: Party, **other: Any) -> dict[str, Any]:
    """The whole form of a party as it stands, but for what is other."""
    names = {name: getattr(party, name) for name in ("role", "first_name", "last_name", "previous_name")}
    assert party.born_on is not None
    return {**names, "gender": "unknown", **day("born_on", party.born_on), **KNOWN, **other}


@pytest.mark.parametrize(
    ("said", "is_new"),
    [("1990-02-28", False), ("1991-02-28", False), ("1992-02-28", True), ("", True)],
    ids=["what it said before", "what was put right", "something else", "nothing any more"],
)
def test_only_what_is_neither_old_nor_put_right_is_new(said: str, is_new: bool) -> None:
    assert says_something_new(said, PutRight("1991-02-28", frozenset({"1990-02-28"}))) is is_new


def test_a_gender_that_is_not_known_is_nothing_in_any_spelling() -> None:
    assert changed({"gender": "unknown"}, {"gender": ""}) == {}
    assert changed({"gender": "Female"}, {"gender": "female"}) == {}
    assert changed({"gender": ""}, {"gender": "male"}) == {"gender": ("", "male")}


def test_it_is_one_line_with_what_stood_and_what_stands(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    put_right(case=case, by=own, at=now, person=mother, given=given(previous_name="Rees", born_on=BORN))
    mother.refresh_from_db()
    assert (mother.born_on, mother.search_name) == (BORN, "sian morris rees")
    entry = case.entries.get(kind="put_right")
    lines = {one["facts"]["field"]["text"]["en"]: one["facts"] for one in entry.facts["lines"]}
    assert (lines["date of birth"]["was"], lines["date of birth"]["now"]) == (
        {"day": "1990-02-28"}, {"day": "1991-02-28"},
    )  # fmt: skip
    assert put_right_in(case)[mother.pk, None]["born_on"].known == {"1990-02-28"}


def test_what_they_are_to_a_child_is_put_right_taken_out_and_added(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    first, second = case.children.order_by("pk")
    row = Relation.objects.create(case=case, party=father, child=first, kind="father")
    changed_kinds = Given({}, "person", "Both", {row.pk: "step_father"}, {second.pk: "father"})
    put_right(case=case, by=own, at=now, person=father, given=changed_kinds)
    assert set(father.relations.values_list("child", "kind")) == {
        (first.pk, "step_father"), (second.pk, "father"),
    }  # fmt: skip
    put_right(case=case, by=own, at=now, person=father, given=Given({}, "person", "Both", {row.pk: ""}))
    assert list(father.relations.values_list("child", flat=True)) == [second.pk]
    assert Correction.objects.filter(party=father, child=first, was="step_father", now="").exists()


def asked(case: Case, own: Officer, at: datetime) -> list[Check]:
    checks = list(open_checks(case=case, by=own, at=at))
    for one in checks:
        ask_check(case=case, by=own, at=at, check=one, body="north-wales", asked_on=at.date())
    return checks


def test_a_late_answer_to_the_wrong_question_closes_nothing(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    asked(case, own, now)
    put_right(case=case, by=own, at=now, person=father, given=given(born_on=BORN))
    wrong, anew = case.checks.filter(party=father, kind=Check.POLICE).order_by("number")
    assert (wrong.asked_on, anew.asked_on) == (now.date(), None)
    assert (wrong.set_aside_at, anew.body, anew.instead_of) == (now, wrong.body, wrong)
    assert reference_of(wrong) != reference_of(anew)
    answered(case, own, wrong, now)
    assert list(checks_of(case)) == list(case.checks.filter(set_aside_at=None))
    assert not anew.answers.exists()
    before = asked_with(case, case.checks.all())
    assert [one.was.en for one in before[wrong.pk]] == ["28 February 1990"]
    assert anew.pk not in before


def test_what_was_put_right_in_a_closed_case_is_asked_anew_once_it_is_open_again(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    asked(case, own, now)
    Case.objects.filter(pk=case.pk).update(closed_at=now)
    case.refresh_from_db()
    put_right(case=case, by=own, at=now, person=father, given=given(born_on=BORN))
    assert not case.checks.filter(asked_on=None).exists()
    Case.objects.filter(pk=case.pk).update(closed_at=None)
    case.refresh_from_db()
    for _ in range(2):
        told(Occasion(Event.REOPENED, case, own, now, {"closed_at": now, "by_mistake": False}))
        assert set(case.checks.filter(asked_on=None).values_list("kind", flat=True)) == set(Check.OF_ADULTS)
    assert case.tasks.filter(kind="safeguarding.checks", ended_at=None).count() == 1


@pytest.mark.parametrize(("enhanced", "is_asked_anew"), [(True, True), (False, False)])
def test_enhanced_information_is_asked_anew_but_not_what_the_school_told(
    case: Case, own: Officer, father: Party, now: datetime, enhanced: bool, is_asked_anew: bool
) -> None:
    child = case.children.order_by("pk")[0]
    person = father if enhanced else child
    whom = {"party": father, "kind": Check.POLICE} if enhanced else {"child": child, "kind": "school"}
    check = Check.objects.create(
        case=case, basis="need", basis_words="Dates", is_enhanced=enhanced, opened_at=now,
        asked_on=now.date(), **whom,
    )  # fmt: skip
    CheckAnswer.objects.create(asked=check, received_on=now.date(), by=own, at=now)
    put_right(case=case, by=own, at=now, person=person, given=given(first_name="Eva"))
    anew = Check.objects.filter(instead_of=check, is_enhanced=True, basis_words="Dates")
    assert anew.exists() is is_asked_anew
    kinds = [one["kind"] for one in case.entries.get(kind="put_right").facts["lines"][1:]]
    assert kinds == ["check_ask_again" if is_asked_anew else "check_asked_otherwise"]


def test_beside_an_answer_about_perhaps_somebody_else_the_question_stands_anew_once(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    for one in open_checks(case=case, by=own, at=now):
        answered(case, own, one, now)
    for number in (1, 2):
        born_on = BORN + timedelta(days=number)
        put_right(case=case, by=own, at=now, person=father, given=given(born_on=born_on))
    police = case.checks.filter(party=father, kind=Check.POLICE)
    assert list(police.order_by("number").values_list("number", "asked_on")) == [(1, now.date()), (2, None)]


def test_what_was_asked_of_a_child_counts_where_an_authority_looks_for_children(
    case: Case, own: Officer, now: datetime
) -> None:
    asked(case, own, now)
    child = case.children.order_by("pk")[0]
    put_right(case=case, by=own, at=now, person=child, given=given(first_name="Eva"))
    again = set(case.checks.filter(asked_on=None).values_list("kind", flat=True))
    assert again == {Check.LOCAL_AUTHORITY}


def test_what_finds_nobody_else_asks_nobody_again(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    asked(case, own, now)
    put_right(case=case, by=own, at=now, person=father, given=given(gender="male"))
    assert not case.checks.filter(asked_on=None).exists()


def test_the_page_holds_what_stands_and_puts_it_right(case: Case, own: Officer, mother: Party) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/people/party-{mother.pk}/put-right/"
    assert 'value="Morris"' in text_of(client, path)
    assert fill(client, path, **person_of(mother, last_name="Morus")).status_code == 302
    mother.refresh_from_db()
    assert (mother.last_name, mother.number) == ("Morus", 1)
    assert '(was <span class="lles-as-typed">Morris</span>)' in text_of(client, path)


def put_right_form(data: dict[str, Any], **more: Any) -> PutRightForm:
    given = {"first_name": "Huw", "last_name": "Bevan", **KNOWN, **data}
    return PutRightForm(given, fields=("first_name", "last_name", "gender"), today=BORN, **more)


def test_a_gender_of_neither_kind_stands_also_where_something_else_is_put_right() -> None:
    form = put_right_form({"gender": "other"}, initial={"gender": "other", "first_name": "Hu"})
    assert form.is_valid(), form.errors
    assert form.person == {"first_name": "Huw", "last_name": "Bevan", "gender": "other"}


def test_a_box_that_was_not_sent_takes_nothing_away() -> None:
    row = Relation(pk=7, kind="father", child=Child(pk=1, first_name="Efa"))
    form = put_right_form({}, relations=[row], initial={"gender": "male"})
    assert form.is_valid(), form.errors
    assert form.kinds("kind-") == {7: "father"}
    assert "gender" not in form.person
    assert 'value="father" selected' in str(form["kind-7"])


def test_two_people_are_not_the_same_to_each_other_twice() -> None:
    child = Child(pk=1, first_name="Efa")
    rows = [Relation(pk=pk, kind=kind, child=child) for pk, kind in ((7, "father"), (8, "guardian"))]
    form = put_right_form({"kind-7": "guardian", "kind-8": "guardian"}, relations=rows)
    assert "held of the two already" in form.errors["kind-7"][0]
    assert put_right_form({"kind-7": "guardian", "kind-8": ""}, relations=rows).errors.keys() == {"kind-7"}
    assert put_right_form({"kind-7": "", "kind-8": "guardian"}, relations=rows).is_valid()


def test_a_role_that_was_chosen_and_is_no_longer_offered_is_refused_aloud() -> None:
    form = put_right_form({"role": "applicant"}, role="respondent")
    assert "can no longer be changed" in form.non_field_errors()[0]


def test_a_draft_that_names_no_reader_leaves_the_role_open(case: Case, own: Officer, now: datetime) -> None:
    for kind, is_written in (("note", False), ("letter", True)):
        Draft.objects.create(
            case=case, kind=kind, subject="", revision=1, content=b"", begins=True, by=own, at=now
        )
        assert role_is_written_of(case) is is_written


def test_all_that_was_put_right_of_a_pair_is_no_news(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    child = case.children.order_by("pk")[0]
    for was, kind in (("father", "step_father"), ("other", "guardian")):
        row = Relation.objects.create(case=case, party=father, child=child, kind=was)
        put_right(case=case, by=own, at=now, person=father, given=Given({}, "person", "Both", {row.pk: kind}))
    known = put_right_in(case)[father.pk, child.pk]["relation"]
    assert not any(says_something_new(one, known) for one in ("father", "step_father", "other", "guardian"))


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({}, "Nothing here is other than it was"),
        ({"first_name": "", "last_name": ""}, "Enter at least one name"),
        ({"last_name": "Morus", "words": ""}, "Say from what this is known"),
        ({"last_name": "7 Heol y Dŵr LL11 1ZZ"}, "This looks like an address"),
        (day("born_on", date(1820, 1, 1)), "Check the year of birth"),
    ],
)
def test_it_says_what_is_wrong_and_records_nothing(
    case: Case, own: Officer, mother: Party, other: dict[str, str], says: str
) -> None:
    client, path = client_of(own), f"/cases/{case.reference}/people/party-{mother.pk}/put-right/"
    answer = fill(client, path, **person_of(mother, **other))
    assert says in summary_of(answer)
    assert not Correction.objects.exists()
