"""Where on the pages what was found of a document is put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from lles.casefile.queries.readers import adults
from lles.casefile.register import page_of_document
from lles.work.safeguarding.rules.further_filing import LETTER, UPDATE
from lles.work.safeguarding.rules.letter_filing import WITHHOLD
from lles.work.safeguarding.rules.sign_off import SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Callable

    from lles.casefile.models import Case
    from lles.law.findings import Finding


def places_of(case: Case, kind: str) -> Callable[[Finding], str]:
    """The address at which a finding about a document of a kind is put right; empty where none is known."""

    def place_of(finding: Finding) -> str:
        if not finding.put_right:
            return ""
        if finding.put_right == SIGNATURE:
            return reverse("safeguarding:ask_signature", args=(case.reference, kind))
        if finding.put_right == WITHHOLD:
            party = dict(finding.facts)["party"]
            held = next(one.pk for one in adults(case) if one.slug == party)
            return reverse("safeguarding:withhold", args=(case.reference, held))
        if finding.put_right in (LETTER, UPDATE):
            return reverse(f"safeguarding:{finding.put_right}", args=(case.reference,))
        return f"{reverse(page_of_document(kind), args=(case.reference,))}#{finding.put_right}"

    return place_of
