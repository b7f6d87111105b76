"""`lles law explain`, as the README gives it."""

import re
import shlex
from pathlib import Path

import pytest

from lles.law.provisions import load
from lles.site.cli import main

README = Path(__file__).parents[3] / "README.md"


def _given() -> list[str]:
    (line,) = re.findall(r"`lles (law explain [^`]+)`", README.read_text())
    return shlex.split(line)


@pytest.mark.parametrize(
    ("more", "said"), [((), "Due Wednesday 1 April 2026"), (("--language", "cy"), "1 Ebrill 2026")]
)
def test_the_command_of_the_readme_explains_a_day(
    more: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*_given(), *more]) == 0
    out = capsys.readouterr().out
    assert said in out
    assert len(re.findall(r"^(?:Rule|Rheol): SG-LETTER-WITHIN-W$", out, re.MULTILINE)) == 1


def test_every_provision_of_every_piece_of_work_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    tables = (Path(__file__).parents[2] / "work").glob("*/law.toml")
    ids = [id_ for table in tables for id_ in load(table)]
    assert {"SG-NOCHILD", "SG-WELCOME", "FAO-CONSENT"} <= set(ids)
    for id_ in ids:
        assert main(["law", "explain", id_]) == 0
    assert capsys.readouterr().err == ""


def test_an_unknown_rule_is_said_on_the_other_stream(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "explain", "NO-RULE"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "no rule is called NO-RULE\n"
