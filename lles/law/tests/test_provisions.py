"""Tables of law: read with clear errors, in force on days, with values by day and place."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from lles.law.findings import Weight
from lles.law.provisions import DatedValue, LawUnreadable, NotSettable, NoValueOnDay, Provision, load

SOUND = """
[X-RULE]
name = "rule_holds"
citation = { en = "An Act, section 1", cy = "Deddf, adran 1" }
extent = ["england", "wales"]
effect = "warns"
binding = "practice"
proof = "U"
starts = 2014-04-22
ends = 2020-12-31
settable = true
says = { en = "It is so.", cy = "Dyna fel y mae." }
values = [
  { key = "days", value = 10, starts = 2014-04-22, ends = 2016-12-31 },
  { key = "days", value = 14, starts = 2017-01-01 },
  { key = "days", value = 20, starts = 2017-01-01, where = "wales" },
]
[X-RULE.sentences.late]
en = "Late by {n}."
cy = "Yn hwyr o {n}."
"""


@pytest.fixture
def provision(tmp_path: Path) -> Provision:
    """A provision of an invented table."""
    return read(tmp_path, SOUND)["X-RULE"]


def read(folder: Path, table: str) -> dict[str, Provision]:
    """A table as it is read from a file."""
    (folder / "law.toml").write_text(table, encoding="utf-8")
    return load(folder / "law.toml")


def test_it_is_in_force_from_its_first_to_its_last_day(provision: Provision) -> None:
    first, last = date(2014, 4, 22), date(2020, 12, 31)
    assert provision.in_force(first)
    assert provision.in_force(last)
    assert not provision.in_force(first - timedelta(1))
    assert not provision.in_force(last + timedelta(1))


def test_it_has_the_value_of_the_day_and_the_place(provision: Provision) -> None:
    assert provision.number("days", date(2016, 12, 31)) == 10
    assert provision.number("days", date(2017, 1, 1)) == 14
    assert provision.number("days", date(2017, 1, 1), "wales") == 20
    assert provision.number("days", date(2017, 1, 1), "england") == 14


def test_it_has_no_value_before_the_first(provision: Provision) -> None:
    with pytest.raises(NoValueOnDay):
        provision.value("days", date(2014, 4, 21))


def test_it_takes_the_value_that_a_service_sets(provision: Provision) -> None:
    longer = provision.with_value(DatedValue("days", 30, starts=date(2019, 1, 1)))
    assert longer.number("days", date(2019, 1, 1)) == 30
    assert longer.number("days", date(2018, 12, 31)) == 14


def test_it_does_not_let_a_service_set_what_law_fixes(tmp_path: Path) -> None:
    fixed = read(tmp_path, SOUND.replace("settable = true", ""))["X-RULE"]
    with pytest.raises(NotSettable):
        fixed.with_value(DatedValue("days", 30))


def test_it_finds_with_its_own_weight_and_words(provision: Provision) -> None:
    finding = provision.finding("late", n=3)
    assert (finding.weight, finding.says.cy) == (Weight.WARNS, "Yn hwyr o 3.")
    assert provision.finding(weight=Weight.BARS).bars


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('proof = "U"\n', ""),
        ('proof = "U"', 'proof = "V9"'),
        ('extent = ["england", "wales"]', "extent = []"),
        ('effect = "warns"', 'effect = "shouts"'),
        ("starts = 2014-04-22\nends", 'starts = "2014"\nends'),
        ("starts = 2014-04-22\nends", "starts = 2014-04-22\ntypo = 1\nends"),
        (', cy = "Dyna fel y mae." }', " }"),
        ('cy = "Dyna fel y mae."', 'cy = " "'),
        ('cy = "Deddf, adran 1"', 'cy = "De\u0301ddf"'),
        ('cy = "Yn hwyr o {n}."', 'cy = "Yn hwyr."'),
        ("value = 10", "value = 1.5"),
        ("[X-RULE]", "[X-RULE"),
    ],
)
def test_it_names_the_file_where_a_table_is_wrong(tmp_path: Path, right: str, wrong: str) -> None:
    assert right in SOUND
    with pytest.raises(LawUnreadable, match=r"law\.toml"):
        read(tmp_path, SOUND.replace(right, wrong))
