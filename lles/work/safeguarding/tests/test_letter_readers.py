"""The letter says to each reader what that reader may have, in whole and fair sentences."""

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from lles.casefile.rules.check_answers import AskedOf, outcomes, outcomes_of
from lles.casefile.rules.spoken_languages import language_named
from lles.law.bilingual import Language, Text, day_in_words
from lles.work.safeguarding.documents.safeguarding_letter.document import (
    WithheldFromReader,
    as_data,
    make_letter,
    title,
)
from lles.work.safeguarding.rules.advice import next_steps, pieces_of_advice
from lles.work.safeguarding.rules.letter_facts import (
    Advised,
    Analysis,
    ConcernRaised,
    Enquiry,
    Spoken,
    Told,
    Typed,
)
from lles.work.safeguarding.tests.reading_letters import AT, both, said
from lles.work.safeguarding.tests.sample_letters import CROWDED, HUW, JORG, MARI, MINIMAL, USUAL


@both
def test_it_tells_only_the_court_who_has_not_been_given_it(language: Language) -> None:
    reason = "Her words could put a child at risk"

    assert reason in said(CROWDED, language)
    assert reason not in said(replace(CROWDED, reader=MARI), language)


def test_it_is_never_made_for_a_reader_it_is_withheld_from() -> None:
    with pytest.raises(WithheldFromReader):
        as_data(replace(CROWDED, reader=JORG), "en")


@both
def test_it_says_whose_copy_it_is(language: Language) -> None:
    assert {"en": "For the court", "cy": "I'r llys"}[language] in said(USUAL, language).replace("\u2019", "'")
    assert {"en": "Copy for ", "cy": "Copi i "}[language] + MARI in said(
        replace(USUAL, reader=MARI), language
    )


@both
def test_it_shows_a_draft_as_a_draft(language: Language) -> None:
    shown = {"en": "DRAFT", "cy": "DRAFFT"}[language]

    assert shown in said(replace(USUAL, draft=True), language)
    assert shown not in said(USUAL, language)


@both
def test_it_says_on_which_days_somebody_was_not_reached(language: Language) -> None:
    days = [day_in_words(date(2026, 3, day), language, weekday=False) for day in (9, 11, 13)]

    assert "; ".join(days) in said(CROWDED, language)


@both
def test_it_names_no_body_where_the_facts_name_none(language: Language) -> None:
    facts = replace(USUAL, enquiries=(replace(USUAL.enquiries[0], body=None),), analyses=())

    assert {"en": "A police force", "cy": "Heddlu"}[language] in said(facts, language)
    assert {"en": "North Wales", "cy": "Gogledd Cymru"}[language] not in said(facts, language)


@both
def test_it_carries_no_more_than_the_sentence_of_an_outcome(language: Language) -> None:
    arrest = replace(
        USUAL,
        enquiries=(Enquiry(HUW, "police", answered_on=date(2026, 3, 9), told=(Told("arrest"),)),),
        concerns=(),
        analyses=(),
    )
    stronger = outcomes()["convicted"].carries.said(language)

    assert outcomes()["arrest"].carries.said(language) in said(arrest, language)
    assert stronger not in said(arrest, language)


@both
@pytest.mark.parametrize("kind", ["police", "school"])
def test_an_answer_about_perhaps_somebody_else_is_not_told_as_fact(language: Language, kind: AskedOf) -> None:
    told = (Told("nothing_known"),)
    asked = Enquiry(
        HUW, kind, Text("A body", "Corff"), answered_on=date(2026, 3, 9), told=told, was_asked_otherwise=True
    )
    text = said(replace(USUAL, enquiries=(asked,), concerns=(), analyses=()), language)

    assert {"en": "may be about somebody else", "cy": "fod am rywun arall"}[language] in text
    assert ({"en": "It is asked again", "cy": "Gofynnir eto"}[language] in text) is (kind == "police")
    assert {"en": "somebody else", "cy": "rywun arall"}[language] not in said(USUAL, language)
    anew = replace(USUAL, enquiries=(replace(asked, was_answered_anew=True),), concerns=(), analyses=())
    assert {"en": "It is asked again", "cy": "Gofynnir eto"}[language] not in said(anew, language)


