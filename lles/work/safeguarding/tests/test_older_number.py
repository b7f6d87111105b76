"""A case whose number is of the courts' older service, as it comes on paper and all of Wales has it: the
letter bears it, and the case is found by it."""

from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.queries.finding import found
from lles.casefile.queries.letterhead import letterhead_of
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.rules.letter_content import Option
from lles.work.safeguarding.tests.contents import about_safety

NUMBER = "WX26P90021"


@pytest.fixture
def on_paper(case: Case) -> Case:
    """The case, keyed from paper."""
    Case.objects.filter(pk=case.pk).update(court_number="", family_man_number=NUMBER)
    case.refresh_from_db()
    return case


def test_every_version_of_the_letter_bears_it(on_paper: Case, own: Officer, now: datetime) -> None:
    content = about_safety("They are safe.", options=(Option("no_safety_reason", "Nothing is known."),))
    write_letter(case=on_paper, by=own, at=now, content=content)
    released = preview_letter(case=on_paper, by=own, at=now).released
    assert released
    for version in released:
        assert NUMBER in " ".join(place.text for place in places(version.made.content))


def test_other_letters_bear_it(on_paper: Case, own: Officer, now: datetime) -> None:
    assert letterhead_of(on_paper, own, now).court_number == NUMBER


@pytest.mark.parametrize("typed", ["WX26P90021", "wx26p90021", "WX26P 90021"])
def test_the_case_is_found_by_it(on_paper: Case, own: Officer, typed: str) -> None:
    assert [one.case.pk for one in found(own, typed).cases] == [on_paper.pk]
