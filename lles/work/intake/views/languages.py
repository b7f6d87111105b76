"""What was keyed of language for each person, as the one fact of the case that it is (CYM-*)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from lles.casefile.changes.application_facts import FactSaid
from lles.work.intake.forms.facts import LANGUAGE, NO, SOURCES, UNKNOWN, YES

if TYPE_CHECKING:
    from lles.work.intake.views.keying import Keying

WELSH_CHOSEN = ("welsh_spoken", "welsh_written")
INTERPRETER = "interpreter"


def language_said(keying: Keying, raised_on: date | None) -> FactSaid:
    """Who needs which help with language, put together from the pages of the people: it is asked once."""
    kinds: dict[str, None] = {}
    by_whom: dict[str, None] = {}
    words: list[str] = []
    chose_english = []
    for role, is_organisation, given in _people(keying):
        needs = [
            *(WELSH_CHOSEN if given.get("spoken") == "cy" else ()),
            *([INTERPRETER] if given.get("interpreter") else []),
            *given.get("help", ()),
        ]
        kinds |= dict.fromkeys(needs)
        by_whom |= dict.fromkeys([role] if needs else [])
        words += [said for said in (given.get("interpreter"), given.get("help_words")) if said]
        chose_english += [] if is_organisation else [given.get("spoken") == "en"]
    answer = YES if kinds else NO if chose_english and all(chose_english) else UNKNOWN
    return FactSaid(
        LANGUAGE, answer, SOURCES[0], tuple(kinds), tuple(by_whom), "; ".join(words), raised_on=raised_on
    )


def words_on_language(keying: Keying) -> dict[str, str]:
    """What was typed at length on each page about language, by the name of the page."""
    pages = [f"{person}-{LANGUAGE}" for person in keying.people("party")]
    return {name: str(_given(keying, name).get("help_words", "")) for name in pages}


def _people(keying: Keying) -> Iterator[tuple[str, bool, dict[str, Any]]]:
    for person in keying.people("party"):
        who = _given(keying, person)
        role, is_organisation = who.get("role", "other"), bool(who.get("is_organisation"))
        yield role, is_organisation, _given(keying, f"{person}-{LANGUAGE}")


def _given(keying: Keying, name: str) -> dict[str, Any]:
    form = keying.forms.get(name)
    return form.cleaned_data if form is not None and form.is_valid() else {}
