"""A new piece of work touches nothing outside its own folder: one is begun in a copy of the house, which is
asked whether it stands in the register, the law, the menus, the permissions and the contracts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAME = "throw_away"
HOUSE = ("lles", "tests", "tools", "docs", "conftest.py", "pyproject.toml", ".importlinter")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "built", "node_modules", ".lles", "*.pyc")
BEGIN = ("new", "work", NAME, "--english", "Throw-away work", "--welsh", "Gwaith taflu")
ASKED = (
    f"lles/work/{NAME}",
    f"lles/law/tests/test_words.py::test_it_has_two_different_whole_languages[{NAME}/law.toml]",
    f"lles/law/tests/test_words.py::test_it_puts_no_noun_behind_a_word_that_mutates_it[{NAME}/law.toml]",
    "lles/law/tests/test_citations.py::test_it_states_every_rule_that_code_names",
    "lles/law/tests/test_citations.py::test_it_names_each_provision_in_words_of_its_own",
    "tests/crawl/test_canary.py::test_it_has_a_row_for_every_route",
    "tests/crawl/test_authorisation.py::test_it_knows_what_every_page_of_a_case_needs",
)
PAGES = """
import django
django.setup()
from lles.casefile import register
from lles.site.generated import law_page
print([work.name for work in register.works()][-1])
print("### THROW-AWAY-FIRST" in law_page())
"""


def run(house: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A program of the copy, which finds the copy before the house it was made from."""
    environ = os.environ | {"PYTHONPATH": str(house), "DJANGO_SETTINGS_MODULE": "lles.site.settings"} | more
    return subprocess.run(
        (sys.executable, *words), cwd=house, env=environ, capture_output=True, text=True, check=False
    )


def held(house: Path) -> dict[str, bytes]:
    """Every file of the house and what is in it."""
    files = (path for path in sorted(house.rglob("*")) if path.is_file() and not path.is_symlink())
    return {
        str(path.relative_to(house)): path.read_bytes() for path in files if "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the house, in which a piece of work has been begun."""
    copied = tmp_path_factory.mktemp("house")
    for name in HOUSE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copied / name, ignore=LEFT_OUT)
        else:
            shutil.copy(source, copied / name)
    (copied / "lles/site/assets/built").symlink_to(ROOT / "lles/site/assets/built")
    before = held(copied)
    done = run(copied, "-m", "lles", *BEGIN)
    assert done.returncode == 0, done.stderr
    after = held(copied)
    assert {name: text for name, text in after.items() if name in before} == before
    assert {Path(name).parts[:3] for name in set(after) - set(before)} == {("lles", "work", NAME)}
    yield copied
    shutil.rmtree(copied)


def test_it_keeps_the_contracts(house: Path) -> None:
    lint = "import sys; from importlinter.cli import lint_imports_command as c; c()"
    done = run(house, "-c", lint, "--no-cache", "--no-logo")
    assert done.returncode == 0, done.stdout


def test_it_stands_in_the_register_and_in_the_law(house: Path) -> None:
    done = run(house, "-c", PAGES)
    assert done.stdout.splitlines() == [NAME, "True"], done.stderr
    assert run(house, "-m", "lles", "law", "explain", "THROW-AWAY-FIRST").returncode == 0


def test_its_own_tests_and_those_of_the_house_hold(house: Path) -> None:
    state = os.environ["LLES_STATE"]
    done = run(house, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ASKED, LLES_TEST_STATE=state)
    assert done.returncode == 0, done.stdout[-3000:]


def test_it_is_typed_and_formatted(house: Path) -> None:
    folder = f"lles/work/{NAME}"
    for words in (("ruff", "check", folder), ("ruff", "format", "--check", folder)):
        done = run(house, "-m", *words)
        assert done.returncode == 0, done.stdout


def test_a_second_of_that_name_is_refused(house: Path) -> None:
    done = run(house, "-m", "lles", *BEGIN)
    assert (done.returncode, done.stderr) == (2, f"there is a piece of work {NAME} already\n")


@pytest.mark.parametrize(
    ("name", "english"), [("Throw", "Work"), ("9lives", "Work"), ("class", "Work"), ("throw", 'say "x"')]
)
def test_what_is_no_name_and_no_words_is_refused(house: Path, name: str, english: str) -> None:
    done = run(house, "-m", "lles", "new", "work", name, "--english", english, "--welsh", "Gwaith")
    assert done.returncode == 2
    assert not (house / "lles/work" / name).exists()


@pytest.mark.parametrize(
    ("name", "english", "welsh"),
    [
        ("sessions", "Sittings", "Eisteddiadau"),
        ("links", "Ties", "Cysylltiadau"),
        ("watching", "monitoring", "Gwylio"),
        ("watching", "Watching", "Monitro"),
    ],
)
def test_what_another_part_is_called_is_refused(house: Path, name: str, english: str, welsh: str) -> None:
    done = run(house, "-m", "lles", "new", "work", name, "--english", english, "--welsh", welsh)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert not (house / "lles/work" / name).exists()
