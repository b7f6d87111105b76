"""Days and moments are read in all the forms the courts write, and never guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lles.links.court.moments import LONDON, day_of, is_uncertain, moment_of, reads_day_first


@pytest.mark.parametrize(
    "written",
    [
        "2023-09-04",
        "2023-09-04T10:15:00",
        "2023-09-04T00:00:00.000Z",
        [2023, 9, 4],
        [2023, 9, 4, 10, 15],
        "4 Sept 2023",
        "04 Sep 2023",
        "4 September 2023",
        "4th of September, 2023",
        "4 Medi 2023",
        "4/9/2023",
        " 4.9.2023 ",
    ],
)
def test_it_reads_one_day_in_every_form(written: object) -> None:
    assert day_of(written) == date(2023, 9, 4)


@pytest.mark.parametrize(
    "written",
    [
        "TO BE FILLED WITH VALID DATA", "about 6 months back", "2023-02-30", "31 June 2023", "4/9/23",
        "4 Smarch 2023", [2023, 13, 1], [2023], [2023, 9, "4"], [2023, True, 4], 20230904, None, "2023-9-4T",
    ],
)  # fmt: skip
def test_it_makes_no_day_of_what_says_none(written: object) -> None:
    assert day_of(written) is None


def test_it_says_when_the_order_of_figures_rests_on_custom() -> None:
    assert day_of("12/9/2022") == date(2022, 9, 12)
    assert reads_day_first("12/9/2022")
    assert not reads_day_first("2022-09-12")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-05-11T09:30", datetime(2026, 5, 11, 9, 30, tzinfo=UTC)),
        ("2026-05-11T09:30:15.1", datetime(2026, 5, 11, 9, 30, 15, 100000, tzinfo=UTC)),
        ("2026-05-11T09:30:15.123456789", datetime(2026, 5, 11, 9, 30, 15, 123456, tzinfo=UTC)),
        ("2026-05-11T09:30:15Z", datetime(2026, 5, 11, 9, 30, 15, tzinfo=UTC)),
        ("2026-05-11T09:30:15+01:00", datetime(2026, 5, 11, 8, 30, 15, tzinfo=UTC)),
        ("2026-05-11T09:30:15-0530", datetime(2026, 5, 11, 15, 0, 15, tzinfo=UTC)),
        ("2026-05-11", datetime(2026, 5, 11, tzinfo=UTC)),
        ([2026, 5, 11, 9, 30], datetime(2026, 5, 11, 9, 30, tzinfo=UTC)),
        ([2026, 5, 11, 9, 30, 15], datetime(2026, 5, 11, 9, 30, 15, tzinfo=UTC)),
        ([2026, 5, 11, 9, 30, 15, 358000000], datetime(2026, 5, 11, 9, 30, 15, 358000, tzinfo=UTC)),
    ],
)
def test_it_reads_a_moment_in_every_form(written: object, expected: datetime) -> None:
    assert moment_of(written, UTC) == expected


def test_it_reads_local_times_in_the_clock_of_their_service() -> None:
    assert moment_of("2026-05-11T10:00:00", LONDON) == datetime(2026, 5, 11, 9, tzinfo=UTC)
    assert moment_of("2026-01-11T10:00:00", LONDON) == datetime(2026, 1, 11, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["2026-05-11T25:00:00", "noon", [2026, 5, 11, 9, 61], [0, 1, 1], "2026-05-11T09:30:15+99:00", None, 5],
)
def test_it_makes_no_moment_of_what_says_none(written: object) -> None:
    assert moment_of(written, UTC) is None


def test_it_knows_the_hours_that_happen_twice_or_never() -> None:
    assert is_uncertain("2026-10-25T01:30:00", LONDON)
    assert is_uncertain("2026-03-29T01:30:00", LONDON)
    assert not is_uncertain("2026-10-25T02:00:00", LONDON)
    assert not is_uncertain("2026-10-25T01:30:00Z", LONDON)


def test_it_survives_the_ends_of_time() -> None:
    assert moment_of("0001-01-01T00:00:00+12:00", UTC) is None
    assert moment_of("9999-12-31T23:59:59-12:00", UTC) is None
