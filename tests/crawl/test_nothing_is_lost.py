"""Whatever an answer holds: no case of it is lost, and each of its values can be found again."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from lles.casefile.changes.due_days import the_service
from lles.casefile.models import Officer
from lles.links.court import codes
from lles.links.court.json_tree import loads
from lles.site.synthetic import Wish, draw_family, draw_public_family, private_case, public_case
from lles.work.intake.changes import rows
from lles.work.intake.changes.take import Taken, take_answer
from lles.work.intake.models import Arrival, Received
from lles.work.intake.queries import ledger_store
from tests.crawl.accounting import record, unaccounted
from tests.crawl.mutations import mutated, places, put, written

DAY = date(2026, 3, 4)
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
WISH = Wish(court="chester", town="wrexham", children=2, confidential=True, letter_ordered_in_days=9)
PRIVATE: dict[str, Any] = json.loads(json.dumps(private_case(draw_family(7, 1, DAY, WISH))))
PUBLIC: dict[str, Any] = json.loads(json.dumps(public_case(draw_public_family(7, 2, DAY))))
NEIGHBOUR: dict[str, Any] = json.loads(json.dumps(private_case(draw_family(7, 3, DAY))))
BOTH = pytest.mark.parametrize("raw", [PRIVATE, PUBLIC], ids=["private", "public"])
OUTCOMES = {Arrival.OPENED, Arrival.UPDATED, Arrival.UNCHANGED, Arrival.HELD}
bounded = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def by(db: None, settings: Settings, tmp_path: Path) -> Officer:
    """The service itself, with a store of its own."""
    settings.LLES_STORE = str(tmp_path / "store")
    return the_service()


def take(by: Officer, content: bytes, at: datetime = NOW) -> list[Taken]:
    return list(take_answer(content=content, source="test", by=by, at=at))


def answer(*cases: object) -> bytes:
    return written({"total": len(cases), "cases": list(cases)})


@contextmanager
def forgotten() -> Iterator[None]:
    """Whatever happens inside was never there."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def taken_from(by: Officer, content: bytes, at: datetime = NOW) -> list[Taken]:
    """Takes an answer and looks whether the ledger holds it, byte for byte, with each of its cases."""
    taken = take(by, content, at)
    received = Received.objects.order_by("-pk")[0]
    assert ledger_store().get(received.sha256) == content
    assert {one.outcome for one in taken} <= OUTCOMES
    assert [(one.case is None) == (one.outcome == Arrival.HELD) for one in taken].count(False) == 0
    return taken


@BOTH
def test_it_finds_every_value_of_an_invented_case_again(by: Officer, raw: dict[str, Any]) -> None:
    (one,) = taken_from(by, answer(raw))
    assert one.case is not None
    assert one.outcome == Arrival.OPENED
    assert unaccounted(one.case, raw) == []


@bounded
@given(st.data())
def test_it_loses_nothing_whatever_is_wrong_with_a_case(by: Officer, data: st.DataObject) -> None:
    raw = data.draw(st.sampled_from([PRIVATE, PUBLIC]))
    known_before, odd = data.draw(st.booleans()), data.draw(mutated(raw))
    content = answer(odd, NEIGHBOUR)
    with forgotten():
        if known_before:
            take(by, answer(raw))
        taken = taken_from(by, content, NOW + timedelta(hours=1))
        assert len(taken) == 2
        assert taken[1].outcome == Arrival.OPENED
        first = taken[0]
        if first.outcome in (Arrival.OPENED, Arrival.UPDATED) and first.case is not None:
            assert unaccounted(first.case, loads(content)["cases"][0]) == []  # type: ignore[index]  # it is there in this test


@bounded
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | st.just(answer(PRIVATE)[:-9]))
def test_it_keeps_even_what_is_not_json(by: Officer, content: bytes) -> None:
    with forgotten():
        try:
            taken_from(by, content)
        except ValueError:
            received = Received.objects.order_by("-pk")[0]
            assert ledger_store().get(received.sha256) == content


def answers_of(raw: dict[str, Any]) -> list[tuple[str | int, ...]]:
    """The places of every yes and no."""
    return [place for place in places(raw) if value_at(raw, place) in ("Yes", "No", "yes", "no", True, False)]


def value_at(raw: Any, place: tuple[str | int, ...]) -> Any:
    for step in place:
        raw = raw[step]
    return raw


@BOTH
def test_it_keeps_or_names_every_yes_that_becomes_a_no(by: Officer, raw: dict[str, Any]) -> None:
    opposite = {"Yes": "No", "No": "Yes", "yes": "no", "no": "yes", True: False, False: True}
    unheard = []
    for place in answers_of(raw):
        said = [outcome_of(by, changed) for changed in (raw, put(raw, place, opposite[value_at(raw, place)]))]
        if said[0] == said[1] and not codes.is_kept(SERVICE[raw["jurisdiction"]], path_of(place)):
            unheard.append(path_of(place))
    assert unheard == []


SERVICE = {"PRIVATELAW": "private", "PUBLICLAW": "public"}


def path_of(place: tuple[str | int, ...]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place).removeprefix(".")


def outcome_of(by: Officer, raw: Any) -> str:
    """All that the record says of a case once its answer is taken, but for the numbers of its rows."""
    with forgotten():
        (one,) = take(by, answer(raw))
        assert one.case is not None
        return re.sub(r"\d+", "", record(one.case))
    raise AssertionError


def test_it_shows_that_a_forgotten_field_is_noticed(by: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rows._party
    monkeypatch.setattr(
        rows, "_party", lambda party: {k: v for k, v in whole(party).items() if k != "lawyer_firm"}
    )
    raw = put(
        PRIVATE, ("case_data", "applicants", 0, "value", "solicitorOrg"), {"OrganisationName": "Zzyzx & Co"}
    )
    (one,) = taken_from(by, answer(raw))
    assert one.case is not None
    assert [path.rpartition(".")[2] for path in unaccounted(one.case, raw)][:1] == ["OrganisationName"]


def test_it_shows_that_a_forgotten_location_is_noticed(by: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lles.work.intake.changes.apply.details_of", lambda *said: iter(()))
    (one,) = taken_from(by, answer(PRIVATE))
    assert one.case is not None
    lost = " ".join(unaccounted(one.case, PRIVATE))
    assert all(name in lost for name in ("PostCode", "AddressLine1", "phoneNumber", "email", "childAddress"))


def test_it_shows_that_a_forgotten_note_is_noticed(by: Officer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lles.links.court.reading.Reading.finish", lambda reading, raw: ())
    raw = put(PRIVATE, ("case_data", "newField"), "Zzyzx")
    (one,) = taken_from(by, answer(raw))
    assert one.case is not None
    assert unaccounted(one.case, raw) == ["case_data.newField"]
