"""How the crawl asks about parents who live together, and the two who do in its cases."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Officer
from tests.crawl.ask import Ask, Data
from tests.crawl.rows import case_row
from tests.crawl.typed import seen


def prepare(case: Case, by: Officer, at: datetime) -> None:
    """The father tells us that he lives with the mother, whose place nobody may learn."""
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    since = at.date() - timedelta(days=250)
    said = TogetherSaid(mother, father, since, None, None, "conversation", "party", father)
    record_living_together(case=case, by=by, at=at, said=said)


def _record(case: Case) -> Iterator[Ask]:
    """A time that is new, and one that is known; of a case without one, a number that is nobody's."""
    since, until = (timezone.localdate() - timedelta(days=one) for one in (90, 3))
    typed: Data = {
        **{f"since-{part}": str(getattr(since, part)) for part in ("day", "month", "year")},
        "stands": "still", "both_responsible": "yes", "told_by": "court", "source": "hearing",
    }  # fmt: skip
    ended: Data = {f"until-{part}": str(getattr(until, part)) for part in ("day", "month", "year")}
    people = sorted(case.parties.filter(is_organisation=False).values_list("pk", flat=True))[:2]
    known = case.living_together.order_by("pk").last()
    new = reverse("living_together:record", args=(case.reference, 0))
    old = reverse("living_together:record", args=(case.reference, known.pk if known else 987654))
    pair: Data = {"pair": "-".join(map(str, people))}
    for path, data in ((new, {**typed, **pair}), (old, {**typed, **ended, "stands": "ended"})):
        yield Ask("living_together:record", path)
        yield Ask("living_together:record", path, "POST")
        yield Ask("living_together:record", path, "POST", seen(case, data), filled=True)


ROWS = {"living_together:times": case_row("living_together:times"), "living_together:record": _record}
NEEDS = {"living_together:times": Verb.SEE, "living_together:record": Verb.WORK}
