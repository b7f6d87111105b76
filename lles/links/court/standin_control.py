"""Steering the stand-in from outside: what it holds, what it took, and how it shall misbehave."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from lles.links.court.json_tree import NotJson, loads

if TYPE_CHECKING:
    from lles.links.court.standin import StandIn

MODE_FIELDS = frozenset({"kind", "call", "status", "when", "seconds", "times", "a_minute", "at"})


def answer(court: StandIn, method: str, path: str, query: str, body: bytes) -> tuple[int, object]:
    """Answer a call to /stand-in/...: state, modes, cases, documents, upload."""
    subject, _, which = path.removeprefix("/stand-in/").partition("/")
    try:
        match (method, subject):
            case ("GET", "state"):
                return 200, _state(court)
            case ("POST", "modes"):
                court.behave(**_mode(loads(body)))
            case ("DELETE", "modes"):
                court.behave_well()
            case ("POST", "cases"):
                return 200, {"loaded": court.load(loads(body))}
            case ("PUT", "documents"):
                court.put_document(which, body, (parse_qs(query).get("name") or ["document.pdf"])[0])
            case ("GET", "uploads"):
                return 200, court.uploads[int(which)].content
            case ("DELETE", "uploads"):
                court.uploads.clear()
            case _:
                return 404, {"message": "the stand-in knows no such thing"}
    except (NotJson, ValueError, TypeError, IndexError) as error:
        return 400, {"message": str(error)}
    return 200, {"message": "done"}


def _mode(document: object) -> dict[str, Any]:
    if not isinstance(document, dict) or not document.keys() <= MODE_FIELDS:
        raise ValueError(f"a mode has these fields: {', '.join(sorted(MODE_FIELDS))}")
    at = document.get("at")
    return {**document, "at": datetime.fromisoformat(at)} if isinstance(at, str) else dict(document)


def _state(court: StandIn) -> dict[str, object]:
    with court.lock:
        return {
            "cases": len(court.cases),
            "documents": len(court.documents),
            "calls": dict(court.calls),
            "guardians": dict(court.guardians),
            "modes": [mode.kind for mode in court.modes],
            "uploads": [
                {
                    "service": upload.service,
                    "case_number": upload.case_number,
                    "file_name": upload.file_name,
                    "kind": upload.kind,
                    "bytes": len(upload.content),
                    "sha256": upload.sha256,
                }
                for upload in court.uploads
            ],
        }
