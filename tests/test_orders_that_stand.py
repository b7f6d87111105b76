"""Every query on orders leaves out what was taken back: no piece of work can forget it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models

from lles.casefile.models import Order, Standing

PACKAGE = Path(__file__).resolve().parents[1] / "lles"
OWN = {"casefile", "work"}
# What stays where it was written whatever becomes of its order: the taking back itself, what happened at a
# hearing, and what was written down of an enforcement, which is read through the enforcement alone.
STAYS = {"TakenBack", "HearingRecord", "OrderMoved", "Happened", "Report"}
# Who reads orders that were taken back: the page that shows them, what takes them back, and who knows which
# papers were found to be of one.
READS_EVERY = {
    "casefile/queries/papers.py",
    "casefile/changes/taken_back.py", "casefile/changes/directions.py",
    "work/first_hearing/queries/orders.py", "work/first_hearing/queries/taken_back.py",
    "work/first_hearing/changes/taken_back.py", "work/family_assistance/changes/taken_back.py",
    "work/monitoring/changes/taken_back.py", "work/activities/changes/taken_back.py",
    "work/enforcement/changes/taken_back.py",
}  # fmt: skip
PAST_THE_MANAGER = re.compile(r"_base_manager|\b(FROM|JOIN)\s+casefile_(order|direction)\b", re.IGNORECASE)


def of_an_order() -> Iterator[type[models.Model]]:
    """The models that name an order."""
    for model in apps.get_models():
        fields = (one for one in model._meta.get_fields() if one.concrete and one.related_model is Order)
        if any(fields):
            yield model


def sources() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).parts
        if parts[0] in OWN | {"site", "answers"} and not {"tests", "migrations"} & set(parts):
            yield path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")


def test_orders_and_whatever_hangs_on_one_are_had_as_far_as_they_stand() -> None:
    forgot = {one.__name__ for one in of_an_order() if not isinstance(one._default_manager, Standing)}
    assert forgot == STAYS
    assert isinstance(Order._default_manager, Standing)


def test_each_goes_by_the_path_to_its_order() -> None:
    those: list[type[models.Model]] = [Order, *of_an_order()]
    for model in those:
        if isinstance(manager := model._default_manager, Standing):
            assert manager.of_order == ("" if model is Order else "order__"), model


def test_nobody_else_reads_what_was_taken_back() -> None:
    reads = {
        name
        for name, text in sources()
        if any(isinstance(one, ast.Attribute) and one.attr == "every" for one in ast.walk(ast.parse(text)))
    }
    assert reads == READS_EVERY


def test_nothing_goes_past_the_manager() -> None:
    assert [name for name, text in sources() if PAST_THE_MANAGER.search(text)] == []
