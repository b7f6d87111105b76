"""A council by what people call it, and who works for one beside its place, is weighed."""

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from lles.casefile.rules import other_names_of_councils
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.rules.names_of_bodies import NamedBody, names_one, names_the_place_of_one
from lles.casefile.rules.other_names_of_councils import names_of_area_that_are_words, other_names_of_area
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.tests.test_parts_of_addresses import read


def home(*lines: str) -> ProtectedDetail:
    return ProtectedDetail("address", lines, "x")


ANGLESEY = home("8 Lôn Isallt", "Trearddur Bay", "Holyhead", "LL65 2UN")
CARMARTHEN = home("3 Umberfold Way", "Carmarthen", "SA31 1NB")
BARRY = home("3 Stryd y Parc", "Barry", "CF62 7AA")
PONTYPRIDD = home("3 Umberfold Way", "Pontypridd", "CF37 1AB")
WELSHPOOL = home("3 Umberfold Way", "Welshpool", "SY21 1ZZ")
PEMBROKE = home("3 Umberfold Way", "Tenby", "SA70 1ZZ")
DOLGELLAU = home("3 Umberfold Way", "Dolgellau", "LL40 4ZZ")
LLANDUDNO = home("3 Umberfold Way", "Llandudno", "LL30 1ZZ")
AT_CHESTER = Held(("Family Court at Chester",), ("Mari Price", "Môn Price", "Carys Bevan", "Arfon Bevan"))


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (ANGLESEY, "She and the children live on Anglesey."),
        (ANGLESEY, "The Anglesey social worker came."),
        (ANGLESEY, "Anglesey council will help."),
        (ANGLESEY, "Anglesey County Council"),
        (ANGLESEY, "Mae hi'n byw ym Môn nawr."),
        (ANGLESEY, "Mae hi'n byw yn Sir Fôn."),
        (ANGLESEY, "Symudodd hi i Fôn."),
        (ANGLESEY, "Gwasanaethau plant Môn fydd yn helpu."),
        (ANGLESEY, "Cyngor Sir Fôn"),
        (ANGLESEY, "Cyngor Môn"),
        (CARMARTHEN, "She lives in Carms."),
        (CARMARTHEN, "Carms social services help."),
        (CARMARTHEN, "Mae hi'n byw yn Sir Gâr."),
        (CARMARTHEN, "Cyngor Sir Gâr"),
        (CARMARTHEN, "Her home is in Dyfed."),
        (BARRY, "She lives in the Vale."),
        (BARRY, "Vale social services help."),
        (BARRY, "Mae hi'n byw yn y Fro."),
        (PONTYPRIDD, "She lives in RCT."),
        (PONTYPRIDD, "Mae hi'n byw yn RhCT."),
        (PONTYPRIDD, "Rhondda Cynon Taff council"),
        (PEMBROKE, "he says she lives in pembs"),
        (WELSHPOOL, "She lives in Montgomeryshire."),
        (WELSHPOOL, "Mae hi'n byw yn Sir Drefaldwyn."),
        (WELSHPOOL, "Her flat is in Breconshire."),
        (DOLGELLAU, "Mae hi'n byw ym Meirionnydd."),
        (DOLGELLAU, "Mae hi'n byw yn Arfon."),
        (LLANDUDNO, "She lives in Clwyd."),
        (LLANDUDNO, "She lives in Conway."),
        (WELSHPOOL, "The children have a social worker in Powys."),
        (WELSHPOOL, "Mae gweithiwr cymdeithasol ym Mhowys."),
        (WELSHPOOL, "Powys Children's Social Care"),
        (WELSHPOOL, "Powys children services"),
        (WELSHPOOL, "early help in Powys"),
        (WELSHPOOL, "the Powys family support team"),
        (WELSHPOOL, "Powys housing team"),
        (WELSHPOOL, "Powys MASH"),
        (WELSHPOOL, "her health visitor in Powys"),
        (WELSHPOOL, "Flying Start in Powys"),
        (WELSHPOOL, "tîm plant Powys"),
        (WELSHPOOL, "gofal cymdeithasol Powys"),
        (WELSHPOOL, "gan wasanaeth plant Powys"),
    ],
)
def test_it_is_weighed(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, AT_CHESTER) == "perhaps"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (ANGLESEY, "Môn lives with her mother and goes home on Friday."),
        (ANGLESEY, "He stays at home from Mon to Fri."),
        (ANGLESEY, "She is home on Mon and Tues."),
        (ANGLESEY, "The slate came from Anglesey."),
        (ANGLESEY, "Carys lives with her mother."),
        (BARRY, "Vale wrote to the school. The Vale was green."),
        (BARRY, "She lives in the Vale of Clwyd."),
        (BARRY, "Mr Vale lives next door."),
        (BARRY, "Mae hi'n byw ac yn mynd yn ôl a fro."),
        (PONTYPRIDD, "The RCT was a trial."),
        (DOLGELLAU, "Arfon lives with his mother, who wrote to Arfon at home."),
        (LLANDUDNO, "Mrs Conway lives there."),
        (WELSHPOOL, "The social worker and the health visitor came."),
        (WELSHPOOL, "Mae gweithiwr cymdeithasol ganddi. Does dim plant eraill."),
        (WELSHPOOL, "The wool of Powys."),
        (WELSHPOOL, "A social worker in Flintshire."),
    ],
)
def test_ordinary_sentences_and_other_places_pass(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, AT_CHESTER) == ""


def test_whoever_lives_there_is_told_nothing_by_its_other_name() -> None:
    held = Held(("12 Heol Fawr\nLlangefni\nLL77 7ZZ",))
    assert read(ANGLESEY, "Anglesey council will help.", held) == ""


def test_a_council_that_is_not_named_is_none_by_its_other_name_and_whoever_works_there_names_none() -> None:
    body: tuple[NamedBody, ...] = (("local_authority", "isle-of-anglesey"),)
    assert names_one("Gwasanaethau plant Môn", body)
    assert names_one("Anglesey council", body)
    assert not names_one("a health visitor on Anglesey", body)
    assert names_the_place_of_one("a health visitor on Anglesey", body)
    assert not names_the_place_of_one("the vale", (("local_authority", "vale-of-glamorgan"),))


def test_every_other_name_is_that_of_a_council_of_the_list() -> None:
    rows = tomllib.loads(Path(other_names_of_councils.__file__).with_suffix(".toml").read_text("utf-8"))
    assert {slug for row in rows.values() for slug in row} <= set(bodies("local_authority"))
    assert [slug for slug in bodies("local_authority") if len(set(_all(slug))) != len(_all(slug))] == []


def _all(slug: str) -> tuple[str, ...]:
    return tuple(chain(other_names_of_area(slug), names_of_area_that_are_words(slug)))
