"""What children have said of family assistance, wherever it was written down."""

from collections.abc import Sequence

from lles.casefile.models import Case
from lles.work.family_assistance.models import Heard, Issued, Opinion, Visit

WISHES = "wishes"  # the question of suitability that asks what the child has said (FAO-SUITABLE)


def said_by_children(case: Case) -> Sequence[str]:
    """What children said of an order: in their own words, at a visit, as an opinion gives it, and as
    documents told the court."""
    heard = Heard.objects.filter(assistance__case=case).exclude(child=None)
    opinions = Opinion.objects.filter(assistance__case=case).values_list("suitable", flat=True)
    issued = Issued.objects.filter(assistance__case=case).values_list("views", flat=True)
    visits = Visit.objects.filter(worked__assistance__case=case).values_list("said", flat=True)
    return [
        *(str(one["words"]) for said in visits for one in said if one["who"].startswith("child:")),
        *heard.values_list("words", flat=True),
        *(str(one[WISHES]) for one in opinions if one.get(WISHES)),
        *(words for views in issued for words in views.values()),
    ]
