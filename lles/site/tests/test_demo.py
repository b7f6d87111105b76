"""The demonstration does the whole first job once and tells it plainly, and no protected place is in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import access
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.service import open_office
from lles.casefile.models import Case, Officer
from lles.casefile.queries.enquiries import enquiries_of
from lles.casefile.queries.finding import found
from lles.casefile.queries.today import today_tasks
from lles.law.bilingual import day_in_words
from lles.links.court.client import CourtService
from lles.links.court.payload import read_case
from lles.links.court.windows import Window
from lles.links.pdf_reader import filled, places
from lles.links.postgres import Server
from lles.site import demo
from lles.site.courts import court_settings
from lles.site.demo import families, telling
from lles.site.demo.days import StoryDays
from lles.site.demo.families import everything_sent, sent_before
from lles.site.demo.serving import courts, who_can_sign_in
from lles.site.signin.demonstration import people
from lles.work.intake.jobs import poll_service
from lles.work.intake.queries import unseen
from lles.work.safeguarding.changes.waiting import SIGN
from tools import test_databases

MONDAY = datetime(2026, 3, 9, 10, 30, tzinfo=UTC)
PLACES = ("Gwdihŵ", "8VK", "8vk", "Cwmllyriad", "2MC", "sian.morris", "07700 900")


@dataclass(frozen=True)
class Done:
    """What a run left behind: its words, and the folder of the letters."""

    code: int
    said: str
    out: Path


def numbered(place: int) -> list[Case]:
    """The cases of one of the families."""
    return [one.case for one in found(the_service(), families.court_number(place)).cases]


@pytest.fixture(scope="module")
def done(
    django_db_setup: None,
    database_server: Server,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Done]:
    """One run, for all tests of what it left; they share its database and change nothing in it."""
    from django.db import connections

    name = test_databases.copy(database_server, "_demo")
    settings = connections["default"].settings_dict
    before, settings["NAME"] = settings["NAME"], name
    connections.close_all()
    out = tmp_path_factory.mktemp("letters")
    try:
        with django_db_blocker.unblock():
            yield _done(out, MONDAY)
            connections.close_all()
    finally:
        settings["NAME"] = before
        database_server.drop_database(name)


def _done(out: Path, at: datetime) -> Done:
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(telling, "tell", said.extend)
        code = demo.run(str(out), at)
    return Done(code, "\n".join(said), out)


def history() -> list[tuple[str, int, int]]:
    cases = [case for place in families.EVERY for case in numbered(place)]
    return [(case.reference, case.version, case.entries.count()) for case in cases]


def words_of(out: Path) -> str:
    return " ".join(place.text for file in sorted(out.iterdir()) for place in places(file.read_bytes()))


def test_it_tells_the_case_its_due_day_and_why_in_both_languages(done: Done) -> None:
    assert done.code == 0
    assert re.search(r"Case C-\d+: Efa Bevan and Macsen Bevan", done.said)
    assert f"due on {day_in_words(date(2026, 3, 13), 'en')}" in done.said
    assert re.search(r"Why: Due Friday 13 March 2026, .*hearing on Thursday 19 March 2026", done.said)
    assert re.search(r"Pam: Dyddiad cwblhau: dydd Gwener 13 Mawrth 2026", done.said)


def test_it_files_with_the_court_in_both_languages_once(done: Done) -> None:
    receipts = re.findall(r"Filed with the court in (\w+): accepted, receipt (C-\d+-[0-9A-F]{8})", done.said)
    assert [language for language, _ in receipts] == ["English", "Welsh"]
    assert len({receipt for _, receipt in receipts}) == 2


def test_it_writes_the_letter_of_each_reader(done: Done) -> None:
    names = {"court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf"}
    assert {file.name for file in done.out.iterdir()} == names
    assert all(str(done.out / name) in done.said for name in names)


def test_it_lets_no_protected_place_out(done: Done) -> None:
    told = words_of(done.out)
    assert "Siân Morris" in told  # the letters were read
    assert [place for place in PLACES if place in told or place in done.said] == []
    assert "Heol y Gwdihŵ Arian" in families.HOME.street  # and this is what was looked for


def test_it_shows_that_the_gate_stopped_a_draft_that_said_too_much(done: Done) -> None:
    stopped = re.search(r"The gate stopped it for: (.*)\.", done.said)
    assert stopped is not None
    assert "respondent-1 (en)" in stopped[1]
    assert "address that is protected" in done.said


def test_it_leaves_work_to_do(done: Done) -> None:
    assert f"letter due on {day_in_words(date(2026, 3, 6), 'en')}" in done.said  # late on Monday 9 March
    assert f"letter due on {day_in_words(date(2026, 3, 10), 'en')}" in done.said  # due tomorrow
    assert "Pathfinder, with nobody yet" in done.said
    assert all(said in done.said for said in ("public law, with nobody yet", "helped under an order"))
    assert "because it has no number: 1" in done.said


def test_it_leaves_an_enforcement_whose_failure_is_to_be_reported(done: Done) -> None:
    (enforced,) = numbered(families.PROSSER)
    open_now = {task.kind for task in enforced.tasks.filter(ended_at=None)}
    assert open_now == {"enforcement.monitor", "enforcement.failure"}
    assert "an order is enforced, and the court is to be told of a failure" in done.said
    others = (numbered(place) for place in families.EVERY)
    assert enforced.reference == max(case.reference for found in others for case in found)


def test_it_leaves_a_letter_to_sign_and_one_at_short_notice(done: Done) -> None:
    (to_sign,), (too_soon,) = (numbered(place) for place in (families.EYNON, families.QURESHI))
    supervisor = Officer.objects.get(account__username="gwen.rowlands")
    signs = [task.case for task in today_tasks(supervisor, MONDAY.date(), MONDAY) if task.kind.name == SIGN]
    assert signs == [to_sign.pk]
    assert too_soon.tasks.filter(kind="safeguarding.short_notice", ended_at=None).exists()
    assert "it waits for a second signature" in done.said
    assert "a short-notice letter is begun" in done.said


def test_it_leaves_a_note_and_an_enquiry_in_writing(done: Done) -> None:
    (case,) = numbered(families.ROWLANDS)
    assert {one.language for one in enquiries_of(case)} == {"en", "cy"}
    assert case.entries.filter(kind="note_added").exists()


def test_it_writes_to_each_reader_in_the_language_of_that_reader(done: Done) -> None:
    mothers, fathers = (
        " ".join(place.text for place in places((done.out / name).read_bytes()))
        for name in ("applicant-1.cy.pdf", "respondent-1.en.pdf")
    )
    assert "wedi gweld gweiddi" in mothers
    assert "the children saw shouting" not in mothers
    assert "the children saw shouting" in fathers


def test_its_letters_have_two_pages(done: Done) -> None:
    assert {filled(one.read_bytes(), top_mm=0, bottom_mm=0)[0] for one in done.out.iterdir()} == {2}


def test_it_says_on_the_timeline_that_the_court_moved_a_hearing(done: Done) -> None:
    (case,) = numbered(families.ROWLANDS)
    assert case.entries.filter(kind="court_sent_changes").count() == 1


def test_it_hides_nothing_from_everybody(done: Done) -> None:
    assert list(unseen()) == []


def test_it_lets_one_sign_in_as_anybody_of_the_cast(done: Done) -> None:
    held = {role.en for one in people() for role in one.roles}
    missing = set(access.roles()) - {"head_of_area", "the_service"}
    assert {access.roles()[slug].name.en for slug in missing} <= held
    assert len(list(who_can_sign_in())) == len(people()) + 1


def test_it_does_nothing_the_second_time(done: Done, tmp_path: Path) -> None:
    before = history()
    again = _done(tmp_path, MONDAY + timedelta(days=3))
    assert (again.code, again.said.splitlines()[0]) == (0, demo.AGAIN)
    assert history() == before
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in done.out.iterdir()}


def test_it_keeps_its_courts_answering_for_the_site(done: Done) -> None:
    with courts() as addresses:
        settings = court_settings("private", addresses)
        assert settings is not None
        with CourtService(settings) as court:
            start = MONDAY.replace(tzinfo=None) - timedelta(minutes=10)
            assert b"9900" in court.search(Window(start, start + timedelta(minutes=10), MONDAY))
            assert list(poll_service(court, MONDAY + timedelta(minutes=20))) == []


def test_it_leaves_a_service_that_is_not_invented_alone(own_database: str, tmp_path: Path) -> None:
    open_office(
        by=the_service(), at=MONDAY, slug="real", service_en="S", service_cy="G", name_en="R", name_cy="R",
        nation="wales", area="a", phone="", court_codes=[], hours={}, invented=False,
    )  # fmt: skip
    demo.cast.open_service(MONDAY)
    assert _done(tmp_path, MONDAY) == Done(2, "", tmp_path)
    with courts() as addresses:
        assert addresses == {}


def test_it_sends_what_a_run_that_was_cut_off_had_sealed(
    own_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as cut_off:
        cut_off.setattr(demo, "_send", lambda court, days: None)
        assert "waiting, receipt" in _done(tmp_path, MONDAY).said
    assert _done(tmp_path, MONDAY).said.count("accepted, receipt") == 2


@pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 12, 27), date(2027, 1, 1), date(2026, 4, 6)])
def test_it_counts_from_the_next_working_day_when_it_is_run_on_a_day_off(day: date) -> None:
    days = StoryDays(datetime(day.year, day.month, day.day, 3, 5, tzinfo=UTC))
    assert days.before(1) < days.today < days.ahead(1)
    assert days.at(1, 16, 30) < days.now


def test_it_has_the_court_send_in_order_and_never_from_the_future() -> None:
    for start in range(0, 364, 13):
        days = StoryDays(MONDAY + timedelta(days=start, hours=start))
        moments = [sent.changed_at for sent in everything_sent(days)]
        assert moments == sorted(moments)
        assert moments[-1] < days.now


def test_it_has_the_court_send_sound_cases_but_for_the_two_odd_ones() -> None:
    cases = [read_case(sent.case) for sent in everything_sent(StoryDays(MONDAY))]
    odd = [case for case in cases if case.warnings]
    assert {(case.number is None, "unknown_field" in _codes(case.warnings)) for case in odd} == {
        (True, False),
        (False, True),
    }
    assert len(odd) == 2


def _codes(warnings: tuple[object, ...]) -> set[object]:
    return {getattr(warning, "code", None) for warning in warnings}


def test_it_sends_the_same_however_often_it_is_asked() -> None:
    days = StoryDays(MONDAY)
    assert [sent.case for sent in sent_before(days)] == [sent.case for sent in sent_before(days)]


def test_it_is_in_time_on_every_day_of_a_year(letter_day: Callable[[StoryDays], date]) -> None:
    for number in range(0, 365, 3):
        days = StoryDays(MONDAY + timedelta(days=number))
        assert days.today < letter_day(days) < days.ahead(8)


@pytest.fixture
def letter_day() -> Callable[[StoryDays], date]:
    """The day the letter of the followed family is due, by the rule alone."""
    from lles.law.calendar import court_calendar
    from lles.law.jurisdiction import Nation
    from lles.work.safeguarding.rules import LetterDueFacts, letter_due

    def found(days: StoryDays) -> date:
        wales = frozenset({Nation.WALES})
        facts = LetterDueFacts(received_on=days.before(9), hearing_on=days.ahead(8), nations=wales)
        due = letter_due(facts, court_calendar())
        assert due.on is not None
        return due.on

    return found
