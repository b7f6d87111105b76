"""Nothing leaves but through the gate: each document that anybody was given stands in the ledger (P03)."""

import hashlib
from collections.abc import Iterator

import pytest

from lles.casefile.models import Case, Disclosure
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import heard
from tests.crawl.ground import Ground, undone
from tests.crawl.routes import ABOUT_A_CASE, asks

PDF = "application/pdf"
PARTS = 3  # every call in one of them, so that each is done well within the bound on a test that hangs
OF_OTHERS = ("casefile:paper", "casefile:received_paper")  # what others wrote: looked at here, never sent on


def served(case: Case, part: int) -> Iterator[tuple[str, bool]]:
    """Each document of ours that a part of the calls about a case is given, and whether its bytes are in the
    ledger."""
    own = BY_NAME["own"]
    client, language = browser_of(own, own.fills_in), own.fills_in
    asked = [ask for name in ABOUT_A_CASE if name not in OF_OTHERS for ask in asks(name, case)]
    for ask in asked[part::PARTS]:
        if heard(client, own, language, ask).headers.get("Content-Type") != PDF:
            continue  # a document is asked for again, to look at its ledger
        with undone():
            answer = (client.post if ask.method == "POST" else client.get)(ask.path, dict(ask.data))
            if answer.headers.get("Content-Type") == PDF:  # and no page that leads to one
                digest = hashlib.sha256(answer.content).hexdigest()
                yield ask.path, Disclosure.objects.filter(case=case, sha256=digest).exists()


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
