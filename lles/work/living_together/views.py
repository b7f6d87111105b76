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
from lles.law.living_together import RULE, arrangements_cease_when_the_parents_live_together
from lles.law.section_8 import section_8_law
from lles.work.living_together.forms import ENDED, WRONG, TogetherForm
from lles.work.living_together.queries import PAGE

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import LivingTogether

NEW = 0
PARTY = "party:"


class Times(CaseView):
    """The times in which parents live together."""

    tab = PAGE
    what = "living_together"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows each with what follows; to those who work on the case also who told us, and what stood
        before."""
        found = (
            arrangements_cease_when_the_parents_live_together(one, self.today)
            for one in parents_together_of(self.case)
        )
        return self.show(
            "living_together/times.html",
            times=times_together(self.case),
            earlier=earlier_times(self.case) if self.may_work else (),
            findings=[one for one in found if one is not None],
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
        if self.kwargs["time"] != NEW:
            or_404(self.time)

    @cached_property
    def time(self) -> LivingTogether | None:
        """The time as it stands, where it is known already."""
        return time_together(self.case, self.kwargs["time"])

    def heading(self) -> str:
        if self.time is None:
            return _("Which parents live together?")
        pair = {"first": self.time.first.name, "second": self.time.second.name}
        return _("Do %(first)s and %(second)s live together?") % pair

    def press(self) -> str:
        return _("Record it")

    def choices(self) -> dict[str, Any]:
        people = {one.pk: one.name for pair in pairs_of(self.case) for one in pair}
        pairs = [
            (
                f"{first.pk}-{second.pk}",
                _("%(first)s and %(second)s") % {"first": first.name, "second": second.name},
            )
            for first, second in pairs_of(self.case)
        ]
        return {
            "today": self.today,
            "pairs": pairs,
            "people": [(f"{PARTY}{pk}", name) for pk, name in people.items()],
            "is_known": self.time is not None,
        }

    def initial(self) -> dict[str, Any]:
        if self.time is None:
            return {}
        both = self.time.both_responsible
        return {"since": self.time.since, "both_responsible": "unknown" if both is None else both}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        means = _("Record days only, never where anybody lives. Nothing closes by this.")
        return {"means": means}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        first, second = (
            (self.time.first, self.time.second)
            if self.time
            else (or_404(party_of(self.case, int(pk))) for pk in given["pair"].split("-"))
        )
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
