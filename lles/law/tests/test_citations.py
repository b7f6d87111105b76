"""Every id of a rule that the code names is stated in a table of law, once, under its own family."""

import re
from collections.abc import Iterator
from pathlib import Path

from lles.law.lawbook import gathered
from lles.law.provisions import load

HOUSE = Path(__file__).parents[2]
FAMILIES = "FAO|MON|ACT|ENF|COMP|FILT|S8|CAL|JUR|CAP|SG|FH|PF|CG|CONF|CYM|REC|DIR|DA|SAR"
CITED = re.compile(rf"\b(?:{FAMILIES})(?:-[A-Z0-9]+)+\b(?![*-])")
TABLES = (*HOUSE.glob("work/*/law.toml"), *HOUSE.glob("*/rules/law.toml"))


def cited() -> Iterator[tuple[str, str]]:
    """Every file and every id it names, but for tests, which may invent some."""
    for path in HOUSE.glob("**/*.py"):
        if "tests" not in path.parts:
            for id_ in CITED.findall(path.read_text(encoding="utf-8")):
                yield path.name, id_


def test_it_states_every_rule_that_code_names() -> None:
    stated = set(gathered(load(path) for path in TABLES))
    assert {one for one in cited() if one[1] not in stated} == set()


def test_it_names_each_provision_in_words_of_its_own() -> None:
    provisions = gathered(load(path) for path in TABLES).values()
    names = [provision.name for provision in provisions]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)+|is_[a-z]+", name) for name in names)


def test_it_keeps_what_statute_bars_from_being_set() -> None:
    for provision in gathered(load(path) for path in TABLES).values():
        assert not (provision.settable and provision.binding == "statute"), provision.id


def test_it_makes_a_setting_of_every_practice_that_nobody_verified() -> None:
    for provision in gathered(load(path) for path in TABLES).values():
        if provision.proof == "U" and provision.binding not in ("statute", "rules"):
            assert provision.settable, provision.id
