"""Whatever rests on a provision can say on a page which it is."""

from lles.casefile import register
from lles.casefile.queries.provisions import provision_of
from lles.law.lawbook import gathered


def test_a_page_finds_every_provision_of_the_lawbook() -> None:
    stated = gathered(work.provisions for work in register.works())
    assert {name for name in stated if provision_of(name) is None} == set()
    assert provision_of("S8-TOGETHER") is not None


def test_a_page_finds_nothing_under_an_id_that_nobody_entered() -> None:
    assert provision_of("NO-SUCH") is None
