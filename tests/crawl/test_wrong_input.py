"""Wrong input of every kind, on every form of a case, in both languages: said clearly, nothing typed lost."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.http import HttpResponseBase
from django.test import Client

from lles.casefile.models import Case, Entry
from lles.law.bilingual import LANGUAGES, Language
from lles.work.closing.models import Closing
from tests.crawl.cast import BY_NAME, browser_of, officer
from tests.crawl.crawl import logged
from tests.crawl.ground import Ground, undone
from tests.crawl.pages import FormPage, Values, read
from tests.crawl.routes import ABOUT_A_CASE, asks
from tests.journeys.words import ONLY_ENGLISH, ONLY_WELSH

WITHOUT_A_FORM = frozenset({
    "casefile:add_check", "casefile:no_answer", "casefile:draft", "earlier_involvement:look",
    "family_assistance:propose", "intake:of_case",
    "safeguarding:end_withholding", "safeguarding:end_update_withholding",
})  # fmt: skip
SOMEBODYS_WORDS = re.compile("“[^”]*”")  # they stand in the language in which they were said
NEVER_STALE = frozenset({"casefile:add_paper", "casefile:add_note"})  # no change of what somebody saw
OF_A_RESTRICTED_CASE = ("casefile:unseal", "casefile:name_person", "casefile:end_naming")
known: dict[tuple[Language, str], FormPage] = {}
LONG = " ".join(["Tŷ hir"] * 6000)
Change = Callable[[FormPage], Values]


def _in_every_box(text: str) -> Change:
    return lambda page: {name: [text] for name in page.texts}


def _in_every_day(day: str, month: str, year: str) -> Change:
    def change(page: FormPage) -> Values:
        values = {"day": day, "month": month, "year": year}
        return {
            name: [values[name.rpartition("-")[2]]]
            for name in page.texts
            if name.rpartition("-")[2] in values
        }

    return change


def _every_choice(text: str) -> Change:
    return lambda page: {name: [text] for name in page.choices}


WRONG: dict[str, Change] = {
    "nothing": lambda page: {name: [""] for name in page.texts} | {name: [] for name in page.choices},
    "too long": _in_every_box(LONG),
    "no day of any month": _in_every_day("31", "2", "2026"),
    "a day to come": _in_every_day("1", "1", "2999"),
    "words for a day": _in_every_day("dydd", "Iau", "eleni"),
    "half a day": _in_every_day("12", "", ""),
    "a year of two figures": _in_every_day("1", "3", "26"),
    "more digits than a number has": _in_every_day("9" * 5000, "9" * 5000, "9" * 5000),
    "other people's digits": _in_every_day("٣", "٣", "²026"),
    "no choice of ours": _every_choice("<script>alert(1)</script>"),
    "a number nobody has": _every_choice("99999999999999999999"),
    "a letter without a letter": _in_every_box("a\x00b"),
    "rows without end": lambda page: {"rows": ["9" * 30]},
    "rows before the first": lambda page: {"rows": ["-1"]},
    "seen what nobody saw": lambda page: {"seen": ["x"], "seen_entry": ["x"], "revision": ["x"]},
}


def forms(ground: Ground) -> dict[str, str]:
    """The address of every form of a case."""
    about = {name: case_of(ground, name) for name in ABOUT_A_CASE}
    found = {name: ask.path for name, case in about.items() for ask in asks(name, case) if ask.filled}
    return {name: path for name, path in found.items() if name not in WITHOUT_A_FORM}


def case_of(ground: Ground, name: str) -> Case:
    """The case on which a form is there."""
    return ground.case("sealed" if name in OF_A_RESTRICTED_CASE else "own")


@contextmanager
def as_it_must_be(ground: Ground, name: str) -> Iterator[None]:
    """The case in the state in which a form is there, for as long as it is asked: closed, to be opened."""
    with undone():
        if name == "closing:reopen":
            case = case_of(ground, name)
            ended = {"outcome": "order_made", "ended_on": ground.at.date()}
            Closing.objects.create(case=case, by=officer("own"), at=ground.at, **ended)
            Case.objects.filter(pk=case.pk).update(closed_at=ground.at)
        yield


def shown(client: Client, path: str) -> FormPage:
    return read(client.get(path).content.decode())


def shown_once(client: Client, language: Language, path: str) -> FormPage:
    """A form as it stands for the manager before anything is typed: the same, whatever is wrong then."""
    if (language, path) not in known:
        known[language, path] = shown(client, path)
    return known[language, path]


def sent(client: Client, path: str, values: Values) -> tuple[HttpResponseBase, list[str]]:
    with logged() as lines, undone():
        answer = client.post(path, values)
    return answer, lines


def troubles(before: FormPage, wrong: Values, answer: HttpResponseBase, language: Language) -> list[str]:
    """What is not as it should be in the answer to wrong input."""
    said = answer.content.decode()  # type: ignore[attr-defined]  # every answer here is whole
    if answer.status_code == 302:  # nothing of it was wrong for this form
        return []
    page = read(said)
    only = ONLY_ENGLISH if language == "cy" else ONLY_WELSH
    found = [f"answered {answer.status_code}"] if answer.status_code not in (200, 409) else []
    found += [
        f"in the wrong language: {text}"
        for text in page.messages
        if only.search(SOMEBODYS_WORDS.sub("", text))
    ]
    found += [f"shows its own marks: {text}" for text in page.messages if "<span" in text]
    found += ["says nothing"] if not page.messages and answer.status_code == 200 else []
    found += [
        f"lost {name}: {str(values)[:40]} became {str(page.stands.get(name))[:40]}"
        for name, values in {**before.stands, **wrong}.items()
        if name not in NOT_TYPED and can_stand(before, name, values) and page.stands.get(name, []) != values
    ]
    return found


NOT_TYPED = frozenset(
    {"csrfmiddlewaretoken", "kept-for", "kept-focus", "seen", "seen_entry", "revision", "rows"}
)


def can_stand(page: FormPage, name: str, values: list[str]) -> bool:
    """Whether a browser could hold these values in this field; what no list offers cannot be given back."""
    return name in page.texts or (bool(values) and set(values) <= set(page.choices.get(name, [])))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WRONG)
def test_it_says_what_is_wrong_and_loses_nothing(ground: Ground, kind: str, language: Language) -> None:
    client, found = browser_of(BY_NAME["manager"], language), []
    for name, path in forms(ground).items():
        with as_it_must_be(ground, name):
            before = shown_once(client, language, path)
            wrong = WRONG[kind](before)
            if not wrong.keys() & before.stands.keys() | wrong.keys() & before.choices.keys():
                continue
            entries = Entry.objects.count()
            answer, lines = sent(client, path, {**before.stands, **wrong})
            found += [f"{name}: {trouble}" for trouble in troubles(before, wrong, answer, language)]
            found += [f"{name}: {line}" for line in lines if "Traceback" in line]
            assert Entry.objects.count() == entries
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_in_a_second_window_what_happened_in_the_first(ground: Ground, language: Language) -> None:
    client, found = browser_of(BY_NAME["manager"], language), []
    assert set(OF_A_RESTRICTED_CASE) < set(forms(ground))
    for name, path in forms(ground).items():
        if name in NEVER_STALE:
            continue
        case = case_of(ground, name)
        elsewhere = f"/cases/{case.reference}/conversations/{case.parties.all()[0].pk}/no-answer/"
        with as_it_must_be(ground, name):
            before = shown(client, path)
            filled = next(ask for ask in asks(name, case) if ask.filled and ask.path == path).data
            typed = {key: [value] if isinstance(value, str) else list(value) for key, value in filled.items()}
            client.post(path if name == "safeguarding:letter" else elsewhere, {**before.stands, **typed})
            answer = client.post(path, {**before.stands, **typed})
            if answer.status_code != 409:
                found.append(f"{name}: answered {answer.status_code}")
            found += [f"{name}: {one}" for one in troubles(before, {}, answer, language) if "lost" not in one]
            stands = read(answer.content.decode()).stands
            lost = [key for key in typed if key in before.texts and stands.get(key) != typed[key]]
            found += [f"{name}: lost {lost}"] if lost else []
    assert found == []


def test_it_shows_that_a_form_that_forgets_would_be_noticed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, path = browser_of(BY_NAME["manager"], "cy"), forms(ground)["safeguarding:letter"]
    before = shown(client, path)
    wrong = {"words-safety": [LONG]}
    monkeypatch.setattr("lles.casefile.forms.renderer._value", lambda bound: "")
    answer, _ = sent(client, path, {**before.stands, **wrong})
    assert [
        trouble
        for trouble in troubles(before, wrong, answer, "cy")
        if trouble.startswith("lost words-safety")
    ]
