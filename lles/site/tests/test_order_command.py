"""`lles order explain`: text and JSON, both languages, no database, one clear line where it cannot read."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

from lles.site.cli import main
from lles.site.law_of_pieces import clocks
from lles.site.pieces import pieces

Said = pytest.CaptureFixture[str]
ORDER = ("order", "explain", "--kind", "family-assistance", "--made-on", "2026-03-04")
WITHOUT_A_DATABASE = """
import sys
class Unreachable:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"django", "procrastinate"}:
            raise ImportError(f"{name} is out of reach")
sys.meta_path.insert(0, Unreachable())
from lles.site.cli import main
sys.exit(main(sys.argv[1:]))
"""


def asked(capsys: Said, *words: str) -> tuple[int, str, str]:
    """The exit code and what was said on both streams."""
    code = main(words)
    said = capsys.readouterr()
    return code, said.out, said.err


def test_it_prints_the_clock_as_text(capsys: Said) -> None:
    code, out, err = asked(capsys, *ORDER)
    assert (code, err) == (0, "")
    assert "Last day on which it has effect: Wednesday 3 March 2027" in out
    assert "Rule: FAO-DURATION-DEFAULT" in out


def test_an_end_a_day_too_late_is_also_held_against_the_months_that_the_order_states(capsys: Said) -> None:
    _code, out, _ = asked(capsys, *ORDER, "--months", "6", "--imported-end", "2027-03-04", "--json")
    says = [one["says"] for one in json.loads(out)["findings"]]
    assert len(says) == 2
    assert "one day too late" in says[0]
    assert "not the one that 6 months give, which is Thursday 3 September 2026" in says[1]


def test_it_prints_the_clock_in_welsh(capsys: Said) -> None:
    code, out, _ = asked(capsys, *ORDER, "--language", "cy")
    assert code == 0
    assert "Diwrnod olaf y mae ganddo effaith: dydd Mercher 3 Mawrth 2027" in out


def test_it_prints_the_clock_as_json(capsys: Said) -> None:
    code, out, _ = asked(capsys, *ORDER, "--imported-end", "2027-03-04", "--json")
    clock = json.loads(out)
    assert code == 0
    assert list(clock) == ["kind", "made_on", "ends_on", "days", "findings"]
    assert (clock["kind"], clock["made_on"], clock["ends_on"]) == (ORDER[3], "2026-03-04", "2027-03-03")
    assert {tuple(day) for day in clock["days"]} == {("on", "what", "rule", "why")}
    (finding,) = clock["findings"]
    assert (finding["rule"], finding["weight"]) == ("FAO-DURATION-MAX", "warns")
    assert "one day too late" in finding["says"]


def test_what_is_not_known_is_null(capsys: Said) -> None:
    _, out, _ = asked(capsys, "order", "explain", "--kind", "monitoring", "--made-on", "2026-03-04", "--json")
    clock = json.loads(out)
    assert clock["ends_on"] is None
    assert [(one["rule"], one["weight"]) for one in clock["findings"]] == [("MON-PERIOD", "bars")]


def test_it_reads_every_fact(capsys: Said) -> None:
    facts = ("--starts-on", "2026-03-16", "--months", "12")
    _, out, _ = asked(capsys, "order", "explain", "--kind", "monitoring", *ORDER[4:], *facts)
    assert "Monday 15 March 2027" in out
    _, out, _ = asked(capsys, "order", "explain", "--kind", "activity", *ORDER[4:], "--nation", "wales")
    assert "the Welsh Ministers may help with fees" in out


@pytest.mark.parametrize("kind", sorted(clocks()))
@pytest.mark.parametrize("made_on", ["0001-01-01", "1991-10-13", "2024-02-29", "2100-02-28", "9998-12-31"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_any_day_is_accepted(kind: str, made_on: str, language: str, capsys: Said) -> None:
    words = ("order", "explain", "--kind", kind, "--made-on", made_on, "--months", "12")
    code, out, err = asked(capsys, *words, "--language", language, "--json")
    assert (code, err) == (0, "")
    clock = json.loads(out)
    assert clock["ends_on"] or clock["findings"]


def explained(capsys: Said, kind: str, made_on: str, *more: str) -> dict[str, Any]:
    words = ("order", "explain", "--kind", kind, "--made-on", made_on, *more, "--json")
    code, out, err = asked(capsys, *words)
    assert (code, err) == (0, "")
    return cast(dict[str, Any], json.loads(out))


@pytest.mark.parametrize("kind", sorted(clocks()))
@pytest.mark.parametrize(
    ("language", "says"), [("en", "a day that no calendar can write"), ("cy", "na all unrhyw galendr")]
)
def test_a_last_day_that_no_calendar_can_write_is_noted_and_the_day_it_is_made_stays(
    kind: str, language: str, says: str, capsys: Said
) -> None:
    clock = explained(capsys, kind, "9999-12-31", "--months", "12", "--language", language)
    assert (clock["kind"], clock["made_on"], clock["ends_on"]) == (kind, "9999-12-31", None)
    assert {one["on"] for one in clock["days"]} == {"9999-12-31"}
    assert [one for one in clock["findings"] if one["weight"] == "notes" and says in one["says"]]


def test_near_the_last_day_of_the_calendar_the_rules_hold_as_on_any_day(capsys: Said) -> None:
    barred = explained(capsys, "monitoring", "9999-12-31")["findings"]
    assert [(one["rule"], one["weight"]) for one in barred] == [("MON-PERIOD", "bars")]
    too_long = explained(capsys, "monitoring", "9999-06-01", "--months", "13")
    assert ("MON-PERIOD", "bars") in [(one["rule"], one["weight"]) for one in too_long["findings"]]
    for kind in ("family-assistance", "monitoring", "enforcement", "activity"):
        stated = explained(capsys, kind, "9999-06-01", "--imported-end", "9999-12-31")
        assert stated["ends_on"] == "9999-12-31"
        assert explained(capsys, kind, "9999-01-01", "--months", "12")["ends_on"] == "9999-12-31"


@pytest.mark.parametrize(
    ("words", "en", "cy"),
    [
        ((), "--kind is missing", "Mae --kind ar goll"),
        (("--kind", "parking"), "parking is no kind of order", "Nid yw parking yn fath o orchymyn"),
        (ORDER[2:4], "--made-on is missing", "Mae --made-on ar goll"),
        ((*ORDER[2:4], "--made-on"), "--made-on is missing", "Mae --made-on ar goll"),
        ((*ORDER[2:5], "2026-02-30"), "2026-02-30 is not a day", "2026-02-30 yn ddiwrnod"),
        ((*ORDER[2:5], "20260304"), "20260304 is not a day", "20260304 yn ddiwrnod"),
        ((*ORDER[2:], "--months", "0"), "0 is not a whole number of months", "0 yn nifer cyfan o fisoedd"),
        ((*ORDER[2:], "--months", "-1"), "-1 is not a whole number", "-1 yn nifer cyfan"),
        ((*ORDER[2:], "--months", "1.5"), "1.5 is not a whole number", "1.5 yn nifer cyfan"),
        ((*ORDER[2:], "--months", "²"), "² is not a whole number", "² yn nifer cyfan"),
        ((*ORDER[2:], "--imported-end", "soon"), "soon is not a day", "soon yn ddiwrnod"),
        ((*ORDER[2:], "--starts-on", ""), "--starts-on is missing", "Mae --starts-on ar goll"),
        ((*ORDER[2:], "--nation", "scotland"), "neither england nor wales", "yn england nac yn wales"),
        ((*ORDER[2:], "--colour", "red"), "--colour", "--colour"),
    ],
)
def test_what_cannot_be_read_is_said_in_the_language_chosen(
    words: tuple[str, ...], en: str, cy: str, capsys: Said
) -> None:
    for language, says in (("en", en), ("cy", cy)):
        code, out, err = asked(capsys, "order", "explain", "--language", language, *words)
        assert (code, out) == (2, "")
        (line,) = err.splitlines()
        assert says in line


def test_a_language_that_is_neither_is_refused(capsys: Said) -> None:
    code, _, err = asked(capsys, *ORDER, "--language", "de")
    assert (code, err) == (2, "--language de is neither en nor cy.\n")


def test_it_needs_neither_database_nor_django(tmp_path: Path) -> None:
    environ = os.environ | {"LLES_STATE": str(tmp_path / "none"), "LLES_DATABASE_URL": "postgres://nowhere/"}
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_A_DATABASE, *ORDER, "--json"],
        capture_output=True,
        text=True,
        env=environ,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["ends_on"] == "2027-03-03"
    assert not (tmp_path / "none").exists()


def test_it_finds_every_piece_of_work_by_its_folder() -> None:
    folder = Path(__file__).parents[2] / "work"
    assert set(pieces()) == {path.parent.name for path in folder.glob("*/__init__.py")}