@both
def test_it_names_itself_by_the_nation_of_the_children(language: Language) -> None:
    english = replace(USUAL, children=(CROWDED.children[2],))

    assert title(english) == Text("Safeguarding letter", "Llythyr diogelu")
    assert title(USUAL) == Text("Safeguarding enquiries report", "Adroddiad ymholiadau diogelu")
    assert title(CROWDED) not in (title(english), title(USUAL))


def test_it_keeps_apart_two_adults_of_one_name() -> None:
    facts = replace(
        USUAL,
        conversations=(Spoken("John Jones", key="1"), Spoken("John Jones", key="2")),
        concerns=(ConcernRaised("John Jones", Typed("Mine.", "en"), key="2"),),
    )

    first, second = cast(list[dict[str, list[object]]], as_data(facts, "en")["conversations"])

    assert (len(first["concerns"]), len(second["concerns"])) == (0, 1)


def test_it_loses_no_words_of_somebody_without_a_conversation() -> None:
    facts = replace(USUAL, conversations=(), concerns=(ConcernRaised("Nain", Typed("Rwy'n poeni.", "cy")),))

    assert "Rwy'n poeni." in said(facts, "en").replace("\u2019", "'")


def test_what_its_author_wrote_in_both_languages_is_told_in_the_language_of_the_reader() -> None:
    analysis = Analysis(Typed("Mae'n ddiogel.", "cy", other="It is safe."))
    advised = Advised("section_7", Typed("Gofyn y plant.", "cy", other="The children ask."))
    facts = replace(MINIMAL, analyses=(analysis,), advice=(advised,))
    english, welsh = said(facts, "en"), said(facts, "cy")
    assert [words in english for words in ("It is safe.", "The children ask.")] == [True, True]
    assert [words in welsh for words in ("Mae'n ddiogel.", "Gofyn y plant.")] == [True, True]
    assert [words for words in ("ddiogel.", "Gofyn", "written in Welsh") if words in english] == []
    assert [words for words in ("safe", "children", "ysgrifennwyd yn Saesneg") if words in welsh] == []


def test_its_closed_sentences_are_whole_in_both_languages() -> None:
    options = [text for one in pieces_of_advice().values() for text in (one.says, one.option)]
    for text in (*options, *next_steps().values()):
        assert text.en != text.cy
        assert all(sentence.endswith(".") for sentence in (text.en, text.cy))


@both
def test_it_prints_every_piece_of_advice(language: Language) -> None:
    facts = replace(
        MINIMAL, advice=tuple(map(Advised, pieces_of_advice())), next_steps=tuple(next_steps()), draft=False
    )

    assert all(one.says.said(language) in said(facts, language) for one in pieces_of_advice().values())
    assert all(text.said(language) in said(facts, language) for text in next_steps().values())


def test_it_has_outcomes_for_each_body_in_both_languages() -> None:
    assert {outcome.code for outcome in outcomes_of("police")} & {"arrest", "charge", "convicted"}
    assert {outcome.code for outcome in outcomes_of("local_authority")} >= {"nothing_known", "looked_after"}
    for outcome in outcomes().values():
        assert outcome.says.en != outcome.says.cy
        assert outcome.carries.en.endswith(".")
        assert outcome.carries.cy.endswith(".")


@both
def test_it_comes_as_a_document_for_its_reader(language: Language) -> None:
    made = make_letter(USUAL, "court", language, AT)

    assert (made.kind, made.file_name) == ("safeguarding_letter", f"court.{language}.pdf")
    assert made.title == title(USUAL).said(language)
    assert make_letter(USUAL, "court", language, AT).content == made.content


@pytest.mark.parametrize(
    ("language", "note", "own_note"),
    [
        ("en", "(Polish, through an interpreter; written in Welsh)", "(said in Welsh)"),
        ("cy", "(Pwyleg, drwy gyfieithydd)", "(dywedwyd yn Saesneg)"),
    ],
)
def test_what_was_said_through_an_interpreter_bears_the_language_it_was_said_in(
    language: Language, note: str, own_note: str
) -> None:
    words = ConcernRaised(MARI, Typed("Mae arna i ofn.", "cy"), interpreted=language_named("polish"))
    text = said(replace(USUAL, concerns=(words,)), language)
    assert note in text
    assert own_note not in text
