"""What the closing letters say of how the work ended: that the court decided only where it did, for every
outcome, in the words of every age and in both languages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.writing_to_children import Band
from lles.law.bilingual import LANGUAGES, Language
from lles.links.pdf_reader import places
from lles.work.closing.documents.childs_closing_letter.document import make_childs_letter
from lles.work.closing.documents.closing_letter.document import make_closing_letter
from lles.work.closing.queries.facts import Ended, letter_facts, readers_of
from lles.work.closing.rules import OUTCOMES

SAID_OF_AN_ORDER: Mapping[Language, tuple[str, ...]] = {
    "en": ("judge has chosen", "judge has finished", "decision was the court", "What the court ordered"),
    "cy": ("barnwr wedi dewis", "barnwr wedi gorffen", "Penderfyniad y llys oedd", "a orchmynnodd y llys yn"),
}
SAID_OF_A_DECISION: Mapping[Language, str] = {
    "en": "Grown-ups made the decision", "cy": "Oedolion wnaeth y penderfyniad",
}  # fmt: skip
ASKED_BACK: Mapping[Language, str] = {"en": "What helped you", "cy": "Beth oedd o gymorth i chi"}
BY_MISTAKE: Mapping[Language, str] = {"en": "mistake", "cy": "amgymeriad"}
Letters = Mapping[str, Mapping[Band | None, str]]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    """Each language of the letters."""
    return "cy" if request.param == "cy" else "en"


@pytest.fixture
def letters(case: Case, own: Officer, now: datetime, language: Language) -> Letters:
    """For each outcome what an adult reads (None), and a child of each age."""
    readers = readers_of(case)
    child = next(one for one in readers if one.is_child)

    def said(outcome: str, band: Band | None) -> str:
        reader, make = (readers[0], make_closing_letter) if band is None else (child, make_childs_letter)
        ended = Ended(outcome, date(2026, 3, 4))
        facts = replace(letter_facts(case, reader, ended, "", own, now, draft=False), band=band)
        made = make(facts, reader.reader, language, now)
        return " ".join(" ".join(place.text for place in places(made.content)).split())

    return {outcome: {band: said(outcome, band) for band in (None, *Band)} for outcome in OUTCOMES}


def test_a_judge_decided_only_where_the_court_made_its_order(letters: Letters, language: Language) -> None:
    for outcome, read in letters.items():
        told = " ".join(read.values())
        assert [one in told for one in SAID_OF_AN_ORDER[language]] == [outcome == "order_made"] * 4
        decided = SAID_OF_A_DECISION[language] in read[Band.MIDDLE]
        assert decided is (outcome in ("order_made", "agreed"))


def test_every_reader_is_told_each_outcome_in_words_of_its_own(letters: Letters, language: Language) -> None:
    for band in (None, *Band):
        assert len({read[band] for read in letters.values()}) == len(OUTCOMES)
        by_mistake = [one for one, read in letters.items() if BY_MISTAKE[language] in read[band]]
        assert by_mistake == ["opened_in_error"]


def test_every_adult_is_asked_how_we_worked(letters: Letters, language: Language) -> None:
    assert all(ASKED_BACK[language] in read[None] for read in letters.values())


def test_whoever_was_written_to_while_it_ran_is_asked_about_too(
    case: Case, own: Officer, now: datetime
) -> None:
    nain = Party.objects.create(case=case, role="other", first_name="Nain", last_name="Morris")
    before = [one.reader for one in readers_of(case)]
    assert nain.slug not in before
    case.documents.create(
        kind="monitoring_start_letter", version=1, reader=nain.slug, language="en", party=nain, made_at=now,
        made_by=own, file_name="letter.pdf", sha256="0" * 64,
    )  # fmt: skip
    assert {one.reader for one in readers_of(Case.objects.get(pk=case.pk))} == {*before, nain.slug}
