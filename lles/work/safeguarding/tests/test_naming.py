"""Who was asked is named wherever the name points to nobody who is protected, and nowhere else."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.changes.checks import add_check, ask_check, open_checks
from lles.casefile.locations import ADDRESS, EARLIER, Detail
from lles.casefile.models import Case, Check, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.law.bilingual import Language
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.queries.letter_page import record_of
from lles.work.safeguarding.queries.writing import writing_facts
from lles.work.safeguarding.rules.letter_content import SAFETY, Content, OwnWords
from lles.work.safeguarding.rules.letter_sections import POLICE
from lles.work.safeguarding.rules.letter_writing import words_do_not_point_to_a_protected_person
from lles.work.safeguarding.tests.test_letter import pages_of

NAMES = ("Wrexham", "Wrecsam", "North Wales", "Gogledd Cymru")
FLAT = ("3 Ffordd Las", "Wrexham", "LL13 7YU")


@pytest.fixture
def asked(case: Case, own: Officer, father: Party, now: datetime) -> Case:
    """The mother is protected and the father is not; both live in Wrexham, and the same bodies are asked."""
    locations.keep(case, [Detail(f"party:{father.pk}", ADDRESS, FLAT, False, "party")], now)
    for check in open_checks(case=case, by=own, at=now):
        body = "north-wales" if check.kind == Check.POLICE else "wrexham"
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
    return case


def of_court(case: Case, own: Officer, now: datetime) -> str:
    """The court's version in English, as its pages read."""
    made = preview_letter(case=case, by=own, at=now, reader="court", language="en")
    return pages_of(made.released[0].made.content)


def named(case: Case, person: Party) -> set[str]:
    """The bodies whose name every reader learns, of the questions about one person."""
    record = record_of(case)
    return {one.body for one in record.checks if one.party_id == person.pk and record.naming.tells(one, None)}


