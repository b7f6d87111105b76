"""The timeline by what somebody asks of it: filters narrow each other, and nothing is lost or added."""

import itertools
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

import pytest
from django.db.models import Q

from lles.casefile import timeline
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.history import STRETCH, Wanted, history_of, lines_wanted
from lles.casefile.tests.pages import client_of, statements, text_of
from lles.casefile.timeline import LONDON, Fact, Word, says, write

LINES: tuple[tuple[str, dict[str, Fact]], ...] = (
    ("receipt_recorded", {"received_on": date(2026, 3, 4)}),
    ("task_opened", {"task": Word("task.safeguarding.letter")}),
    ("check_answered", {"check": Word("check.police"), "person": "Siân Morris"}),
    ("check_answered", {"check": Word("check.police"), "person": "Siân Morris-Jones"}),
    ("letter_previewed", {"versions": 2}),
    ("reason_given", {"finding": "-", "reason": 'the mother, Siân Morris, said "no"'}),
    ("allocated", {"officer": "Nia Price"}),
    ("refused", {"change": "allocate", "why": "not_allowed"}),
)
DAYS = (date(2026, 3, 27), date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 30))
GROUPS = ((), ("checks",), ("tasks", "access"), ("danger",))
MOTHER = "Siân Morris"


@pytest.fixture
def written(case: Case, own: Officer, manager: Officer, mother: Party) -> list[Entry]:
    """A timeline of two writers around the night in which the clocks change."""
    hours = [datetime(2026, 3, 28, 0, 30, tzinfo=LONDON) + timedelta(hours=6) * n for n in range(9)]
    several = zip(itertools.cycle(LINES), itertools.cycle([own, manager, own]), hours * 3, strict=False)
    return [
        write(says(kind, **facts), case=case, subject="", by=by, at=at) for (kind, facts), by, at in several
    ]


def fits(entry: Entry, wanted: Wanted) -> bool:
    """The same said slowly, line by line."""
    on = entry.at.astimezone(LONDON).date()
    kinds = [kind for group in wanted.groups for kind in timeline.groups()[group]]
    return (
        entry.kind != "refused"
        and (not wanted.groups or entry.kind in kinds)
        and wanted.by in (None, entry.by_id)
        and (not wanted.names or re.search(rf"{wanted.names}(?!-)", str(entry.facts)) is not None)
        and (wanted.since or date.min) <= on <= (wanted.until or date.max)
    )


def test_filters_combine_as_an_intersection(
    case: Case, own: Officer, manager: Officer, written: list[Entry]
) -> None:
    sizes = set()
    everyone, days = (None, own.pk, manager.pk), (None, *DAYS)
    for groups, by, names, since, until in itertools.product(GROUPS, everyone, ("", MOTHER), days, days):
        wanted = Wanted(groups, by, names, since, until)
        shown = {row.entry.pk for row in history_of(case, own, "en", ClosedWords(case), wanted=wanted)}
        assert shown == {one.pk for one in written if fits(one, wanted)}, wanted
        assert lines_wanted(case, own, wanted) == len(shown)
        sizes.add(len(shown))
    assert len(sizes) > 5


