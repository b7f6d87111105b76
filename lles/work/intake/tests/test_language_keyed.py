"""What is asked of language in keying is asked once, of each person, and makes the fact of the case."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from lles.casefile.models import Officer
from lles.casefile.queries.application_facts import application_facts
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.work.intake.models import Registration
from lles.work.intake.tests.registering import PAGES, keyed, page, typed_into, what_is_shown

ENGLISH = {"spoken": "en", **day("asked_on", date(2026, 3, 1))}
SIGNS = {"help": "sign_language", "help_words": "BSL, in the morning."}
ONCE = {
    "en": ("Which language did they choose?", "Language of the interpreter", "Does anybody need Welsh"),
    "cy": ("Pa iaith a ddewisodd y person?", "Iaith y cyfieithydd", "A oes angen y Gymraeg"),
}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_language_and_interpreter_are_asked_on_one_page(
    intake: Officer, registration: Registration, language: str
) -> None:
    typed_into(intake, registration, {"party-1": PAGES["party-1"]})
    client = client_of(intake, language)
    assert client.get(page(registration, "language")).status_code == 404
    shown = text_of(client, page(registration, "party-1-language"))
    assert all(shown.count(words) == 1 for words in ONCE[language][:2])
    for path in ("registration", "registration_check"):
        listed = text_of(client, reverse(f"intake:{path}", args=(registration.pk,)))
        assert ONCE[language][2] not in listed


@pytest.mark.parametrize(
    ("of_mother", "of_father", "answer", "kinds", "by_whom"),
    [
        (PAGES["party-1-language"], {}, "yes", ["welsh_spoken", "welsh_written"], ["applicant"]),
        (ENGLISH, {"interpreter": "Polish"}, "yes", ["interpreter"], ["respondent"]),
        (ENGLISH, SIGNS, "yes", ["sign_language"], ["respondent"]),
        (ENGLISH, ENGLISH, "no", [], []),
        (ENGLISH, {}, "unknown", [], []),
    ],
)
def test_the_fact_of_the_case_is_made_of_what_was_said_of_each_person(
    intake: Officer, registration: Registration, of_mother: dict[str, Any], of_father: dict[str, Any],
    answer: str, kinds: list[str], by_whom: list[str],
) -> None:  # fmt: skip
    case = keyed(intake, registration, **{"party-1-language": of_mother, "party-2-language": of_father})
    fact = application_facts(case)["language"]
    assert (fact.answer, fact.kinds, fact.by_whom) == (answer, kinds, by_whom)
    assert fact.words == (of_father.get("interpreter") or of_father.get("help_words", ""))


def test_other_help_is_named_and_holds_no_address(intake: Officer, registration: Registration) -> None:
    typed_into(intake, registration, {**PAGES, "party-2-language": {}})
    client = client_of(intake)
    refused = fill(client, page(registration, "party-2-language"), help="other")
    assert "Say which help they need" in said(refused)
    tells = {"help": "other", "help_words": "Write to 7 Heol y Dŵr, Wrecsam, LL11 1AA."}
    assert fill(client, page(registration, "party-2-language"), **tells).status_code == 302
    path, shown = what_is_shown(client, registration)
    page_of_all = client.post(path, {"shown": shown})
    assert page_of_all.status_code == 200
    found = said(page_of_all)
    assert "Take the address, the telephone number or the e-mail out of the words" in found
    assert "/pages/party-2-language/" in found.split("Take the address")[0][-200:]
