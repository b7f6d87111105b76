"""A mark takes the whole of a protected place out of the words in which it stands, and nothing else."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.models import Case, Party
from lles.casefile.rules.folding import fold

PLACES = ("187 Rhodfa'r Ehedydd Ŵyllt", "9 Heol y Felin Wen", "14 Penlan Gudd", "3 Kestrel Water Meadows")


@pytest.mark.parametrize("street", PLACES)
@pytest.mark.parametrize(
    "words", ["He was seen at {}.", "{} is where he went again", "Daeth i {} y bore hwn."]
)
def test_no_word_of_the_street_is_left_beside_the_mark(
    case: Case, mother: Party, now: datetime, street: str, words: str
) -> None:
    owner = f"party:{mother.pk}"
    where = locations.Detail(owner, "address", (street, "Wrexham", "LL11 7KX"), True, "party")
    locations.keep(case, [where], now)
    typed = locations.Words(words.format(street), "en")
    (text,) = locations.with_marks(case, [typed], {owner: mother.name}).texts
    assert text == words.format(f"[the address of {mother.name}]")
    assert not {part for part in fold(street).low.split() if len(part) > 2} & set(fold(text).low.split())


def test_words_that_name_no_place_stay_as_they_are(case: Case, mother: Party, now: datetime) -> None:
    where = locations.Detail(f"party:{mother.pk}", "address", (PLACES[0], "Chester"), True, "party")
    locations.keep(case, [where], now)
    typed = locations.Words("He shouts at Chester station every morning.", "en")
    assert locations.with_marks(case, [typed], {}).texts == (typed.text,)  # the court is in Chester
