"""The council of a protected home is weighed, whoever was asked; what a reader knows already passes."""

from dataclasses import dataclass

import pytest

from lles.casefile.rules import confidentiality
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.parts_of_addresses import Held


@dataclass(frozen=True)
class Line:
    """One sentence of a document."""

    text: str
    name: str = "line"


GWYNEDD = ("7 Tan y Bryn", "Dolgellau", "LL40 4ZZ")
BARNSLEY = ("3 Oak Way", "Barnsley", "S70 1ZZ")
CARDIFF = ("3 Oak Way", "Cardiff", "CF10 1ZZ")
ELSEWHERE = ("3 Oak Way", "Larkenby", "ZZ1 1ZZ")
AT_CHESTER = Held(("Family Court at Chester",))


def weighed(home: tuple[str, ...], said: str, held: Held = AT_CHESTER) -> bool:
    search = Search([ProtectedDetail("address", home, "party:1")], held)
    return "council" in [leak.kind for leak in search.hints([Line(said)])]


@pytest.mark.parametrize(
    ("home", "said"),
    [
        (GWYNEDD, "Gwynedd Council wrote to the school."),
        (GWYNEDD, "Ysgrifennodd Cyngor Gwynedd at yr ysgol."),
        (GWYNEDD, "Roedd gan Gyngor Gwynedd gynllun."),
        (GWYNEDD, "A worker of Gwynedd children's services came."),
        (BARNSLEY, "Barnsley Metropolitan Borough Council closed the case."),
        (CARDIFF, "She lives where Cardiff Council helped her."),
    ],
)
def test_the_council_of_a_home_is_weighed(home: tuple[str, ...], said: str) -> None:
    assert weighed(home, said)


@pytest.mark.parametrize(
    ("home", "said"),
    [
        (GWYNEDD, "The council wrote to the school."),
        (GWYNEDD, "Conwy County Borough Council closed the case."),
        (GWYNEDD, "Slate from Gwynedd."),
        (CARDIFF, "Cardiff Council closed the case."),
        (ELSEWHERE, "Gwynedd Council wrote to the school."),
    ],
)
def test_another_council_and_that_of_a_great_city_pass(home: tuple[str, ...], said: str) -> None:
    assert not weighed(home, said)


@pytest.mark.parametrize(
    "known",
    [
        "Family Court at Gwynedd", "Gwynedd Council", "12 Heol Fawr\nDolgellau\nLL40 1ZZ",
        "12 Heol Fawr\nGwynedd",
    ],
)  # fmt: skip
def test_who_knows_the_council_already_is_told_nothing(known: str) -> None:
    assert not weighed(GWYNEDD, "Gwynedd Council wrote to the school.", Held((known,)))
    assert weighed(GWYNEDD, "Gwynedd Council wrote to the school.", Held(("12 Heol Fawr\nConwy",)))


def test_without_the_council_of_the_home_it_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidentiality, "councils_of", lambda address, owner, held: ())
    assert not weighed(GWYNEDD, "Gwynedd Council wrote to the school.")