def test_it_shows_that_a_filter_that_widens_would_be_noticed(
    case: Case, own: Officer, manager: Officer, written: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lles.casefile.queries.history._names", lambda name: Q())
    with pytest.raises(AssertionError):
        test_filters_combine_as_an_intersection(case, own, manager, written)


def test_stretches_of_what_is_asked_for_lose_nothing(case: Case, own: Officer, now: datetime) -> None:
    for number in range(2 * STRETCH + 7):
        kind, facts = LINES[1 if number % 3 else 0]
        write(says(kind, **facts), case=case, subject="", by=own, at=now)
    wanted, read, before = Wanted(groups=("tasks",)), [], None
    while stretch := history_of(case, own, "en", ClosedWords(case), wanted=wanted, before=before):
        read += [row.entry.pk for row in stretch]
        before = min(row.entry.pk for row in stretch)
    assert len(read) == len(set(read)) == lines_wanted(case, own, wanted) > STRETCH


def test_every_kind_of_line_is_in_one_group() -> None:
    kinds = [kind for group in timeline.groups().values() for kind in group]
    lines = {name.removeprefix("entry.") for name in timeline.all_words() if name.startswith("entry.")}
    assert sorted(kinds) == sorted(lines)
    assert {f"group.{group}" for group in timeline.groups()} <= set(timeline.all_words())


def page(case: Case, officer: Officer, language: str = "en", **asked: object) -> str:
    query = urlencode(asked, doseq=True)
    return text_of(client_of(officer, language), f"/cases/{case.reference}/timeline/?{query}")


def shown(html: str) -> int:
    return html.count('class="lles-entry"')


@pytest.mark.parametrize(
    ("language", "fit", "clear"),
    [("en", "lines of 24 fit these filters", "Clear the filters"), ("cy", "cyfateb", "Clirio'r hidlwyr")],
)
def test_the_page_shows_what_is_asked_for_and_how_much(
    case: Case, own: Officer, mother: Party, written: list[Entry], language: str, fit: str, clear: str
) -> None:
    html = page(case, own, language, kind=["checks", "letters"], by=own.pk, about=f"party:{mother.pk}")
    wanted = Wanted(("checks", "letters"), own.pk, MOTHER)
    assert shown(html) == len([one for one in written if fits(one, wanted)]) > 0
    assert fit.replace("24", str(len([one for one in written if one.kind != "refused"]))) in html
    assert clear in html
    assert 'value="checks" checked' in html


def test_the_address_of_more_keeps_what_was_asked(case: Case, own: Officer, now: datetime) -> None:
    for _ in range(STRETCH + 3):
        write(says("task_opened", **LINES[1][1]), case=case, subject="", by=own, at=now)
        write(says("receipt_recorded", **LINES[0][1]), case=case, subject="", by=own, at=now)
    first = page(
        case, own, kind="tasks", by="", **{"since-day": "1", "since-month": "1", "since-year": "2020"}
    )
    more = re.search(r'href="\?([^"]*before=\d+)"', first)
    assert more is not None
    assert "since-year=2020" in more[1]
    second = text_of(client_of(own), f"/cases/{case.reference}/timeline/?{more[1]}")
    assert (shown(first), shown(second)) == (STRETCH, 3)
    assert "Application" not in second.split('class="lles-entries"')[1]


WRONG = (
    ({"since-day": "31", "since-month": "2", "since-year": "2026"}, "Date must be a real date", "dyddiad"),
    ({"until-day": "3"}, "Date must include a month and a year", "mis a blwyddyn"),
    ({"since-day": "x", "since-month": "1", "since-year": "2026"}, "Date must be a real date", "dyddiad"),
    ({"kind": "weather"}, "Choose kinds of event from the list", "o'r rhestr"),
    ({"by": "999999"}, "Choose who did it from the list", "o'r rhestr"),
    ({"by": "'; --"}, "Choose who did it from the list", "o'r rhestr"),
    ({"about": "child:0"}, "Choose who is named from the list", "o'r rhestr"),
    (
        {"since-day": "2", "since-month": "3", "since-year": "2026", "until-day": "1", "until-month": "3",
         "until-year": "2026"},
        "This day must be on or after the day from which you look", "ar ôl hynny",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "english", "welsh"), WRONG)
def test_what_is_not_understood_gets_a_message_and_shows_nothing(
    case: Case, own: Officer, written: list[Entry], asked: dict[str, str], english: str, welsh: str
) -> None:
    for language, message in (("en", english), ("cy", welsh)):
        html = page(case, own, language, **asked)
        assert message in html.split("govuk-error-summary", 1)[1]
        assert shown(html) == 0
        assert all(f'value="{value}"' in html for name, value in asked.items() if "-day" in name)


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_days_at_the_ends_of_the_calendar_are_days(
    case: Case, own: Officer, written: list[Entry], year: str
) -> None:
    name = "since" if year == "0001" else "until"
    day = {f"{name}-day": "31", f"{name}-month": "12", f"{name}-year": year}
    assert shown(page(case, own, **day)) == len([one for one in written if one.kind != "refused"])


def test_it_says_what_is_empty_and_why(case: Case, own: Officer, written: list[Entry]) -> None:
    assert "Nothing on this timeline fits these filters" in page(case, own, kind="danger")
    assert "fits these filters" not in page(case, own)


def test_an_empty_timeline_says_what_will_come(case: Case, own: Officer) -> None:
    html = page(case, own)
    assert "Nothing has happened yet. What is done on this case" in html
    assert "fits these filters" not in html


def test_empty_boxes_ask_for_nothing(case: Case, own: Officer, written: list[Entry]) -> None:
    html = page(case, own, kind=[], by="", about="", **{"since-day": "", "before": "x", "other": "\x00"})
    assert shown(html) == len([one for one in written if one.kind != "refused"])


def test_it_takes_few_statements(case: Case, own: Officer, written: list[Entry], mother: Party) -> None:
    client = client_of(own)
    client.get("/find/")
    with statements() as sent:
        client.get(f"/cases/{case.reference}/timeline/", {"kind": "checks", "about": f"party:{mother.pk}"})
    assert len(sent) <= 6, "\n".join(sent)


def test_it_is_read_by_whoever_sees_the_case(
    case: Case, officer_with: Callable[..., Officer], written: list[Entry]
) -> None:
    assert shown(page(case, officer_with("auditor"), kind="checks")) > 0
