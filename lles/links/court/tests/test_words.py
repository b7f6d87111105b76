"""Every warning has its words in both languages, and no words stand about unused."""

from __future__ import annotations

import re
from pathlib import Path

from lles.links.court import codes

SOURCES = [file for file in Path(codes.__file__).parent.glob("*.py")]
SAID = re.compile(r"(?:warn|note|FeedWarning)\(\s*\"(\w+)\"")


def test_it_has_words_for_every_warning_and_no_other() -> None:
    used = {code for file in SOURCES for code in SAID.findall(file.read_text(encoding="utf-8"))}
    assert used == set(codes.WARNING_WORDS)


def test_it_has_whole_sentences_in_both_languages() -> None:
    for code, words in codes.WARNING_WORDS.items():
        assert set(words) == {"en", "cy"}, code
        assert all(text.endswith(".") and text[0].isupper() for text in words.values()), code
        assert words["en"] != words["cy"], code


def test_it_names_every_type_of_hearing_in_both_languages() -> None:
    for code, names in codes.HEARING_TYPES.items():
        assert set(names) == {"en", "cy"}, code
        assert names["en"] != names["cy"], code
        for name in names.values():
            assert codes.hearing_type("", f" {name.upper()} ") in codes.HEARING_TYPES.values(), code
    assert codes.hearing_type("aba5-2ga", "2nd Gatekeeping Appointment")["cy"] == "Ail Apwyntiad Porthgadw"
    assert codes.hearing_type("NEW-1", "Something new") == {}


def test_it_knows_thirty_types_to_file_in_private_law_and_two_in_public_law() -> None:
    assert (len(codes.PRIVATE_FILING), len(codes.PUBLIC_FILING)) == (30, 2)
    assert codes.PRIVATE_FILING["Safeguarding_Letter"] == "safeguardingLetter"


def test_it_gives_every_kept_path_a_reason() -> None:
    kept = codes._load("kept.toml")
    assert all(group["why"] and group["paths"] for service in kept.values() for group in service.values())
