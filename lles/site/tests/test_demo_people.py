"""Whoever the demonstration names is reached under their own name."""

from datetime import UTC, datetime

from lles.links.court.facts import CourtCase
from lles.links.court.payload import read_case
from lles.site.demo.days import StoryDays
from lles.site.demo.families import everything_sent
from lles.site.synthetic.draws import plain

MONDAY = datetime(2026, 3, 9, 10, 30, tzinfo=UTC)


def test_everybody_has_an_e_mail_address_of_their_own_name() -> None:
    cases = [read_case(sent.case) for sent in everything_sent(StoryDays(MONDAY))]
    wrong = [strange for case in cases for strange in _strange(case)]
    assert wrong == []


def _strange(case: CourtCase) -> list[str]:
    people = [one for one in case.parties if one.first_name and not one.is_organisation]
    return [
        f"{one.email}: {one.first_name} {one.last_name}"
        for one in people
        if one.email and not one.email.startswith(f"{plain(one.first_name)}.{plain(one.last_name)}.")
    ]
