"""The engine of `lles law check`: it agrees with the table of expected days, and can disagree."""

import io
from pathlib import Path
from time import perf_counter

import pytest

from lles.law.vectors import reckoners, run, run_file

TABLE = Path(__file__).parent / "vectors.csv"
RIGHT = "A,wd+,2026-03-04,17,2026-03-27"
WRONG = "B,wd+,2026-03-04,17,2026-03-28"


def checked(*lines: str) -> tuple[int, list[str], list[str]]:
    """The exit code and what was printed, line by line."""
    out, err = io.StringIO(), io.StringIO()
    code = run(lines, out, err)
    return code, out.getvalue().splitlines(), err.getvalue().splitlines()


def test_it_agrees_with_every_expected_day() -> None:
    out, err = io.StringIO(), io.StringIO()
    assert run_file(TABLE, out, err) == 0
    assert out.getvalue() == "checked 64, differ 0, skipped 0\n"
    assert err.getvalue() == ""


def _warning(year: int) -> str:
    return f"The bank holidays of {year} have not been proclaimed yet; this day may move."


def test_it_sees_every_row_that_is_moved_by_a_day() -> None:
    rows = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    moved = [row.rsplit(",", 1)[0] + ",2001-01-01" for row in rows]
    code, out, _ = checked(*moved)
    assert (code, out[-1]) == (1, "checked 64, differ 64, skipped 0")


def test_it_prints_each_disagreement_and_the_count_last() -> None:
    code, out, _ = checked(RIGHT, WRONG)
    assert code == 1
    assert out == [
        "B,wd+,2026-03-04,17: expected 2026-03-28, reckoned 2026-03-27",
        "checked 2, differ 1, skipped 0",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "A,wd+,2026-03-04,17",
        "A,wd+,2026-03-04,17,2026-03-27,more",
        "A,wd+,2026-03-04,-1,2026-03-27",
        "A,wd+,2026-03-04,1.5,2026-03-27",
        "A,wd+,2026-03-04,,2026-03-27",
        "A,wd+,2026-02-30,17,2026-03-27",
        "A,wd+,20260304,17,2026-03-27",
        "A,wd+,2026-03-04,17,soon",
        "A,wd-,2026-03-04,17,2026-03-27",
        "A,wd+,2031-03-04,17,2031-03-27",
        "A,wd+,2030-12-30,17,2031-01-23",
        "A,clr-,2012-01-03,3,2011-12-28",
        "A,add-months,2026-03-04,999999999,2026-03-27",
        '"A,wd+,2026-03-04,17,2026-03-27',
        ",,,,",
    ],
)
def test_it_skips_what_it_cannot_check_and_says_so(row: str) -> None:
    code, out, err = checked(row, RIGHT)
    assert (code, out) == (0, ["checked 1, differ 0, skipped 1"])
    assert err[0].startswith("line 1: skipped: ")


@pytest.mark.parametrize(
    "row",
    [
        "A,add-months,2031-01-31,1,2031-02-28",
        "A,beg-weeks,2040-01-02,1,2040-01-08",
        "A,add-days,2030-12-31,1,2031-01-01",
    ],
)
def test_it_needs_no_table_of_closed_days_where_none_is_asked(row: str) -> None:
    assert checked(row)[:2] == (0, ["checked 1, differ 0, skipped 0"])


def test_it_reads_a_table_however_it_was_saved(tmp_path: Path) -> None:
    saved = tmp_path / "saved.csv"
    heading, row = '"id","kind","input","n","expected"', '"One, ""two""", wd+ ,2026-03-04,17,2026-03-27,'
    saved.write_bytes(f"\ufeff{heading}\r\n\r\n{row}\r\n".encode() + b"\xff,wd+,2026-03-04,17,2026-03-27\r\n")
    out = io.StringIO()
    assert run_file(saved, out, io.StringIO()) == 0
    assert out.getvalue() == "checked 2, differ 0, skipped 0\n"


def test_it_warns_once_for_each_year_not_yet_proclaimed() -> None:
    row = "A,wd+,2029-03-05,1,2029-03-06"
    _, _, err = checked(row, row, "B,wd+,2030-03-05,1,2030-03-06")
    assert err == [f"warning: {_warning(2029)}", f"warning: {_warning(2030)}"]


def test_it_needs_no_table_of_closed_days_for_plain_periods() -> None:
    assert checked("A,beg-months,2031-03-04,12,2032-03-03")[1] == ["checked 1, differ 0, skipped 0"]


def test_it_checks_forty_thousand_rows_in_time() -> None:
    kinds = sorted(reckoners())
    rows = [
        f"{n},{kinds[n % len(kinds)]},2026-03-{1 + n % 31:02d},{n % 60},2026-03-04" for n in range(40_000)
    ]
    started = perf_counter()
    checked(*rows)
    assert perf_counter() - started < 5
