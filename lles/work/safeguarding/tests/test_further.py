"""Further letters: a hearing that comes too soon, what is missing before one, what came after the filing."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile import register
from lles.casefile.changes.checks import Found, ask_check, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Check, Document, Filing, Hearing, Officer, Party
from lles.casefile.queries.sight import seen_by
from lles.casefile.queries.today import today_tasks
from lles.casefile.register import Work
from lles.law.bilingual import Text
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.following import follow
from lles.work.safeguarding.changes.further import (
    file_further,
    further_versions,
    preview_further,
    write_further,
)
from lles.work.safeguarding.changes.letter import withhold, write_letter
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.short_notice import hearing_comes_too_soon
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_content import Decision
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import (
    LATE,
    NOTE,
    REASONS,
    SHORT,
    arrive,
    open_kinds,
    pages_of,
    protected_since,
    signed,
)


def test_a_hearing_that_comes_too_soon_is_said_on_the_case_and_opens_the_task(
    soon: Case, own: Officer
) -> None:
    task = soon.tasks.get(kind="safeguarding.short_notice")
    assert str(task.due_on) == "2026-03-06"
    assert task.due is not None
    assert task.due["says"]["en"].startswith("The hearing is on Monday 9 March 2026.")
    seen = seen_by(own, soon.reference)
    assert seen is not None
    (remark,) = [one for one in seen.remarks if one.page == "safeguarding:short_notice"]
    assert remark.says.en.endswith("Send the court a short-notice letter.")
    assert remark.is_warning


def test_once_the_police_were_asked_the_day_is_that_of_the_checks(soon: Case, now: datetime) -> None:
    found = hearing_comes_too_soon(soon)
    assert found is not None
    assert "before the police can be expected to answer: Friday 6 March 2026" in found.says.en
    Hearing.objects.update(starts_at=now + timedelta(days=8))  # the letter is due on the day of the answer
    assert hearing_comes_too_soon(Case.objects.get(pk=soon.pk)) is None
    Check.objects.filter(kind="police").update(asked_on=None)
    waiting = hearing_comes_too_soon(Case.objects.get(pk=soon.pk))
    assert waiting is not None
    assert "Wednesday 11 March 2026" in waiting.says.en


def test_a_hearing_that_moves_away_ends_the_task(soon: Case, own: Officer, now: datetime) -> None:
    Hearing.objects.update(starts_at=LATE)
    follow(Case.objects.get(pk=soon.pk), now)
    task = soon.tasks.get(kind="safeguarding.short_notice")
    assert task.outcome == "not_needed"
    seen = seen_by(own, soon.reference)
    assert seen is not None
    assert not [one for one in seen.remarks if one.page == "safeguarding:short_notice"]


def test_the_short_notice_letter_is_one_page_in_both_languages(
    soon: Case, own: Officer, now: datetime
) -> None:
    asks = ["adjourn", "no_interim_order"]
    check = soon.checks.get(kind="police", party__role="respondent")
    write_further(
        case=soon, by=own, at=now, kind=SHORT, words="The mother is afraid.", language="en", asks=asks,
        expected={str(check.pk): now.date()},
    )  # fmt: skip
    previewed = preview_further(case=soon, by=own, at=now, kind=SHORT)
    assert [one.made.file_name for one in previewed.released] == [
        "court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf"
    ]  # fmt: skip
    english, welsh = (pages_of(one.made) for one in previewed.released[:2])
    for said in ("Efa Bevan", "Siân Morris", "The mother is afraid."):
        assert said in english
        assert said in welsh
    assert "We ask the court to adjourn" in english
    assert "expected by 4 March 2026" in english
    assert "Gofynnwn i’r llys ohirio" in welsh
    assert "erbyn 4 Mawrth 2026" in welsh
    assert "Welsh family proceedings officer" in english
    for one in previewed.released:
        assert {place.name for place in places(one.made.content) if place.name.startswith("page")} == {
            "page 1"
        }


def test_longer_than_a_page_asks_for_a_reason(soon: Case, own: Officer, now: datetime) -> None:
    write_further(case=soon, by=own, at=now, kind=SHORT, words="Long. " * 600, language="en")
    with pytest.raises(NeedsReason) as needs:
        file_further(case=soon, by=own, at=now, kind=SHORT)
    assert [one.provision for one in needs.value.findings] == ["CYM-EQUAL", "SG-SHORTNOTICE"]


def test_it_is_filed_as_the_courts_type_and_the_full_letter_stays_due(
    soon: Case, own: Officer, now: datetime
) -> None:
    write_further(case=soon, by=own, at=now, kind=SHORT, words="", language="en", asks=["adjourn"])
    soon.tasks.create(kind="safeguarding.letter", opened_at=now)
    file_further(case=soon, by=own, at=now, kind=SHORT)
    court_types = Filing.objects.values_list("court_type", flat=True)
    assert list(court_types) == ["Safeguarding_Letter_Shorter_Template"] * 2
    assert "safeguarding.short_notice" in open_kinds(soon)
    arrive(soon, own, now)
    assert open_kinds(soon) & {"safeguarding.short_notice", "safeguarding.letter"} == {"safeguarding.letter"}
    assert soon.entries.filter(kind="further_filed").count() == 1


def test_whoever_does_not_get_the_letter_gets_no_short_notice_letter(
    soon: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    withhold(case=soon, by=own, at=now, party=father, reason="He has threatened to come.")
    write_further(case=soon, by=own, at=now, kind=SHORT, words="", language="en")
    with pytest.raises(Barred):
        file_further(case=soon, by=own, at=now, kind=SHORT, reasons=REASONS)
    signed(soon, own, manager, now, SHORT)
    documents = file_further(case=soon, by=own, at=now, kind=SHORT, reasons=REASONS)
    assert {one.reader for one in documents} == {"court", "applicant-1"}
    court, mother = (pages_of(sealed(one)) for one in (documents[0], documents[-1]))
    assert "He has threatened to come." in court
    assert "He has threatened to come." not in mother


def test_what_the_letter_keeps_from_somebody_stands_in_no_short_notice_letter_of_theirs(
    soon: Case, own: Officer, mother: Party, now: datetime
) -> None:
    said = ("He hits me.", "He owes me money.", "He came to 7 Heol y Dŵr.")
    record_conversation(
        case=soon, by=own, at=now, party=mother, began_at=now, outcome="spoke", safe_to_talk=True,
        language="en", concerns=[Words(one, "en") for one in said],
    )  # fmt: skip
    hits, owes, _ = soon.concerns.order_by("pk")
    kept = {
        hits.pk: Decision(use=True, kept_from=("respondent-1",), harm="He would take it out on her."),
        owes.pk: Decision(use=False, because="It is not about safety."),
    }
    write_letter(case=soon, by=own, at=now, content=about_safety("Safe.", concerns=kept))
    write_further(case=soon, by=own, at=now, kind=SHORT, words="", language="en")
    previewed = preview_further(case=soon, by=own, at=now, kind=SHORT)
    assert previewed.refusals == ()
    read = {one.made.file_name: pages_of(one.made) for one in previewed.released}
    court, welsh, father = (read[name] for name in ("court.en.pdf", "court.cy.pdf", "respondent-1.en.pdf"))
    assert "He hits me." in court
    assert "Not in the copy for Gareth Bevan. He would take it out on her." in court
    assert "Nid yw hyn yn y copi i Gareth Bevan." in welsh
    assert "He hits me." not in father
    assert "take it out" not in father
    assert "raised no concern" not in father
    assert "He came to [the address of Siân Morris]." in father
    assert "He owes me money." not in "".join(read.values())


@pytest.mark.parametrize("kind", FurtherKind)
def test_the_gate_reads_every_version(filed: Case, own: Officer, now: datetime, kind: FurtherKind) -> None:
    write_further(case=filed, by=own, at=now, kind=kind, words="Safe.", language="en", advice_changes=False)
    protected_since(filed, "She is at 7 Heol y Dŵr, LL11 1ZZ.")
    assert preview_further(case=filed, by=own, at=now, kind=kind).refusals
    if kind is not SHORT:
        with pytest.raises(GateRefused):
            file_further(case=filed, by=own, at=now, kind=kind, reasons=REASONS)
    assert not Document.objects.filter(kind=str(kind)).exists()


def test_no_version_names_the_body_that_points_to_a_protected_person(
    soon: Case, own: Officer, now: datetime
) -> None:
    check = soon.checks.get(kind="police", party__role="applicant")
    ask_check(case=soon, by=own, at=now, check=check, body="dyfed-powys", asked_on=now.date())
    texts = {one.file_name: pages_of(one) for one in further_versions(soon, SHORT, own, now, draft=True)}
    assert "Dyfed-Powys" in texts["applicant-1.cy.pdf"]
    assert "Dyfed-Powys" not in texts["court.en.pdf"] + texts["respondent-1.en.pdf"]


def test_what_is_missing_comes_up_shortly_before_the_hearing(
    filed: Case, own: Officer, now: datetime
) -> None:
    task = filed.tasks.get(kind="safeguarding.not_ready", ended_at=None)
    assert task.due_on == date(2026, 4, 8)
    days = {day: [one.kind.name for one in today_tasks(own, day, now)] for day in (now.date(), task.due_on)}
    assert "safeguarding.not_ready" not in days[now.date()]
    assert "safeguarding.not_ready" in days[task.due_on]


def test_what_is_missing_is_missing_no_more(filed: Case, own: Officer, now: datetime) -> None:
    for check in filed.checks.all():
        record_check_answer(
            case=filed, by=own, at=now, check=check, found=[Found("nothing_known")],
            identified_by=["name", "date_of_birth"], received_on=now.date(),
            reasons={"SG-CHECKS-CAO": "Asked."},
        )  # fmt: skip
    assert "safeguarding.not_ready" not in open_kinds(filed)


def test_the_note_tells_the_court_and_ends_its_task(filed: Case, own: Officer, now: datetime) -> None:
    write_further(case=filed, by=own, at=now, kind=NOTE, words="", language="cy", asks=["adjourn"])
    documents = file_further(case=filed, by=own, at=now, kind=NOTE, reasons=REASONS)
    assert set(Filing.objects.filter(document__in=documents).values_list("court_type", flat=True)) == {
        "Correspondence"
    }
    arrive(filed, own, now)
    assert "safeguarding.not_ready" not in open_kinds(filed)


@pytest.mark.parametrize(
    ("language", "follows", "due"),
    [
        ("en", "Our full safeguarding letter follows.", "It is due on"),
        ("cy", "Bydd ein llythyr diogelu llawn yn dilyn.", "Y dyddiad cau yw"),
    ],
)
def test_it_promises_no_day_that_has_passed(
    soon: Case, own: Officer, now: datetime, language: str, follows: str, due: str
) -> None:
    due_on = letter_due_day(soon).on
    for at in (now, now + timedelta(days=60)):
        made = further_versions(soon, SHORT, own, at, draft=True, reader="court", language=language)
        assert follows in pages_of(made[0])
        assert (due in pages_of(made[0])) is (due_on is not None and due_on >= at.date())


def test_nothing_is_missing_any_more_once_the_hearing_is_over(filed: Case, now: datetime) -> None:
    follow(filed, now + timedelta(days=90))
    assert filed.tasks.get(kind="safeguarding.not_ready").outcome == "not_needed"


def test_nothing_is_missing_any_more_once_the_hearing_is_recorded(
    filed: Case, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Work(
        "court", Text(en="", cy=""), hearings_recorded=lambda case: [one.pk for one in case.hearings.all()]
    )
    monkeypatch.setattr(register, "_entered", {**register._entered, "court": held})
    follow(filed, now)
    assert filed.tasks.get(kind="safeguarding.not_ready").outcome == "not_needed"
