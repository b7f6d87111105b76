"""The pieces of work are found by their folders, in the place that each says it has."""

from pathlib import Path

import pytest
from django.apps import apps

from lles.casefile import register
from lles.site import law_of_pieces
from lles.site.law_of_pieces import KindTwice, clocks
from lles.site.pieces import LAST, installed_pieces, modules_of_pieces, pieces

SITE = Path(__file__).parents[1]


def test_it_installs_each_piece_that_is_an_app() -> None:
    assert set(installed_pieces()) <= {config.name for config in apps.get_app_configs()}
    assert {name.split(".")[-1] for name in installed_pieces()} <= {work.name for work in register.works()}


def test_a_piece_of_law_and_rules_alone_is_no_app() -> None:
    alone = set(pieces()) - {name.split(".")[-1] for name in installed_pieces()}
    assert not {f"lles.work.{name}.urls" for name in alone} & set(modules_of_pieces("urls"))


def test_intake_stands_first_and_a_piece_without_a_place_last() -> None:
    assert pieces()[0] == "intake"
    assert pieces().index("closing") < pieces().index("enforcement")
    assert LAST > 110


@pytest.mark.parametrize("name", ["settings.py", "urls.py"])
def test_no_list_of_pieces_is_kept(name: str) -> None:
    assert "lles.work" not in (SITE / name).read_text(encoding="utf-8")


def test_two_pieces_do_not_bring_one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = list(law_of_pieces.rules_of_pieces())
    assert {"family-assistance", "monitoring", "activity", "enforcement"} <= set(clocks())
    monkeypatch.setattr(law_of_pieces, "rules_of_pieces", lambda: iter([*rules, *rules]))
    with pytest.raises(KindTwice, match="activity"):
        clocks()
