"""The list of guardians replaces the one before it, and is never emptied by accident."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from lles.links.court.client import CourtService
from lles.links.court.errors import NotAcceptable
from lles.links.court.standin import StandIn
from lles.links.outward.guardians import Guardian, replace_guardians

CASE = "1790000000000029"
SIWAN = Guardian("Siwan Puw", ("Macsen Gethin", ""), email="siwan@example.org")


@pytest.fixture(name="court")
def running_court() -> Iterator[StandIn]:
    with StandIn() as court:
        court.load({"id": int(CASE), "caseData": {}})
        yield court


def test_it_replaces_the_whole_list(court: StandIn) -> None:
    with CourtService(court.settings("public")) as service:
        replace_guardians(service, CASE, [SIWAN])
        replace_guardians(service, CASE, [SIWAN])
    (kept,) = court.guardians[CASE]
    assert kept == {
        "guardianName": "Siwan Puw",
        "telephoneNumber": "",
        "email": "siwan@example.org",
        "children": ["Macsen Gethin"],
    }


@pytest.mark.parametrize(
    "guardians", [[], [Guardian(" ", ("A",))], [SIWAN, Guardian("B", ())], [Guardian("B", ("",))]]
)
def test_it_never_sends_a_list_that_removes_or_means_nothing(
    court: StandIn, guardians: list[Guardian]
) -> None:
    with CourtService(court.settings("public")) as service, pytest.raises(NotAcceptable):
        replace_guardians(service, CASE, guardians)
    assert court.calls["guardians"] == 0


def test_it_tells_the_private_law_court_of_no_guardians(court: StandIn) -> None:
    with CourtService(court.settings("private")) as service, pytest.raises(NotAcceptable):
        replace_guardians(service, CASE, [SIWAN])
