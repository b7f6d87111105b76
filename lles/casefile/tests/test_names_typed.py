"""Into a name nobody types where somebody can be found; surnames that are streets and houses are names."""

import pytest

from lles.casefile.forms.names import is_a_name
from lles.casefile.models import Case, Officer, OtherAdult
from lles.casefile.rules.names_typed import name_holds_a_place
from lles.casefile.tests.pages import client_of, fill, said, summary_of

PLACES = [
    "Dai, 14 Elm Row", "Flat 2, 14 Larkenby Road", "12 Heol y Dŵr", "Mari CH2 1ZZ", "Dai P.O. Box 12",
    "Blwch Post 12", "Dai 07700 900123", "01970 612345", "Mari (mari.price@example.org)", "Dai 612345",
]  # fmt: skip
NAMES = [
    "Lois Lane", "Glenn Close", "Mary Hall", "Rose Mill", "Barry Street", "Llinos ap Huw", "Chester Park",
    "D'Arcy-Jones", "Mr R. Rhodes 2nd", "Ysgol y Bont Fach", "School 21", "Siân (interpreter, Polish)",
    "Ms Lee, counsel for the mother; two social workers of Gwynedd", "Court 3 usher", "Sgt 4411 Price",
]  # fmt: skip
REFUSED = {
    "en": "This looks like an address or a telephone number. Write the name alone.",
    "cy": "Mae hyn yn edrych fel cyfeiriad neu rif ffôn. Ysgrifennwch yr enw yn unig.",
}


@pytest.mark.parametrize("typed", PLACES)
def test_a_name_that_holds_a_place_is_told(typed: str) -> None:
    assert name_holds_a_place(typed)


@pytest.mark.parametrize("typed", NAMES)
def test_a_name_is_a_name(typed: str) -> None:
    is_a_name(typed)
    assert not name_holds_a_place(typed)


@pytest.mark.parametrize("box", ["first_name", "last_name", "former_names"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_outsider_is_not_recorded_under_an_address_and_nothing_typed_is_lost(
    case: Case, own: Officer, language: str, box: str
) -> None:
    party = case.parties.get(role="respondent").pk
    typed = {"first_name": "Dai", "last_name": "Davies", "relation": "new_partner", "party": str(party)}
    path = f"/cases/{case.reference}/checks/outsider/"
    answer = fill(client_of(own, language), path, **{**typed, box: "14 Larkenby Road"}, kinds=["police"])
    assert REFUSED[language] in summary_of(answer)
    assert 'value="14 Larkenby Road"' in said(answer)
    assert not OtherAdult.objects.exists()
