"""Who else was at a hearing is named, and where they can be found is not written beside their names."""

import pytest

from lles.work.first_hearing.forms.hearings import HappenedForm


@pytest.mark.parametrize(
    ("others", "is_refused"),
    [
        ("Ms Lee, counsel for the mother; an interpreter", False),
        ("Mr Lane of the local authority, and two social workers", False),
        ("", False),
        ("Ms Lee, interpreter, 07700 900111", True),
        ("Dai Davies, 14 Larkenby Road", True),
        ("A neighbour (CH2 1ZZ)", True),
    ],
)
def test_an_address_beside_a_name_is_refused_when_the_hearing_is_recorded(
    others: str, is_refused: bool
) -> None:
    form = HappenedForm({"others": others}, children=(), parties=())
    assert ("others" in form.errors) is is_refused
