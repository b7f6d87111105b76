"""The page on which the letter is written: everything is used at one press, a typed address becomes a mark,
and the length is that of the real document."""

import re
from datetime import datetime

import pytest
from django.utils import translation

from lles.casefile.models import Case, Concern, Officer, Party
from lles.casefile.rules.lengths import Length
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.law.bilingual import Language
from lles.links.pdf_reader import filled
from lles.work.safeguarding.changes.preview import versions
from lles.work.safeguarding.documents.safeguarding_letter.length import BOTTOM_MM, TOP_MM
from lles.work.safeguarding.models import Letter
from lles.work.safeguarding.rules.letter_content import Decision
from lles.work.safeguarding.tests.test_views import PATH, TYPED, ready, said_by_the_mother
from lles.work.safeguarding.views.in_words import length_in_words

__all__ = ["ready"]
ALL = "Use everything that is not decided, and keep it"
HOME = "7 Heol y D\u0175r, Wrexham"


def decisions() -> list[Decision]:
    """What became of each thing that was raised, in the order in which it was raised."""
    kept = Letter.objects.get().concerns
    known = [kept.get(str(pk)) for pk in Concern.objects.order_by("pk").values_list("pk", flat=True)]
    return [Decision.from_data(one) if one else Decision() for one in known]


@pytest.fixture
def three(ready: Case, own: Officer, now: datetime) -> list[int]:
    """Three things that the mother raised."""
    for words in ("He drinks.", "He shouts.", "He drives too fast."):
        said_by_the_mother(ready, own, now, words)
    return list(Concern.objects.order_by("pk").values_list("pk", flat=True))


def test_one_press_uses_everything_that_nobody_decided(three: list[int], own: Officer) -> None:
    client, second = client_of(own), three[1]
    typed = TYPED | {f"use-{second}": "leave_out", f"leave-{second}": "She took it back."}
    assert ALL in text_of(client, PATH)
    assert fill(client, PATH, **typed, **{"use-all": "yes"}).status_code == 302
    assert [one.is_decided for one in decisions()] == [True, True, True]
    assert [one.use for one in decisions()] == [True, False, True]
    assert decisions()[1].because == "She took it back."
    assert Letter.objects.get().words["safety"]["text"] == TYPED["words-safety"]


@pytest.mark.parametrize(("language", "asked"), [("en", "Say why it is left out"), ("cy", "Dywedwch pam")])
def test_that_press_leaves_out_nothing_without_a_reason(
    three: list[int], own: Officer, language: str, asked: str
) -> None:
    typed = TYPED | {f"use-{three[2]}": "leave_out", f"leave-{three[2]}": " "}
    answer = fill(client_of(own, language), PATH, **typed, **{"use-all": "yes"})
    assert asked in summary_of(answer)
    assert not Letter.objects.exists()


def test_without_that_press_what_nobody_decided_stays_open(three: list[int], own: Officer) -> None:
    fill(client_of(own), PATH, **TYPED)
    assert [one.is_decided for one in decisions()] == [False, False, False]


@pytest.mark.parametrize(
    ("language", "says"), [("en", "nobody has decided on 4"), ("cy", "heb benderfyniad: 4")]
)
def test_the_count_of_what_nobody_decided_is_that_of_the_page(
    three: list[int], own: Officer, language: str, says: str
) -> None:
    first = Concern.objects.get(pk=three[0])
    Concern.objects.create(
        case=first.case, conversation=first.conversation, words="Every weekend.", language="en",
        deferred=True, at=first.at,
    )  # fmt: skip
    client = client_of(own, language)
    page = client.get(PATH).content.decode()
    waiting = set(re.findall(r'name="(use-\d+)"', page))
    assert len(waiting) == len(three) + 1
    assert says in text_of(client, PATH)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_nobody_decided_is_named_by_its_words(three: list[int], own: Officer, language: str) -> None:
    page = text_of(client_of(own, language), PATH)
    told = page.split({"en": "nobody has decided on", "cy": "heb benderfyniad:"}[language])[1]
    for concern in Concern.objects.filter(pk__in=three):
        assert f"\u201c{concern.words}\u201d" in told.split("SG-SCOPE")[0].split(")")[0]


