"""What every page of a case, and Arrivals, says where a hearing comes before the letter."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, JSONField
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Officer
from lles.casefile.register import Remark
from lles.law.bilingual import Text
from lles.work.safeguarding.rules.short_notice import short_notice_remark

PAGE = "safeguarding:short_notice"
_OPEN = """FROM casefile_task WHERE case_id = casefile_case.id
    AND kind = 'safeguarding.short_notice' AND ended_at IS NULL"""
IS_NEEDED = f"EXISTS (SELECT {_OPEN})"


def remarks_column(_: Officer) -> JSONObject:
    """Why a short-notice letter is to be written, where it is: one column of a statement about cases."""
    why = RawSQL(f"(SELECT due->'says' {_OPEN})", (), output_field=JSONField())
    return JSONObject(why=why, reference=F("reference"))


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """The hearing comes before the letter: said on top of the case until the court has heard."""
    why = column["why"]
    if not why:
        return ()
    return (Remark(short_notice_remark(Text.from_data(why)), PAGE, column["reference"], is_warning=True),)
