"""A reason lets out what its page had shown, and nothing that came up since (CONF-PART)."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.http import HttpResponse

from lles.casefile import locations
from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.tests.pages import client_of, fill, said
from lles.work.closing.tests.test_views import answers

MAP = "The contact centre is at https://maps.google.com/?q=centre+one."
ASKED, WHY = f"reason-{PARTS}", "That is the contact centre."
Fill = Callable[..., HttpResponse]


@pytest.fixture
def filled(case: Case, own: Officer, father: Party, now: datetime) -> Fill:
    """Sends the page of the letters about a case in which the father's home is protected."""
    home = ("7 Tan y Bryn", "Ruthin", "LL15 4ZZ")
    where = locations.Detail(f"party:{father.pk}", locations.ADDRESS, home, True, "party")
    locations.keep(case, [where], now)
    client, path = client_of(own), f"/cases/{case.reference}/closing/letters/"
    return lambda **typed: fill(client, path, **typed)


def shown(answer: HttpResponse) -> dict[str, str]:
    """What the page brings back of what it showed, beside the reason."""
    return dict(re.findall(rf'name="(shown-{PARTS})" value="([^"]*)"', said(answer)))


def test_a_reason_for_one_place_lets_out_no_other(filled: Fill, case: Case) -> None:
    typed = answers(case, **{"adults-en": MAP, "adults-cy": MAP})
    asked = filled(**typed)
    assert "a place on a map" in said(asked)
    for more in ("He lives in Denbighshire.", "It is at 53.04512, -2.99213."):
        words = {"adults-en": f"{MAP} {more}", "adults-cy": f"{MAP} {more}"}
        again = filled(**typed | words | {ASKED: WHY} | shown(asked))
        assert again.status_code == 200
        assert WHY in said(again)
        assert shown(again) != shown(asked)
        assert not case.documents.filter(kind="closing_letter").exists()
    assert filled(**typed, **{ASKED: WHY}, **shown(asked)).status_code == 302


def test_everything_that_letters_of_several_kinds_may_tell_is_asked_at_once(filled: Fill, case: Case) -> None:
    typed = answers(case, **{"adults-en": MAP, "adults-cy": MAP})
    child = next(name for name in typed if name.startswith("words-"))
    typed |= {child: "Dad lives in Denbighshire now."}
    asked = filled(**typed)
    assert "a place on a map" in said(asked)
    assert "a county or a large city" in said(asked)
    assert filled(**typed, **{ASKED: WHY}, **shown(asked)).status_code == 302