def test_the_press_is_gone_once_everything_is_decided(three: list[int], own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED, **{"use-all": "yes"})
    assert ALL not in text_of(client, PATH)
    assert [one.use for one in decisions()] == [True, True, True]


@pytest.mark.parametrize(
    ("language", "mark", "told"),
    [
        (
            "en",
            "[the address of Si\u00e2n Morris]",
            "A protected detail that you typed was replaced by a mark",
        ),
        ("cy", "[cyfeiriad Si\u00e2n Morris]", "Rhoddwyd marc yn lle manylyn wedi'i ddiogelu"),
    ],
)
def test_a_typed_protected_address_becomes_a_mark_and_the_page_says_so(
    ready: Case, own: Officer, language: str, mark: str, told: str
) -> None:
    client = client_of(own, language)
    typed = TYPED | {"words-safety": f"He waits at {HOME} every day.", "language_of_text": language}
    answer = fill(client, PATH, **typed)
    assert answer.status_code == 302
    page = said(client.get(PATH))
    assert told in page
    assert mark in page
    kept = Letter.objects.get().words["safety"]["text"]
    assert mark in kept
    assert "every day." in kept
    assert "Heol y D" not in kept
    assert "Heol y D" not in page


def test_words_without_a_protected_detail_are_kept_as_they_were_typed(ready: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    assert "was replaced by a mark" not in said(client.get(PATH))
    assert Letter.objects.get().words["safety"]["text"] == TYPED["words-safety"]


BOTH = TYPED | {
    "other-safety": f"Mae'n aros ger {HOME} bob dydd.",
    "other-because-section_7": "Mae dau hanes.",
}


def test_what_is_typed_in_the_other_language_too_is_kept_and_marked(ready: Case, own: Officer) -> None:
    client = client_of(own)
    assert fill(client, PATH, **BOTH).status_code == 302
    letter = Letter.objects.get()
    assert letter.words["safety"]["other"] == "Mae'n aros ger [cyfeiriad Si\u00e2n Morris] bob dydd."
    assert letter.advice[1]["other_reason"] == "Mae dau hanes."
    assert "Mae dau hanes." in text_of(client, PATH)


@pytest.mark.parametrize("missing", ["words-safety", "because-section_7"])
def test_the_language_of_the_letter_comes_first(ready: Case, own: Officer, missing: str) -> None:
    answer = fill(client_of(own), PATH, **BOTH | {missing: ""})
    assert "Write it first in the language of the letter" in summary_of(answer)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_length_shown_is_that_of_the_real_document(
    ready: Case, own: Officer, father: Party, now: datetime, language: Language
) -> None:
    client = client_of(own, language)
    shown = []
    for words in ("Safe.", "\n\n".join(["The children told their teacher what they saw at home."] * 60)):
        fill(client, PATH, **TYPED | {"words-safety": words})
        says = client.get(f"{PATH}length/").json()["says"]
        assert f"<span data-length>{says}</span>" in said(client.get(PATH))
        made = next(one for one in versions(ready, own, now, draft=True, reader="court", language=language))
        pages = filled(made.content, top_mm=TOP_MM, bottom_mm=BOTTOM_MM)[0]
        with translation.override(language):
            possible = [length_in_words(Length(pages - 1, part)) for part in range(4)]
            possible.append(length_in_words(Length(pages, 0)))
        assert says in possible
        shown.append(says)
    assert shown[0] != shown[1]
    assert (";" in shown[0], ";" in shown[1]) == (False, True)


def test_each_thing_that_was_said_stands_once_with_its_reasons_folded(three: list[int], own: Officer) -> None:
    """The quote is shown once and read to whoever hears the page; what is not asked for yet is folded."""
    page = text_of(client_of(own), PATH)
    part = page.split('class="lles-raised"')[1]
    assert 'What becomes of this? <span class="govuk-visually-hidden">“He drinks.”' in part
    hidden = part.split(f'name="leave-{three[0]}"')[0]
    assert hidden.rindex("govuk-radios__conditional--hidden") > hidden.rindex('value="leave_out"')
    assert page.count("Add words of your own") >= 3
    asked = page.split('id="section-safety"')[1].split('name="words-safety"')[0]
    assert "Add words of your own" not in asked
