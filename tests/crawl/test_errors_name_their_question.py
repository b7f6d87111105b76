"""Whoever reads the summary of errors knows from each line which question it is about, on every form."""

import html
import re

import pytest

from lles.law.bilingual import LANGUAGES, Language
from tests.crawl.ground import Ground
from tests.crawl.parts import parts_of
from tests.crawl.visited import with_errors

LINE = re.compile(r'<a href="#([^"]*)">(.*?)</a>', re.DOTALL)
OF_THE_WHOLE = ("account_login",)  # which of the two boxes was wrong is not said to whoever is not signed in
OPTIONAL = re.compile(r" \((optional|dewisol)\)$")


def lines_of(content: str) -> list[tuple[str, str]]:
    """Each line of the summary: the place to which it leads, and its words."""
    summary = content.partition("govuk-error-summary__list")[2].partition("</ul>")[0]
    return [(place, " ".join(html.unescape(words).split())) for place, words in LINE.findall(summary)]


def names_a_question(content: str, words: str) -> bool:
    asked = {OPTIONAL.sub("", one.name) for one in parts_of(content).of("label", "legend")}
    return any(re.match(rf"{re.escape(one)}( \(\d+\))? – ", words) for one in asked if one)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_error_of_a_form_names_its_question(ground: Ground, language: Language) -> None:
    found, seen = [], 0
    for page in with_errors(ground, language):
        lines = lines_of(page.content)
        seen += bool(lines)
        words = [one for _, one in lines]
        found += [f"{page.ask.route}: twice: {one}" for one in set(words) if words.count(one) > 1]
        found += [
            f"{page.ask.route}: {one}"
            for place, one in lines
            if page.ask.route not in OF_THE_WHOLE
            and "reason-" not in place
            and not names_a_question(page.content, one)
        ]
    assert seen > 20
    assert not found, "\n".join(found)
