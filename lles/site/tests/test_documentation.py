"""The pages a newcomer reads: every path and every command they name is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[3]
PAGES = ("README.md", "CONTRIBUTING.md", "docs/tour.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_path_it_names_is_there(page: str) -> None:
    text = (PROJECT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:lles|docs|tests|tools)/[\w./-]+)`", text))
    linked = {
        str((PROJECT / page).parent.joinpath(link).resolve().relative_to(PROJECT))
        for link in re.findall(r"\]\((?!https?:)([\w./-]+)\)", text)
    }
    assert {path for path in named | linked if not (PROJECT / path).exists()} == set()


def test_every_file_of_the_tour_is_named_from_the_top() -> None:
    text = (PROJECT / "docs" / "tour.md").read_text(encoding="utf-8")
    files = re.findall(r"`([\w./-]+\.(?:py|toml|typ))`", text)
    assert {name for name in files if not name.startswith("lles/")} <= {
        "conversations.py",
        "law.toml",
        "words.toml",
    }
