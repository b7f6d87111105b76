"""`lles letter preview` and `lles docs`: letters as they stand, and the generated pages of the
documentation."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lles.site.cli.arguments import folder
from lles.site.cli.database import ready

if TYPE_CHECKING:
    from lles.casefile.gate import Released


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    letter = families.add_parser("letter", help="the safeguarding letter").add_subparsers(
        required=True, metavar="WHAT"
    )
    preview = letter.add_parser("preview", help="write the letter as it stands, for each reader")
    preview.add_argument("reference")
    preview.add_argument("--out", type=folder, required=True, metavar="DIR")
    preview.set_defaults(run=preview_letter)
    families.add_parser("docs", help="write docs/law.md, roles.md and states.md anew").set_defaults(
        run=write_docs
    )


def preview_letter(asked: argparse.Namespace) -> int:
    """Writes the letter for each reader through the gate, and says where each file is; one JSON line for each
    refusal."""
    ready()
    from django.utils import timezone

    from lles.casefile.changes.door import Refused
    from lles.casefile.changes.due_days import the_service
    from lles.casefile.documents import UnprintableText
    from lles.casefile.queries.cases import case_for
    from lles.work.safeguarding.changes.preview import preview_letter as preview

    service = the_service()
    case = case_for(service, asked.reference)
    if case is None:
        print(f"there is no case {asked.reference}", file=sys.stderr)
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    try:
        previewed = preview(case=case, by=service, at=timezone.now())
    except (Refused, UnprintableText) as refused:
        print(f"{asked.reference}: {refused}", file=sys.stderr)
        return 1
    for path in _write(asked.out, previewed.released):
        print(path, file=sys.stderr)
    for refusal in previewed.refusals:
        line = {"reader": refusal.reader, "language": refusal.language, "place": refusal.place}
        print(
            json.dumps(
                line | {"reason": refusal.reason.said(_language(refusal.language))}, ensure_ascii=False
            )
        )
    return 0


def _write(out: Path, released: "Sequence[Released]") -> "Sequence[Path]":
    """Writes what passed the gate, and says where; what an earlier preview left of a reader does not outlive
    this one."""
    for old in out.glob("*.??.pdf"):
        if re.fullmatch(r"(court|(applicant|respondent|other)-\d+)\.(en|cy)\.pdf", old.name):
            old.unlink()
    paths = [out / one.made.file_name for one in released]
    for path, one in zip(paths, released, strict=True):
        path.touch(mode=0o600)
        path.write_bytes(one.made.content)
    return paths


def _language(language: str) -> Any:
    return language


def write_docs(_: argparse.Namespace) -> int:
    """Writes the generated pages of the documentation."""
    ready()
    from lles.site.generated import pages

    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
    return 0
