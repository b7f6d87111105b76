"""What came in says from which court, where it is one that we know; other words stay on the timeline."""

from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.queries.desk import desk_of
from lles.casefile.rules.courts import courts_in_wales
from lles.casefile.timeline import Word, says
from lles.law.bilingual import Language, Text


def lines(case: Case, own: Officer, by: Officer, now: datetime, court: Text, language: Language) -> str:
    said = says("application_received", court=court, children=2, pathway=Word("pathway.cap"))
    case.entries.create(kind=said.kind, facts=said.as_data(), by=by, at=now)
    desk = desk_of(own, now, now.replace(year=2020), language)
    return " ".join(line for one in desk.came_in for line in one.lines)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_court_that_we_know_is_named(
    case: Case, own: Officer, manager: Officer, now: datetime, language: Language
) -> None:
    _, court = courts_in_wales()[0]
    one_name = Text(court.en, court.en)
    assert court.said(language) in lines(case, own, manager, now, one_name, language)


def test_what_a_court_may_have_typed_in_place_of_its_name_is_not(
    case: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    typed = Text("7 Heol y Dŵr, Wrexham", "7 Heol y Dŵr, Wrexham")
    assert "Heol" not in lines(case, own, manager, now, typed, "en")
