"""Parents who live together: the times as they stand with what follows, and the page that records one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.queries.living_together import (
    earlier_times,
    pairs_of,
    parents_together_of,
    time_together,
    times_together,
)
from lles.casefile.queries.of_case import party_of
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import both_names
from lles.law.living_together import RULE, arrangements_cease_by_each_time_together
from lles.law.section_8 import section_8_law
from lles.work.living_together.forms import ENDED, WRONG, TogetherForm
from lles.work.living_together.queries import PAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import LivingTogether, Party

NEW = 0
PARTY = "party:"


class Times(CaseView):
    """The times in which parents live together."""

    tab = PAGE
    what = "living_together"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows each with what follows; to those who work on the case also who told us, and what stood
        before."""
        together = parents_together_of(self.case)
        return self.show(
            "living_together/times.html",
            times=times_together(self.case),
            two_adults=bool(pairs_of(self.case)),
            earlier=earlier_times(self.case) if self.may_work else (),
            findings=[
                finding
                for one in together
                for finding in arrangements_cease_by_each_time_together(one, self.today)
            ],
            law=section_8_law()[RULE],
        )


class Record(ChangeView):
    """One time, new (0) or as it is known now."""

    needs = Verb.WORK
    tab = leads_to = PAGE
    what = "living_together"
    form_class = TogetherForm

    def begin(self) -> None:
        """The time is of this case."""
        super().begin()
        or_404(self.time if self.kwargs["time"] != NEW else self.pairs or None)

    @cached_property
    def time(self) -> LivingTogether | None:
        """The time as it stands, where it is known already."""
        return time_together(self.case, self.kwargs["time"])

    @cached_property
    def pairs(self) -> Sequence[tuple[Party, Party]]:
        """Every two adults of the case."""
        return pairs_of(self.case)

    @property
    def pair(self) -> tuple[Party, Party] | None:
        """The two whom it is about; None where one has to choose."""
        if self.time is not None:
            return self.time.first, self.time.second
        return self.pairs[0] if len(self.pairs) == 1 else None

    def heading(self) -> str:
        if self.pair is None:
            return _("Which parents live together?")
        names = both_names(self.pair[0].name, self.pair[1].name).said(self.language)
        return _("Do %(names)s live together?") % {"names": names}

    def press(self) -> str:
        return _("Record it")

    def choices(self) -> dict[str, Any]:
        people = {one.pk: one.name for pair in self.pairs for one in pair}
        pairs = [(_key(one), both_names(one[0].name, one[1].name).said(self.language)) for one in self.pairs]
        return {
            "today": self.today,
            "pairs": pairs,
            "people": [(f"{PARTY}{pk}", name) for pk, name in people.items()],
            "is_known": self.time is not None,
            "asks_which": self.pair is None,
        }

    def initial(self) -> dict[str, Any]:
        if self.time is None:
            return {}
        both = self.time.both_responsible
        return {"since": self.time.since, "both_responsible": "unknown" if both is None else both}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        means = _(
            "Record it only of the two parents of a child of this case. Record days, never where anybody"
            " lives. Nothing closes by this."
        )
        return {"means": means}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        first, second = self.pair or next(one for one in self.pairs if _key(one) == given["pair"])
        is_a_party = given["told_by"].startswith(PARTY)
        teller = (
            or_404(party_of(self.case, int(given["told_by"].removeprefix(PARTY)))) if is_a_party else None
        )
        said = TogetherSaid(
            first,
            second,
            given["since"],
            given["until"] if given["stands"] == ENDED else None,
            given["both_responsible"],
            given["source"],
            "party" if teller else given["told_by"],
            teller,
            is_wrong=given["stands"] == WRONG,
        )
        record_living_together(**self.passed(form), said=said, replaces=self.time)


def _key(pair: tuple[Party, Party]) -> str:
    return "-".join(str(one.pk) for one in pair)
