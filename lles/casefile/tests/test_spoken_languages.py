"""A language is named in both languages however it was typed; one that is not listed stays as typed."""

import pytest

from lles.casefile.rules.spoken_languages import language_named


@pytest.mark.parametrize(
    ("typed", "english", "welsh"),
    [
        ("Polish", "Polish", "Pwyleg"),
        (" pwyleg ", "Polish", "Pwyleg"),
        ("pl", "Polish", "Pwyleg"),
        ("Punjabi", "Panjabi (Punjabi)", "Pwnjabeg"),
        ("farsi", "Persian (Farsi)", "Perseg"),
        ("British sign  language", "British Sign Language", "Iaith Arwyddion Prydain"),
        ("Silesian", "Silesian", "Silesian"),
    ],
)
def test_a_language_is_named_in_both(typed: str, english: str, welsh: str) -> None:
    named = language_named(typed)
    assert (named.en, named.cy) == (english, welsh)
