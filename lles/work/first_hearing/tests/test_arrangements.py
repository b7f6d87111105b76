"""What holds between hearings: several arrangements, each for its children and its time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile.models import Case, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.first_hearing.changes.hearings import Happened, record_hearing
from lles.work.first_hearing.models import HearingRecord
from lles.work.first_hearing.rules.arrangements import (
    Arrangement,
    arrangements_that_hold,
    as_data,
    from_data,
)

HELD, MAY, DAY = datetime(2026, 3, 3, 10, tzinfo=UTC), date(2026, 5, 4), timedelta(days=1)
TIME = Arrangement("time", (1,), 7, until=MAY)
LATER = Arrangement("time", (1,), 7, since=MAY)
NEXT = Arrangement("calls", (1, 2), 7)
FOR_A_TIME, TO_THE_NEXT = (
    "time together (Efa Bevan, Gareth Bevan), until",
    "Siân Morris), until the next hearing",
)
OTHER = Arrangement("other", (1,), until=MAY, words="Her passport stays at the office.")


@pytest.mark.parametrize(
    ("recorded", "today", "holds"),
    [
        ([[TIME, NEXT]], MAY, [TIME, NEXT]),
        ([[TIME, NEXT]], MAY + DAY, [NEXT]),
        ([[TIME, NEXT], []], MAY, [TIME]),
        ([[TIME], [Arrangement("time", (1,), 7)]], MAY, [Arrangement("time", (1,), 7)]),
        ([[TIME], [Arrangement("time", (2,), 7)]], MAY, [TIME, Arrangement("time", (2,), 7)]),
        ([[TIME], [LATER]], MAY - DAY, [TIME, LATER]),
        ([[TIME], [LATER]], MAY, [LATER]),
        ([[OTHER], [OTHER]], MAY, [OTHER, OTHER]),
        ([[TIME, Arrangement("time", (1,), 7, since=MAY + DAY)]], MAY,
         [TIME, Arrangement("time", (1,), 7, since=MAY + DAY)]),
        ([], MAY, []),
    ],
)  # fmt: skip
def test_it_holds_until_its_day_or_the_next_hearing(
    recorded: list[list[Arrangement]], today: date, holds: list[Arrangement]
) -> None:
    assert list(arrangements_that_hold(recorded, today)) == holds


def test_it_is_kept_as_it_was_typed() -> None:
    for one in (TIME, NEXT, OTHER, Arrangement("lives", (2,), None, HELD.date(), MAY)):
        assert from_data(as_data(one)) == one


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A first hearing, on the day before."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=HELD)


@pytest.fixture
def page(case: Case, hearing: Hearing) -> str:
    return f"/cases/{case.reference}/hearings/{hearing.pk}/record/"


@pytest.fixture
def typed(case: Case, mother: Party, father: Party) -> dict[str, object]:
    """Two arrangements: of one child until a day, of both until the next hearing."""
    efa, macsen = (str(one.pk) for one in case.children.order_by("pk"))
    return {
        f"there-{mother.pk}": "there", f"there-{father.pk}": "there", "ends_involvement": "no",
        "holds_rows": "2", "holds-0": "time", "holds_for-0": [efa], "holds_with-0": str(father.pk),
        "holds_words-0": "Saturdays.", "holds-1": "lives",
        "holds_for-1": [efa, macsen], "holds_with-1": str(mother.pk),
    }  # fmt: skip


@pytest.mark.parametrize(("ahead", "holds"), [(0, True), (-1, False)])
def test_each_stands_on_the_record_and_on_the_case_and_the_brief_while_it_holds(
    case: Case, own: Officer, page: str, typed: dict[str, object], ahead: int, holds: bool
) -> None:
    client, until = client_of(own), day("holds_until-0", timezone.localdate() + ahead * DAY)
    answer = fill(client, f"{page}write/", **typed, **until)
    assert answer.status_code == 302, summary_of(answer)
    record = text_of(client, page)
    for words in (FOR_A_TIME, TO_THE_NEXT, "Saturdays."):
        assert words.lower() in record.lower(), words
    for path in (f"/cases/{case.reference}/", f"/cases/{case.reference}/brief/"):
        html = text_of(client, path)
        assert (TO_THE_NEXT in html, FOR_A_TIME in html) == (True, holds), path
        assert "Saturdays." not in html
    assert "Siân Morris), tan y gwrandawiad nesaf" in text_of(
        client_of(own, "cy"), f"/cases/{case.reference}/"
    )


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"holds-0": ""}, "Choose what holds"),
        ({"holds_for-1": []}, "Select for which children it holds"),
        ({"holds-1": "other"}, "Write what holds"),
        ({**day("holds_from-0", MAY), **day("holds_until-0", MAY - DAY)}, "It cannot end before it begins"),
    ],
)
def test_it_says_what_is_missing_and_loses_nothing(
    own: Officer, page: str, typed: dict[str, object], changed: dict[str, object], says: str
) -> None:
    answer = fill(client_of(own), f"{page}write/", **{**typed, **changed})
    assert says in summary_of(answer)
    assert "Saturdays." in said(answer)
    assert not HearingRecord.objects.exists()


def test_a_correction_begins_with_them_and_has_room_for_more(
    case: Case, hearing: Hearing, own: Officer, page: str, now: datetime
) -> None:
    efa = case.children.order_by("pk")[0]
    arranged = (Arrangement("time", (efa.pk,), None, None, MAY, "Saturdays."),)
    record_hearing(
        case=case, by=own, at=now, hearing=hearing, happened=Happened(False, "en", arrangements=arranged)
    )
    client = client_of(own)
    form = text_of(client, f"{page}correct/")
    assert 'value="time" selected' in form
    assert "Saturdays." in form
    more = said(fill(client, f"{page}correct/", more="holds", holds_rows="1"))
    assert 'name="holds-2"' in more
