"""The page of filing where the gate refuses: it says where, loses nothing, and seals nothing."""

import re

import pytest

from lles.casefile.changes import filing
from lles.casefile.gate import GateRefused, Refusal
from lles.casefile.models import Case, Document, Officer
from lles.casefile.tests.pages import client_of, fill, said
from lles.work.safeguarding.tests.test_views import PATH, ready

__all__ = ["ready"]


@pytest.fixture
def closed_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate finds an address in the version of the father."""

    def refuse(*_: object, **__: object) -> None:
        raise GateRefused((Refusal("respondent-1", "en", "page 1", "address"),))

    monkeypatch.setattr(filing, "release", refuse)


@pytest.mark.usefixtures("closed_gate")
@pytest.mark.parametrize(
    ("language", "where", "why"),
    [
        ("en", "page 1", "It holds an address that is protected from this reader."),
        ("cy", "tudalen 1", "Mae'n cynnwys cyfeiriad sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    ],
)
def test_the_reasons_stay_where_the_gate_refuses_the_filing(
    ready: Case, own: Officer, language: str, where: str, why: str
) -> None:
    client, path = client_of(own, language), f"{PATH}file/"
    asked = re.findall(r'name="(reason-[^"]+)"', said(client.get(path)))
    assert asked
    typed = {name: f"Because of {name}." for name in asked}
    answer = fill(client, path, **typed)
    page = said(answer)
    assert answer.status_code == 409
    assert where in page
    assert why in page
    assert all(reason in page for reason in typed.values())
    assert not Document.objects.exists()
