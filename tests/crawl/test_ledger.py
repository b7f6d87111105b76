"""Nothing leaves but through the gate: each document that anybody was given stands in the ledger (P03)."""

import hashlib
from collections.abc import Iterator

import pytest

from lles.casefile.models import Case, Disclosure
from tests.crawl.ask import Ask
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import heard
from tests.crawl.ground import Ground, undone
from tests.crawl.routes import ABOUT_A_CASE, asks

PDF = "application/pdf"
PARTS = 3  # every call in one of them, so that each is done well within the bound on a test that hangs
OWN = BY_NAME["own"]
OF_OTHERS = ("casefile:paper", "casefile:received_paper")  # what others wrote: looked at here, never sent on


def of_documents(case: Case) -> list[Ask]:
    """Every call about a case that brings a document of ours: see below that there is no other."""
    return [ask for ask in about(case) if ask.a_file]


def about(case: Case) -> list[Ask]:
    """Every call about a case, but for those that bring what others wrote."""
    return [ask for name in ABOUT_A_CASE if name not in OF_OTHERS for ask in asks(name, case)]


def served(case: Case, part: int) -> Iterator[tuple[str, bool]]:
    """Each document of ours that a part of the calls about a case is given, and whether its bytes are in the
    ledger."""
    client = browser_of(OWN, OWN.fills_in)
    for ask in of_documents(case)[part::PARTS]:
        if heard(client, OWN, OWN.fills_in, ask).headers.get("Content-Type") != PDF:
            continue  # a document is asked for again, to look at its ledger
        with undone():
            answer = (client.post if ask.method == "POST" else client.get)(ask.path, dict(ask.data))
            if answer.headers.get("Content-Type") == PDF:  # and no page that leads to one
                digest = hashlib.sha256(answer.content).hexdigest()
                yield ask.path, Disclosure.objects.filter(case=case, sha256=digest).exists()


def test_it_knows_every_call_that_brings_a_document(ground: Ground) -> None:
    client = browser_of(OWN, OWN.fills_in)
    others = [ask for ask in about(ground.case("own")) if not ask.a_file]
    assert len(others) > 300
    came = {ask.key: heard(client, OWN, OWN.fills_in, ask).headers.get("Content-Type") for ask in others}
    assert [key for key, brought in came.items() if brought == PDF] == []


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", ["own", "filed"])
def test_it_holds_every_document_that_the_site_gave_out(ground: Ground, name: str, part: int) -> None:
    given = list(served(ground.case(name), part))
    assert len(given) >= 2
    assert [path for path, is_there in given if not is_there] == []


def test_it_would_miss_what_passed_the_gate_unwritten(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disclosure.objects, "get_or_create", lambda **_: None)
    assert not all(is_there for _, is_there in served(ground.case("own"), 0))


def test_it_holds_every_byte_that_went_to_the_court(ground: Ground) -> None:
    case = ground.case("filed")
    digests = Disclosure.objects.filter(case=case, reader="court", purpose="file").values_list(
        "sha256", flat=True
    )
    sent = [call for call in ground.heard if call.startswith(b"POST")]
    pdfs = [call[call.index(b"%PDF") : call.rindex(b"%%EOF") + 5] for call in sent]
    assert len(pdfs) == 6  # a letter, a report of monitoring and what was agreed, each in both languages
    assert {hashlib.sha256(one).hexdigest() for one in pdfs} == set(digests)
