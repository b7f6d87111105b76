"""Forms: drawn by components, answered in both languages, never losing what was typed."""

import re
from datetime import date, time

import pytest
from django import forms
from django.test import Client
from django.utils.translation import override

from lles.casefile.forms import (
    Asked,
    Boxes,
    ClockField,
    DateBoxesField,
    Form,
    YesNoField,
    field,
    problems,
    tidied,
)
from lles.casefile.forms.fields import ANSWERS
from tests.site.conftest import in_welsh
from tests.site.pages import TYPED, Call


def test_it_turns_what_was_typed_into_values() -> None:
    form = Call(TYPED)
    assert form.is_valid(), form.errors
    typed = form.cleaned_data
    assert (typed["day"], typed["hour"], typed["safe"]) == (date(2026, 3, 12), time(9, 30), False)
    assert typed["said"] == "First line\nSecond <line>"
    assert typed["topics"] == ["a", "b"]


@pytest.mark.parametrize(
    ("typed", "wrong", "said", "welsh"),
    [
        (("", "", ""), "day", "Enter a date", "Rhowch ddyddiad"),
        (("12", "3", ""), "year", "Date must include a year", "Rhaid i'r dyddiad gynnwys blwyddyn"),
        (
            ("", "", "2026"),
            "day",
            "Date must include a day and a month",
            "Rhaid i'r dyddiad gynnwys diwrnod a mis",
        ),
        (("31", "2", "2026"), "day", "Date must be a real date", "Rhaid i'r dyddiad fod yn ddyddiad dilys"),
        (("1", "2", "26"), "day", "Date must be a real date", "Rhaid i'r dyddiad fod yn ddyddiad dilys"),
        (("x", "y", "z"), "day", "Date must be a real date", "Rhaid i'r dyddiad fod yn ddyddiad dilys"),
    ],
)
def test_it_says_what_is_wrong_with_a_day(typed: tuple[str, ...], wrong: str, said: str, welsh: str) -> None:
    boxes = dict(zip(("day-day", "day-month", "day-year"), typed, strict=True))
    for language, words in (("en", said), ("cy", welsh)):
        with override(language):
            problem = next(one for one in problems(Call(TYPED | boxes)) if one.place.startswith("id_day"))
            assert (problem.text.partition(" – ")[2], problem.place) == (words, f"id_day-{wrong}")


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("9", time(9)),
        ("9am", time(9)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("4.05 PM", time(16, 5)),
        ("14:15", time(14, 15)),
        ("3yh", time(15)),
    ],
)
def test_it_reads_an_hour_as_people_write_it(written: str, hour: time) -> None:
    assert ClockField().clean(written) == hour


@pytest.mark.parametrize(
    ("hour", "written"), [(time(14, 30), "2:30pm"), (time(0, 5), "12:05am"), (time(12), "12:00pm")]
)
def test_an_hour_comes_back_as_the_pages_write_it_and_is_read_again(hour: time, written: str) -> None:
    assert ClockField().prepare_value(hour) == written
    assert ClockField().clean(written) == hour


@pytest.mark.parametrize("written", ["25:00", "13pm", "0am", "nine", "9:5", "9:75"])
def test_it_refuses_an_hour_that_is_none(written: str) -> None:
    with pytest.raises(forms.ValidationError):
        ClockField().clean(written)


def test_it_has_no_yes_and_no_for_every_question() -> None:
    with override("cy"):
        pairs = [(str(yes), str(no)) for yes, no in ANSWERS.values()]
    assert len(set(pairs)) == len(pairs) == len(Asked)
    assert ("Oes", "Nac oes") in pairs


@pytest.mark.parametrize(("typed", "value"), [("yes", True), ("no", False), ("unknown", None)])
def test_it_keeps_not_known_apart_from_no(typed: str, value: bool | None) -> None:
    assert YesNoField(asked=Asked.IS, unknown="Not known").clean(typed) is value


def test_it_shows_what_was_typed_when_something_is_wrong(reader: Client) -> None:
    page = reader.post("/call/", TYPED | {"day-year": "", "said": 'Llŷr said "no" <b>'}).content.decode()
    assert '<h2 class="govuk-error-summary__title">' in page
    assert '<a href="#id_day-year">Day – Date must include a year</a>' in page
    assert "Llŷr said &#34;no&#34; &lt;b&gt;</textarea>" in page
    assert 'value="Mawrth"' in page
    assert "<title>Error: Call – Lles</title>" in page


def test_it_says_what_is_wrong_in_welsh(reader: Client) -> None:
    page = in_welsh(reader).post("/call/", {"said": "Testun"}).content.decode().replace("&#39;", "'")
    for said in ("Mae problem wedi codi", "Rhowch ateb", "Dewiswch ateb", "Rhowch ddyddiad", "Gwall:"):
        assert said in page
    assert not re.search(r"Enter an answer|Select an answer|There is a problem|\(optional\)", page)


def test_it_draws_every_field_without_a_field_of_djangos_own(reader: Client) -> None:
    page = reader.get("/call/").content.decode()
    for name in Call.base_fields:
        assert f'"id_{name}' in page
    for component in (
        "date-input",
        "radios",
        "checkboxes",
        "select",
        "character-count",
        "password-input",
        "file-upload",
    ):
        assert f"govuk-{component}" in page


def test_it_never_sends_a_password_back(reader: Client) -> None:
    assert (
        "hidden-word"
        not in reader.post("/call/", TYPED | {"day-day": "", "secret": "hidden-word"}).content.decode()
    )


def test_it_shows_a_field_only_with_its_choice_and_a_line_below_it() -> None:
    form = Call()
    drawn = field(
        form["outcome"], hints={"k": "Seen before"}, reveals={"n": field(form["name"])}, heading=True
    )
    assert "Seen before" in drawn
    assert re.search(r'govuk-radios__conditional.*id="id_name"', drawn, re.S)
    assert '<h1 class="govuk-fieldset__heading">' in drawn


class Refuge(Form):
    """A form of one box."""

    refuge = forms.BooleanField(label="It is a refuge", required=False, help_text="Then nobody opens it.")


def test_what_is_said_of_a_single_box_stands_behind_its_words_not_before_them() -> None:
    drawn = str(field(Refuge()["refuge"]))
    assert drawn.index("It is a refuge") < drawn.index("Then nobody opens it.")


def test_it_puts_no_space_into_typed_lines_however_deep_the_field() -> None:
    form = Call(TYPED)
    drawn = field(form["outcome"], reveals={"n": field(form["said"])})
    assert "First line&#10;Second &lt;line&gt;</textarea>" in drawn


def test_it_counts_letters_in_welsh_in_all_six_forms() -> None:
    with override("cy"):
        drawn = str(field(Call()["said"]))
    forms_of_count = re.findall(r"data-i18n\.characters-under-limit\.(\w+)=", drawn)
    assert forms_of_count == ["zero", "one", "two", "few", "many", "other"]
    assert "Gallwch roi hyd at 200 nod" in drawn


def test_it_composes_letters_and_keeps_one_kind_of_line_end() -> None:
    assert tidied("Sia\u0302n\r\nLly\u0302r") == "Siân\nLlŷr"


def test_it_knows_whether_a_day_changed() -> None:
    day = DateBoxesField()
    assert not day.has_changed(date(2026, 3, 12), Boxes("12", "3", "2026"))
    assert day.has_changed(date(2026, 3, 12), Boxes("13", "3", "2026"))


def test_it_draws_a_form_whole() -> None:
    class Small(Form):
        name = forms.CharField(label="Name")

    assert "govuk-input" in str(Small())
    assert "govuk-input" in str(Small()["name"].as_field_group())
