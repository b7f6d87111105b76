"""The switch keeps the page and what was typed, without any script."""

import pytest
from django.test import Client
from django.utils.translation import ngettext, override

from lles.site.frame import words
from tests.site.pages import TYPED

TYPED_ONLY = {name: value for name, value in TYPED.items() if name != "place"}


def test_it_keeps_the_page(reader: Client) -> None:
    response = reader.post("/language/", {"language": "cy", "next": "/plain/?q=1"})
    assert response["Location"] == "/plain/?q=1"
    assert '<html lang="cy"' in reader.get("/plain/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_it_leads_nowhere_else(reader: Client, elsewhere: str) -> None:
    assert reader.post("/language/", {"language": "cy", "next": elsewhere})["Location"] == "/"


def test_it_knows_two_languages(reader: Client) -> None:
    reader.post("/language/", {"language": "fr", "next": "/"})
    assert "lles_language" not in reader.cookies


def test_it_keeps_what_was_typed_and_answers_nothing(reader: Client) -> None:
    response = reader.post("/call/", TYPED_ONLY | {"shown-again": "cy", "kept-focus": "id_said"})
    page = response.content.decode()
    assert response.status_code == 200
    assert '<html lang="cy"' in page
    for text in ("Siân", "Mawrth", "9.30am", "Second &lt;line&gt;"):
        assert text in page
    assert page.count(" checked") == 5
    assert "govuk-error-summary" not in page
    assert 'data-focus="id_said"' in page
    assert reader.cookies["lles_language"].value == "cy"


def test_it_finds_no_fault_with_a_form_that_is_only_shown_again(reader: Client) -> None:
    page = reader.post("/call/", {"shown-again": "cy"}).content.decode()
    assert "govuk-error-message" not in page


def test_it_puts_the_cursor_only_on_a_box(reader: Client) -> None:
    page = reader.post("/call/", {"shown-again": "cy", "kept-focus": '"><script>'}).content.decode()
    assert "data-focus" not in page


def test_it_sends_the_form_itself_where_there_is_one(reader: Client) -> None:
    page = reader.get("/call/").content.decode()
    assert 'form="page-form"' in page
    assert 'name="shown-again" value="cy"' in page
    assert page.index('class="lles-enter"') < page.index('name="shown-again"')
    assert 'form="language-form"' in reader.get("/plain/").content.decode()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 cod heb eu defnyddio eto"),
        (1, "1 cod heb ei ddefnyddio eto"),
        (2, "2 god heb eu defnyddio eto"),
        (3, "3 chod heb eu defnyddio eto"),
        (4, "4 cod heb eu defnyddio eto"),
        (6, "6 chod heb eu defnyddio eto"),
        (11, "11 cod heb eu defnyddio eto"),
    ],
)
def test_it_counts_in_six_forms_although_django_has_four(count: int, said: str) -> None:
    with override("cy"):
        assert (
            ngettext("%(num)s code not used yet", "%(num)s codes not used yet", count) % {"num": count}
            == said
        )


def test_it_says_better_welsh_than_the_framework() -> None:
    from django.utils.translation import gettext, pgettext

    with override("cy"):
        assert gettext("Enter a valid date.") == "Rhowch ddyddiad dilys."
        assert pgettext("alt. month", "July") == "Gorffennaf"
        assert gettext("Incorrect code.") == "Nid yw'r cod yn gywir."


def test_it_says_days_in_the_language_of_the_page() -> None:
    from datetime import UTC, date, datetime

    with override("cy"):
        assert words.day(date(2026, 3, 12)) == "dydd Iau 12 Mawrth 2026"
        assert words.day(date(2026, 3, 12), opening=True) == "Dydd Iau 12 Mawrth 2026"
        assert words.moment(datetime(2026, 7, 1, 9, 0, tzinfo=UTC)) == "dydd Mercher 1 Gorffennaf 2026, 10am"
        assert words.short_day(date(2019, 3, 12)) == "Maw 12 Mawrth 2019"
