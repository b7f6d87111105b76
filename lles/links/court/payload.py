"""An answer of a court's search, in whatever wrapping it came, as cases in our own facts."""

from __future__ import annotations

from collections.abc import Mapping

from lles.links.court import private_law, public_law
from lles.links.court.facts import Answer, CourtCase, FeedWarning, Service
from lles.links.court.json_tree import NotJson, dumps, is_empty, leaves, loads
from lles.links.court.reading import shown, whole

__all__ = ["NotJson", "dumps", "leaves", "loads", "read_answer", "read_case"]

ONLY_A_CASE = frozenset({"case_data", "casedata"})
OF_AN_ANSWER = frozenset({"cases", "total"})


def read_answer(document: object) -> Answer:
    """Read an answer: bare, wrapped in a list, a list of cases, or one case alone; anything else is named."""
    if isinstance(document, list):
        return _joined([read_answer(item) for item in document if not is_empty(item)])
    if not isinstance(document, dict):
        return Answer(None, (), () if is_empty(document) else (_not_an_answer(document),))
    names = {key.strip().casefold(): key for key in document}
    if "cases" in names:
        return _answer(document, names)
    if ONLY_A_CASE & names.keys() or "jurisdiction" in names or {"id", "state"} <= names.keys():
        return Answer(None, (read_case(document),))
    if is_empty(document) or names.keys() == {"total"}:
        return _without_cases(document, names)
    return Answer(None, (), (_not_an_answer(document),))


def read_case(raw: object) -> CourtCase:
    """Read one case of either service; what is no case at all is kept whole, without a number."""
    if not isinstance(raw, dict):
        return CourtCase(
            "private", None, raw=raw, warnings=(FeedWarning("case_not_understood", "", shown(raw)),)
        )
    return public_law.read(raw) if _service_of(raw) == "public" else private_law.read(raw)


def _service_of(raw: Mapping[str, object]) -> Service:
    said = {key.strip().casefold(): value for key, value in raw.items()}
    if "casedata" in said or "case_data" in said:
        return "public" if "casedata" in said else "private"
    return "public" if str(said.get("jurisdiction", "")).strip().casefold() == "publiclaw" else "private"


def _answer(document: Mapping[str, object], names: Mapping[str, str]) -> Answer:
    came = document[names["cases"]]
    rows = came if isinstance(came, list) else [came]
    cases = tuple(read_case(row) for row in rows if not is_empty(row))
    warnings = [] if isinstance(came, list) or not cases else [FeedWarning("list_expected", "cases")]
    total = document.get(names.get("total", ""))
    if isinstance(total, str) and total.strip().isdecimal():
        total = int(total)
    if isinstance(total, int) and not isinstance(total, bool):
        if total != len(cases):
            warnings.append(FeedWarning("total_differs", "total", str(total)))
    elif not is_empty(total):
        warnings.append(FeedWarning("wrong_shape", "total", shown(total)))
        total = None
    warnings += _oddities(document, names)
    return Answer(total if isinstance(total, int) else None, cases, tuple(warnings))


def _oddities(document: Mapping[str, object], names: Mapping[str, str]) -> list[FeedWarning]:
    unknown = [
        FeedWarning("unknown_field", key, shown(document[key]))
        for name, key in names.items()
        if name not in OF_AN_ANSWER and not is_empty(document[key])
    ]
    displaced = [
        FeedWarning("repeated_key", key, whole(value)) for key, value in getattr(document, "earlier", ())
    ]
    return unknown + displaced


def _without_cases(document: Mapping[str, object], names: Mapping[str, str]) -> Answer:
    total = document.get(names.get("total", ""))
    if total in (None, 0, "0", ""):
        return Answer(0, (), tuple(_oddities(document, names)))
    return Answer(None, (), (_not_an_answer(document),))


def _joined(answers: list[Answer]) -> Answer:
    totals = [answer.total for answer in answers if answer.total is not None]
    return Answer(
        sum(totals) if totals else None,
        tuple(case for answer in answers for case in answer.cases),
        tuple(warning for answer in answers for warning in answer.warnings),
    )


def _not_an_answer(document: object) -> FeedWarning:
    return FeedWarning("not_an_answer", "", shown(document))
