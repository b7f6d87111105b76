"""Whether time tells a restricted case from no case (P09): each asked for in turn, two samples compared."""

import math
import random
import time
from collections.abc import Sequence

from django.test import Client
from django.urls import reverse

from lles.casefile.models import Case
from tests.bench.pages import Reader
from tests.bench.table import Part

TRIES = 500
BY_CHANCE = 0.01
NO_CASE = "C-9999999"


def measured(username: str) -> Part:
    """The table of what the answers to a case that is hidden and to one that is not there take."""
    reader = Reader(username)
    hidden = Case.objects.exclude(officer=reader.officer).order_by("pk").last()
    assert hidden is not None
    before = hidden.sealed
    Case.objects.filter(pk=hidden.pk).update(sealed=True)
    try:
        taken = _taken(reader.client, (hidden.reference, NO_CASE))
    finally:
        Case.objects.filter(pk=hidden.pk).update(sealed=before)
    p = chance_of(taken[hidden.reference], taken[NO_CASE])
    medians = (sorted(taken[one])[TRIES // 2] for one in (hidden.reference, NO_CASE))
    verdict = f"above {BY_CHANCE}: {'reached' if p > BY_CHANCE else 'NOT reached'}"
    row = (f"{TRIES} tries of each", *(f"{1000 * one:.2f}" for one in medians), f"{p:.2f}", verdict)
    columns = (
        "A restricted case and no case",
        "median ms, restricted",
        "median ms, none",
        "by chance",
        "goal",
    )
    return Part(columns, (row,))


def _taken(client: Client, references: Sequence[str]) -> dict[str, list[float]]:
    """What each answer took, asked for in an order that nothing else in the machine keeps to."""
    asked = [one for one in references for _ in range(TRIES)]
    random.Random(9).shuffle(asked)
    taken: dict[str, list[float]] = {one: [] for one in references}
    for one in (*references, *asked):
        began = time.perf_counter()
        answer = client.get(reverse("casefile:case", args=(one,)))
        taken[one].append(time.perf_counter() - began)
        assert answer.status_code == 404, (one, answer.status_code)
    return {one: found[1:] for one, found in taken.items()}  # the first of each warmed up


def chance_of(first: Sequence[float], second: Sequence[float]) -> float:
    """How likely two samples as different as these are of the same thing: the rank sum test of two sides."""
    ranked = sorted([*((one, 0) for one in first), *((one, 1) for one in second)])
    ranks = sum(place for place, (_, sample) in enumerate(ranked, start=1) if sample == 0)
    n, m = len(first), len(second)
    deviation = math.sqrt(n * m * (n + m + 1) / 12)
    return math.erfc(abs(ranks - n * (n + m + 1) / 2) / deviation / math.sqrt(2))
