"""The documents of enforcement: for whom each is made, what it says and does not say, in both languages."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

import pytest

from lles.casefile.changes.door import NeedsReason, NotAllowed, Stale
from lles.casefile.gate import GateRefused
from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import Case, Filing, Officer, Party
from lles.casefile.tests.accepted import the_court_accepts
from lles.links.pdf_reader import places
from lles.work.enforcement.changes.documents import preview_document
from lles.work.enforcement.models import Alleged, CourtFound, Enforcement, Report, UnpaidWork
from lles.work.enforcement.queries.report import Typed, may_be_written, versions_of
from lles.work.enforcement.tests.written import (
    ANSWERS,
    BREACH,
    PLACE,
    end,
    enforcement_of_the_father,
    text_of,
    texts,
    write,
)

Make = Callable[..., Enforcement]


@pytest.fixture
def make(case: Case, own: Officer, now: datetime) -> Make:
    """Makes an enforcement against the father."""
    return partial(enforcement_of_the_father, case, own, now)


def test_the_information_goes_to_the_court_in_both_languages_and_to_the_person_alone(
    make: Make, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    write(make(), own, now, "information", **ANSWERS)
    made = texts(case, "information")
    assert set(made) == {"court en", "court cy", "respondent-1 en"}
    for words in ("Can unpaid work be done locally? Yes.", "It stays alleged until the court finds otherwise",
                  "10 January 2026: alleged He did not come", "beyond reasonable doubt",
                  "Gareth Bevan had the warning notice on 5 November 2025."):  # fmt: skip
        assert words in made["court en"], words
    for words in ("A ellir gwneud gwaith di-dâl yn lleol? Yes. (ysgrifennwyd yn Saesneg)",
                  "10 Ionawr 2026: honedig", "y tu hwnt i amheuaeth resymol", "I’r llys"):  # fmt: skip
        assert words in made["court cy"], words
    assert "Copy for Gareth Bevan" in made["respondent-1 en"]
    assert all(mother.name not in text for text in made.values())
    filed = Filing.objects.filter(document__kind="enforcement_information")
    assert set(filed.values_list("court_type", "document__reader")) == {("Enforcement_report", "court")}
    assert filed.count() == 2


def test_a_welsh_court_takes_no_upload_so_somebody_files_the_report_by_hand(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    one = make()
    one.case.refresh_from_db()
    write(one, own, now, "information", **ANSWERS)
    states = set(Filing.objects.values_list("state", flat=True))
    assert states == {Filing.BY_HAND}
    assert case.tasks.filter(kind="casefile.file_by_hand", ended_at=None).count() == 2


def test_what_the_court_asked_and_nobody_answered_takes_a_reason(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    with pytest.raises(NeedsReason) as asked:
        write(make(), own, now, "information", work="Yes.")
    assert [one.provision for one in asked.value.findings] == ["ENF-INFO"] * 3
    write(make(), own, now, "information", reasons={"ENF-INFO": "He was not reached."}, work="Yes.")
    assert "We cannot say." in texts(case, "information")["court en"]


@pytest.mark.parametrize("all_to_person", [False, True])
def test_wishes_and_risk_stand_in_the_copy_of_the_person_only_where_the_author_says_so(
    make: Make, case: Case, own: Officer, now: datetime, all_to_person: bool
) -> None:
    said = {**ANSWERS, "wishes": "Efa waits at the window.", "risk": "He shouted.", "facts": "In part."}
    write(make(), own, now, "information", all_to_person=all_to_person, **said)
    made = texts(case, "information")
    for words in ("Efa waits at the window.", "He shouted."):
        assert words in made["court en"]
        assert words in made["court cy"]
        assert (words in made["respondent-1 en"]) is all_to_person
    assert "Are the facts agreed? In part." in made["respondent-1 en"]
    assert all("for the court alone" not in text for text in made.values())


def test_a_failure_that_the_court_found_is_no_longer_said_to_be_alleged(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    one = make()
    CourtFound.objects.create(alleged=one.alleged.get(), outcome="excuse", on=BREACH, by=own, at=now)
    write(one, own, now, "information", **ANSWERS)
    text = texts(case, "information")["court en"]
    assert "10 January 2026: reasonable excuse found" in text
    assert "10 January 2026: alleged" not in text


def test_a_notice_that_came_too_late_and_an_age_under_eighteen_are_told_to_the_court(
    make: Make, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one = make()
    Party.objects.filter(pk=father.pk).update(born_on=date(2008, 5, 1))
    Alleged.objects.create(
        enforcement=one, on=date(2025, 11, 4), words="Late.", language="en", by=own, at=now
    )
    one = Enforcement.objects.get(pk=one.pk)
    write(one, own, now, "information", **ANSWERS)
    text = texts(case, "information")["court en"]
    assert "had the warning notice on Wednesday 5 November 2025, after the breach of" in text
    assert "Gareth Bevan was not 18 on" in text
    assert "eighteen or older on the day of each" not in text


def test_where_somebody_lives_is_said_only_of_whom_nothing_is_protected(
    make: Make, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    said = (
        "is not habitually resident in England and Wales",
        "nothing is said here about where Gareth Bevan is habitually resident",
    )
    one = make()
    for left_on in (None, date(2026, 1, 2)):
        Enforcement.objects.filter(pk=one.pk).update(left_on=left_on)
        one.refresh_from_db()
        write(one, own, now, "information", **ANSWERS)
        last = case.documents.filter(reader="court", language="en").order_by("-pk")[0]
        assert (said[0] + ", as the file has it since" in text_of(last)) is (left_on is not None)
        assert said[1] not in text_of(last)
    keep(case, [Detail(f"party:{father.pk}", ADDRESS, ("3 Bryn Llwyd", "SA1 1AA"), True, "party")], now)
    told = []
    for left_on in (None, date(2026, 1, 2)):
        Enforcement.objects.filter(pk=one.pk).update(left_on=left_on)
        one.refresh_from_db()
        write(one, own, now, "information", **ANSWERS)
        told.append(text_of(case.documents.filter(reader="court", language="en").order_by("-pk")[0]))
    assert said[1] in told[0]
    assert told[0] == told[1]


def test_what_is_alleged_with_a_protected_place_stands_in_no_version(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    write(make(words=PLACE), own, now, "information", **ANSWERS)
    made = texts(case, "information")
    assert all("LL11" not in text and "Heol" not in text for text in made.values())
    assert "names a place or a number that is protected" in made["court en"]


@pytest.mark.parametrize("kind", ["information", "failure", "start_letter"])
def test_no_protected_place_leaves_in_what_the_author_writes(
    make: Make, own: Officer, now: datetime, kind: str
) -> None:
    one, box = make(ordered=kind != "information"), {"failure": "happened", "start_letter": "added"}
    said = {**ANSWERS, "facts": PLACE, box.get(kind, "facts"): PLACE}
    with pytest.raises(GateRefused):
        write(one, own, now, kind, **said)
    assert not Report.objects.exists()


def test_a_report_of_a_failure_says_what_was_reported_and_finds_nothing_itself(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    write(make(ordered=True), own, now, "failure", happened="He did not come on Monday.")
    made = texts(case, "failure")
    assert set(made) == {"court en", "court cy", "respondent-1 en"}
    for words in ("120 hours", "14 hours", "2 March 2026", "Dee Probation", "He did not come on Monday.",
                  "Whether it was a failure", "We go on monitoring", "section 11M"):  # fmt: skip
        assert words in made["court en"], words
    for words in ("120 awr", "2 Mawrth 2026", "esgus rhesymol", "adran 11M"):
        assert words in made["court cy"], words
    assert all("Responsible officer Nerys Vaughan" in text for name, text in made.items() if "en" in name)
    assert "Swyddog cyfrifol Nerys Vaughan Swyddfa’r gwasanaeth prawf Dee Probation" in made["court cy"]


def test_what_the_court_specified_is_answered_under_its_own_words(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    one = make(ordered=True)
    write(one, own, now, "specified", answer="He came on time twice.")
    assert "Whether he came on time. What we report on it He came" in texts(case, "specified")["court en"]
    UnpaidWork.objects.filter(enforcement=one).update(asks="")
    with pytest.raises(Stale):
        write(Enforcement.objects.get(pk=one.pk), own, now, "specified", answer="Again.")


def test_the_letter_at_the_start_goes_to_the_person_alone_in_their_language(
    make: Make, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one = make(ordered=True)
    write(one, own, now, "start_letter")
    (english,) = texts(case, "start_letter").values()
    for words in ("Dear Gareth Bevan", "120 hours", "Dee Probation", "12 months", "Whom to ring", "999"):
        assert words in english, words
    assert not Filing.objects.exists()
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).count() == 1
    Party.objects.filter(pk=father.pk).update(language="cy")
    write(Enforcement.objects.get(pk=one.pk), own, now, "start_letter")
    welsh = texts(case, "start_letter")["respondent-1 cy"]
    for words in ("Annwyl Gareth Bevan", "120 awr", "12 mis", "Pwy i’w ffonio", "999"):
        assert words in welsh, words


def test_the_letter_at_the_end_says_how_it_ended_and_what_the_court_was_told(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    one = make(ordered=True)
    with pytest.raises(Stale):
        write(one, own, now, "closing_letter")
    one = end(one, own, now)
    write(one, own, now, "end", reasons={"ENF-MON": "Probation says so."}, went="All of it was done.")
    write(one, own, now, "closing_letter")
    (text,) = texts(case, "closing_letter").values()
    assert "the unpaid work was done, 3 March 2026" in text
    assert "We sent the court no report under the enforcement order." in text
    the_court_accepts(case, own, now)
    write(one, own, now, "closing_letter")
    assert "We sent the court a report on" in list(texts(case, "closing_letter").values())[-1]


def test_that_an_order_ceased_because_somebody_moved_away_is_not_told_of_whom_a_place_is_protected(
    make: Make, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one = end(make(ordered=True), own, now, "ceased")
    write(one, own, now, "closing_letter")
    assert "lives elsewhere" in texts(case, "closing_letter")["respondent-1 en"]
    keep(case, [Detail(f"party:{father.pk}", ADDRESS, ("3 Bryn Llwyd", "SA1 1AA"), True, "party")], now)
    write(one, own, now, "end", went="It ended.")
    assert all("lives elsewhere" not in text for text in texts(case, "end").values())


def test_a_document_is_written_only_where_the_file_has_what_it_is_about(
    make: Make, own: Officer, now: datetime
) -> None:
    before, under = make(), make(ordered=True)
    kinds = ("information", "failure", "specified", "unsuitable", "end", "start_letter", "closing_letter")
    can = [kind for kind in (*kinds, "unknown") if may_be_written(before, kind)]
    assert can == ["information"]
    assert [kind for kind in kinds if may_be_written(under, kind)] == [*kinds[1:5], "start_letter"]
    done = end(under, own, now)
    assert [kind for kind in kinds if may_be_written(done, kind)] == [*kinds[1:5], "closing_letter"]
    Enforcement.objects.filter(pk=before.pk).update(party=None)
    assert not may_be_written(Enforcement.objects.get(pk=before.pk), "information")


def test_a_preview_is_marked_as_a_draft_and_nothing_is_sealed(
    make: Make, case: Case, own: Officer, now: datetime
) -> None:
    one = make()
    for version in versions_of(one, "information"):
        released = preview_document(
            case=case, by=own, at=now, enforcement=one, kind="information", typed=Typed(ANSWERS, "en"),
            version=version,
        )  # fmt: skip
        text = " ".join(place.text for place in places(released.made.content))
        assert ("DRAFFT" if version[1] == "cy" else "DRAFT") in text
    assert not case.documents.exists()
    assert not Report.objects.exists()


def test_only_who_works_on_the_case_writes(
    make: Make, teammate: Officer, stranger: Officer, now: datetime
) -> None:
    one = make()
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            write(one, other, now, "information", **ANSWERS)