def test_of_whom_nothing_is_protected_the_bodies_are_named(
    asked: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    assert (named(asked, mother), named(asked, father)) == (set(), {"north-wales", "wrexham"})
    said = of_court(asked, own, now)
    assert "North Wales Police • Gareth Bevan." in said
    assert "A police force • Siân Morris." in said


def test_a_body_asked_because_of_a_protected_home_is_not_named(
    asked: Case, own: Officer, father: Party, mother: Party, now: datetime
) -> None:
    """One more question about the father, for no home of his: in Conwy the mother was asked about as well."""
    for person in (father, mother):
        check = add_check(case=asked, by=own, at=now, party=person, kind=Check.LOCAL_AUTHORITY)
        ask_check(case=asked, by=own, at=now, check=check, body="conwy", asked_on=now.date())
    assert named(asked, father) == {"north-wales", "wrexham"}
    assert "Conwy" not in of_court(asked, own, now)


def test_a_home_that_a_protected_person_has_as_well_explains_nothing(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    home = locations.of_case(case, f"party:{case.parties.get(role='applicant').pk}")
    lines = next(one.lines for one in home if one.kind == ADDRESS)
    leeds = ("2 New Road", "Leeds", "LS1 1AA")
    kept = [Detail(f"party:{father.pk}", kind, at, False, "party") for kind, at in
            ((ADDRESS, leeds), (EARLIER, lines))]  # fmt: skip
    locations.keep(case, kept, now)
    for check in open_checks(case=case, by=own, at=now):
        body = "north-wales" if check.kind == Check.POLICE else "wrexham"
        is_home_of_now = check.party_id == father.pk and check.number == 1 and check.kind != Check.POLICE
        body = "leeds" if is_home_of_now else body
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
    assert named(case, father) == {"leeds"}


@pytest.fixture
def apart(case: Case, own: Officer, father: Party, now: datetime) -> Case:
    """The mother is protected, in Wrexham; the father lives in Chester; both are asked about in Wrexham."""
    home = ("1 New Road", "Chester", "CH1 1AA")
    locations.keep(case, [Detail(f"party:{father.pk}", ADDRESS, home, False, "party")], now)
    for check in open_checks(case=case, by=own, at=now):
        body = "north-wales" if check.kind == Check.POLICE else "wrexham"
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
    return case


def of_father(case: Case, own: Officer, now: datetime, language: Language = "en") -> str:
    """The father's own version, as its pages read."""
    made = preview_letter(case=case, by=own, at=now, reader="respondent-1", language=language)
    return pages_of(made.released[0].made.content)


def test_who_is_asked_about_is_told_no_body_that_only_the_home_of_another_explains(
    apart: Case, own: Officer, father: Party, now: datetime
) -> None:
    said = of_father(apart, own, now)
    assert "A police force" in said
    assert "A local authority (children’s services)" in said.replace("'", "’")
    assert [name for name in NAMES if name in said] == []
    home = ("5 Earlier Road", "Wrexham", "LL13 8AA")
    locations.keep(apart, [Detail(f"party:{father.pk}", EARLIER, home, False, "earlier")], now)
    assert all(name in of_father(apart, own, now) for name in ("North Wales Police", "Wrexham County"))


@pytest.mark.parametrize(("language", "asked_on"), [("en", "Asked on"), ("cy", "Gofynnwyd ar")])
def test_the_days_of_who_is_not_named_are_not_told(
    apart: Case, with_a_name: None, own: Officer, now: datetime, language: Language, asked_on: str
) -> None:
    """Beside the same days of a body with a name they would tell whom it was."""
    made = preview_letter(case=apart, by=own, at=now, reader="court", language=language)
    said = pages_of(made.released[0].made.content)
    *before, _ = said.split(asked_on)
    assert before
    assert {"Cheshire West and Chester Council • Gareth Bevan." in one[-90:] for one in before} == {True}


@pytest.fixture
def with_a_name(apart: Case, own: Officer, father: Party, now: datetime) -> None:
    """One body of the father's own home: the only one with a name."""
    check = add_check(case=apart, by=own, at=now, party=father, kind=Check.LOCAL_AUTHORITY)
    body = "cheshire-west-and-chester"
    ask_check(case=apart, by=own, at=now, check=check, body=body, asked_on=now.date())


def test_a_home_of_which_nobody_can_tell_the_area_explains_no_body_of_the_protected_person(
    apart: Case, own: Officer, father: Party, now: datetime
) -> None:
    home = ("1 Unknown Road", "Larkenby", "ZZ1 1AA")
    locations.keep(apart, [Detail(f"party:{father.pk}", ADDRESS, home, False, "party")], now)
    assert named(apart, father) == set()
    body = next(one for one in apart.checks.filter(party=father) if one.kind == Check.POLICE)
    Check.objects.filter(pk=body.pk).update(body="kent")
    assert named(apart, father) == {"kent"}


def test_the_body_of_a_protected_home_is_not_named_though_nobody_there_was_asked_about(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    home = ("1 New Road", "Chester", "CH1 1AA")
    locations.keep(case, [Detail(f"party:{father.pk}", ADDRESS, home, False, "party")], now)
    for body in ("wrexham", "cardiff"):
        check = add_check(case=case, by=own, at=now, party=father, kind=Check.LOCAL_AUTHORITY)
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
    assert named(case, father) == {"cardiff"}
    assert [name in of_father(case, own, now) for name in ("Wrexham", "Cardiff")] == [False, True]


def test_the_council_asked_for_the_home_of_a_child_is_not_named_though_it_lies_in_another_area_than_we_think(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    """By its post town the home lies in Chester; whoever asks knows better."""
    child = Detail(
        f"child:{case.children.order_by('pk')[0].pk}",
        ADDRESS,
        ("9 Far Lane", "Chester", "CH4 0PT"),
        None,
        "party",
    )
    locations.keep(
        case,
        [Detail(f"party:{father.pk}", ADDRESS, ("2 New Road", "Leeds", "LS1 1AA"), False, "party"), child],
        now,
    )
    opened = [one for one in open_checks(case=case, by=own, at=now) if one.party_id == father.pk]
    local = [one for one in opened if one.kind == Check.LOCAL_AUTHORITY]
    assert len(local) == 2
    for check, body in zip(local, ("leeds", "flintshire"), strict=True):
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
    assert named(case, father) == {"leeds"}
    assert "Flintshire" not in of_father(case, own, now)


def test_no_version_names_our_office(apart: Case, own: Officer, now: datetime) -> None:
    office = apart.office
    assert office is not None
    type(office).objects.update(name_en="Larkenby", name_cy="Larkenby")
    said = of_father(apart, own, now)
    assert (office.phone in said, "Larkenby" in said) == (True, False)


def test_without_anything_known_of_where_they_are_nobody_is_named(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    for check in open_checks(case=case, by=own, at=now):
        ask_check(case=case, by=own, at=now, check=check, body="north-wales", asked_on=now.date())
    assert named(case, father) == set()


def test_words_on_answers_of_both_stand_under_no_name_and_a_name_in_them_is_warned_of(
    asked: Case, own: Officer, now: datetime
) -> None:
    words = {POLICE: OwnWords("North Wales Police know Siân.", "en")}
    write_letter(case=asked, by=own, at=now, content=Content("en", words))
    said = of_court(asked, own, now)
    assert said.index("A police force") < said.index("The officer adds: North Wales Police know Siân.")
    (pointer,) = writing_facts(record_of(asked)).pointers
    assert (pointer.reader, pointer.is_named_of_another) == ("Gareth Bevan", True)


@pytest.mark.parametrize("path", ["letter/", "letter/file/"])
def test_the_page_says_what_each_reader_gets(asked: Case, own: Officer, path: str) -> None:
    page = text_of(client_of(own), f"/cases/C-2288/{path}").split("What this reader gets")
    court, mother, father = (part.split("</details>")[0] for part in page[1:])
    unnamed = "North Wales Police is not named about Siân Morris"
    assert [unnamed in part for part in (court, mother, father)] == [True, False, True]
    assert "Everything, with every name" in mother


@pytest.mark.parametrize(
    ("text", "other"),
    [("She lives ten minutes away by car.", ""), ("It goes well.", "Mae hi'n byw ger yr ysgol.")],
)
def test_how_far_somewhere_is_is_warned_of_for_whoever_must_not_learn_where_somebody_lives(
    asked: Case, own: Officer, now: datetime, text: str, other: str
) -> None:
    write_letter(
        case=asked, by=own, at=now, content=Content("en", {SAFETY: OwnWords(text, "en", other=other)})
    )
    (pointer,) = writing_facts(record_of(asked)).pointers
    assert (pointer.reader, pointer.tells_how_far) == ("Gareth Bevan", True)
    (found,) = words_do_not_point_to_a_protected_person((pointer,))
    assert "how far or how near" in found.says.en
    assert "pa mor bell neu agos" in found.says.cy
    assert found.warns
