"""What every page of a case, and Arrivals, says where a hearing comes before the letter, and where the
screening called for no checks."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import BooleanField, F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.work.safeguarding.rules.short_notice import short_notice_remark

PAGE, SCREENING = "safeguarding:short_notice", "safeguarding:screening"
_OPEN = """FROM casefile_task WHERE case_id = casefile_case.id
    AND kind = 'safeguarding.short_notice' AND ended_at IS NULL"""
_SCREENED = """(EXISTS (SELECT FROM safeguarding_applicationscreened AS one
    WHERE one.case_id = casefile_case.id)
  AND NOT EXISTS (SELECT FROM casefile_task AS one
    WHERE one.case_id = casefile_case.id AND one.kind = 'safeguarding.letter'))"""
IS_NEEDED = f"(EXISTS (SELECT {_OPEN}) OR {_SCREENED})"


def remarks_column(_: Officer) -> JSONObject:
    """Why a short-notice letter is to be written, where it is, and whether the application was screened and
    nothing called for checks: one column of a statement about cases."""
    why = RawSQL(f"(SELECT due->'says' {_OPEN})", (), output_field=JSONField())
    screened = RawSQL(_SCREENED, (), output_field=BooleanField())
    return JSONObject(why=why, screened=screened, reference=F("reference"))


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """The hearing comes before the letter: said on top of the case until the court has heard. No checks were
    called for: said as long as nothing has opened them."""
    why, reference = column["why"], column["reference"]
    found = []
    if why:
        found.append(Remark(short_notice_remark(Text.from_data(why)), PAGE, reference, is_warning=True))
    if column["screened"]:
        found.append(Remark(word("remark.screened"), SCREENING, reference))
    return tuple(found)
