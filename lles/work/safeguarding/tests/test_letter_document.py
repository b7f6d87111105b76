"""The letter says the same in both languages and can be read by everyone."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import cast

import pikepdf
import pytest

from lles.casefile.documents import UnprintableText
from lles.law.bilingual import LANGUAGES, Language, Text, day_in_words
from lles.work.safeguarding.documents.safeguarding_letter.document import (
    TEMPLATES,
    as_data,
)
from lles.work.safeguarding.rules.letter_facts import (
    ConcernRaised,
    Enquiry,
    Typed,
)
from lles.work.safeguarding.tests.reading_letters import CODES, both, letter, pages, rendered, said, words
from lles.work.safeguarding.tests.sample_letters import CROWDED, ELIN, HUW, MARI, MINIMAL, OSIAN, USUAL


@both
def test_it_names_everyone_and_every_day(language: Language) -> None:
    text = said(CROWDED, language)

    assert all(child.name in text for child in CROWDED.children)
    assert all(adult.name in text for adult in CROWDED.adults)
    days = [date(2026, 3, 4), date(2026, 3, 5), date(2026, 3, 18), date(2026, 4, 2), date(2017, 6, 15)]
    assert all(day_in_words(day, language, weekday=False) in text for day in days)


@both
def test_it_tells_two_councils_apart_whose_names_would_say_where_somebody_is(language: Language) -> None:
    asked = [Enquiry(HUW, "local_authority", section=f"council-{n}") for n in range(2)]
    name = {"en": "A local authority (children's services)", "cy": "Awdurdod lleol (gwasanaethau plant)"}[
        language
    ]

    two, one = (said(replace(USUAL, enquiries=tuple(of)), language) for of in (asked, asked[:1]))

    assert [f"{name} ({number})" in two for number in (1, 2, 3)] == [True, True, False]
    assert f"{name} (" not in one


@both
def test_it_says_when_and_what_the_hearing_is(language: Language) -> None:
    text = said(USUAL, language)

    assert {"en": "Thursday 9 April 2026", "cy": "Dydd Iau 9 Ebrill 2026"}[language] + ", 10:30am" in text
    assert USUAL.hearing.kind.said(language) in text


def test_it_holds_the_same_numbers_in_both_languages() -> None:
    found = [Counter(re.findall(r"\d+", said(CROWDED, each))) for each in LANGUAGES]

    assert found[0] == found[1]


@both
def test_it_prints_every_fact(language: Language) -> None:
    marks: dict[str, str] = {}
    marked = cast(dict[str, object], _marked(as_data(CROWDED, language), "", count(), marks))

    text = words(rendered(marked, language))

    assert [field for mark, field in marks.items() if mark not in text] == []
    assert len(marks) > 100


def _marked(value: object, field: str, number: Iterator[int], marks: dict[str, str]) -> object:
    """The same data with a mark of its own in place of each text that a reader should see."""
    if isinstance(value, dict):
        return {key: _marked(inner, f"{field}.{key}", number, marks) for key, inner in value.items()}
    if isinstance(value, list):
        return [_marked(inner, field, number, marks) for inner in value]
    if not isinstance(value, str) or field.rpartition(".")[2] in CODES:
        return value
    mark = f"q{next(number)}z"
    marks[mark] = field
    return mark


def test_it_would_miss_a_fact_that_a_template_leaves_out(tmp_path: Path) -> None:
    source = TEMPLATES["en"].read_text()
    (tmp_path / "letter.typ").write_text(TEMPLATES["en"].with_name("letter.typ").read_text())
    (tmp_path / "en.typ").write_text(source.replace("[#data.made_on]", "[]"))
    marked = as_data(USUAL, "en") | {"made_on": "q0z"}

    text = words(rendered(marked, "en", tmp_path / "en.typ"))

    assert "[#data.made_on]" in source
    assert "q0z" not in text


def test_its_templates_use_the_same_facts() -> None:
    used = [Counter(_facts_used(TEMPLATES[language].read_text())) for language in LANGUAGES]
    keys = set(_keys(as_data(CROWDED, "en")))
    shared = set(re.findall(r"[a-z_]+", TEMPLATES["en"].with_name("letter.typ").read_text()))

    assert used[0] == used[1]
    assert keys - {key for path in used[0] for key in path.split(".")} - shared == {"nation"}


def _facts_used(source: str) -> list[str]:
    return re.findall(
        r"\b(?:data|child|adult|one|enquiry|source|spoken|concern|analysis|officer)(?:\.[a-z_]+)+", source
    )


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _keys(inner)


def test_its_templates_read_nothing_but_the_sheet() -> None:
    for template in TEMPLATES.values():
        source = template.read_text()
        assert re.findall(r'#import "([^"]*)"', source) == ["letter.typ"]
        assert not re.search(r"@preview|@local|\beval\b|\bread\(|\binclude\b", source)


@both
def test_it_is_accessible(language: Language) -> None:
    with pikepdf.open(io.BytesIO(letter(CROWDED, language))) as document:
        kinds = Counter(str(item.get("/S")) for item in _elements(document))
        assert document.Root.Lang == f"{language}-GB"
        assert bool(document.Root.MarkInfo.Marked)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    assert kinds["/Table"] == 2
    assert kinds["/TH"] == 6
    assert kinds["/H1"] >= 9
    assert kinds["/LI"] > 10


def _elements(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem"
    ]


@both
def test_it_marks_the_language_of_words_in_the_other_one(language: Language) -> None:
    with pikepdf.open(io.BytesIO(letter(USUAL, language))) as document:
        spoken = {str(item.get("/Lang")) for item in _elements(document) if "/Lang" in item}

    assert any(tag.startswith("cy" if language == "en" else "en") for tag in spoken)


@both
def test_it_keeps_what_was_said_in_its_own_language(language: Language) -> None:
    text = said(USUAL, language)

    assert "\u201cRoedd e'n gweiddi arna i o flaen y plant." in text
    assert "\u201cI want them for half of every holiday.\u201d" in text
    assert {"en": "(said in Welsh)", "cy": "(dywedwyd yn Saesneg)"}[language] in text
    assert text.count("(said in") + text.count("(dywedwyd yn") == 1


def test_it_holds_the_letters_of_welsh() -> None:
    text = said(USUAL, "cy") + said(USUAL, "en")

    assert all(name in text for name in ("Llŷr", "Gwenllïan", "Ffôn", "wahân"))


@both
def test_it_tells_nothing_in_its_metadata(language: Language) -> None:
    with pikepdf.open(io.BytesIO(letter(CROWDED, language))) as document:
        told = " ".join(str(value) for value in document.docinfo.as_dict().values())
        with document.open_metadata() as metadata:
            told += " ".join(str(value) for _, value in metadata.items())
    names = [HUW, MARI, OSIAN, ELIN, USUAL.author.name, USUAL.court_number, USUAL.reference]

    assert not any(name in told for name in names)


@both
def test_it_takes_two_pages_in_a_usual_case(language: Language) -> None:
    assert pages(letter(USUAL, language)) == 2


@both
def test_it_speaks_one_language_apart_from_what_was_typed(language: Language) -> None:
    spoken = set(re.findall(r"[a-z]+", said(replace(MINIMAL, draft=True), language).lower()))

    assert not spoken & {"en": {"yn", "y", "ein", "llys"}, "cy": {"the", "of", "we", "court"}}[language]


HOSTILE = ["#panic()", "*x* _y_ $z$", "= Heading", "<label> @ref", "// comment", 'a"b\\c', "- not a list"]


@both
@pytest.mark.parametrize("hostile", HOSTILE)
def test_it_prints_hostile_words_as_they_stand(language: Language, hostile: str) -> None:
    facts = replace(USUAL, concerns=(ConcernRaised(MARI, Typed(hostile, "en")),))

    assert f"\u201c{hostile}\u201d" in said(facts, language)


@both
def test_it_names_the_words_it_cannot_print(language: Language) -> None:
    facts = replace(USUAL, concerns=(ConcernRaised(MARI, Typed("Diolch!\n\nHwyl 😀", "cy")),))

    with pytest.raises(UnprintableText) as caught:
        letter(facts, language)

    assert caught.value.field == "conversations.1.concerns.0.words.paragraphs.1.0"


@both
def test_it_says_what_another_piece_of_work_has_done(language: Language) -> None:
    done = Text(en="We told the police of a danger.", cy="Rhoddwyd gwybod i'r heddlu am berygl.")
    assert done.said(language) in said(replace(USUAL, done=(done,)), language)


@both
def test_what_was_known_before_stands_before_what_others_told_and_is_silent_where_there_is_nothing(
    language: Language,
) -> None:
    head = {"en": "What we knew before", "cy": "Yr hyn a wyddem o'r blaen"}[language]
    known = Text(en="An earlier application.", cy="Cais cynharach.")

    text = said(replace(USUAL, earlier=(known,)), language)

    assert text.index(head) < text.index(known.said(language))
    assert head not in said(USUAL, language)
