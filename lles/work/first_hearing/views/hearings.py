"""One hearing: recorded while it happens, read afterwards, and put right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.queries.court import FIRST_HEARING, days_of, first_hearing, hearing_on_its_day
from lles.casefile.views import CaseView
from lles.casefile.views.naming import calls_orders
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.changes.hearings import Happened, Next, Ordered, correct_record, record_hearing
from lles.work.first_hearing.forms.hearings import HappenedForm, HearingHeldForm
from lles.work.first_hearing.forms.orders import ANOTHER
from lles.work.first_hearing.queries.agreement import agreed_in, agreements_of, helped_of
from lles.work.first_hearing.queries.arrangements import said as arrangement_said
from lles.work.first_hearing.queries.hearings import hearing_to_record, hearings_ahead, record_of, records_of
from lles.work.first_hearing.queries.orders import sent_of
from lles.work.first_hearing.queries.safety import safety_of
from lles.work.first_hearing.rules.arrangements import from_data
from lles.work.first_hearing.rules.concerns import in_the_way
from lles.work.first_hearing.views.orders import PAGE
from lles.work.first_hearing.views.rows import RowsView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Hearing
    from lles.law.bilingual import Text
    from lles.work.first_hearing.models import HearingRecord


class HearingPage(CaseView):
    """What is recorded of one hearing."""

    tab = PAGE
    what = "hearing_record"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the record that stands, those it corrects, and what was drafted of an agreement."""
        records = records_of(self.case, self.kwargs["hearing"])
        agreements = agreements_of(self.case, self.kwargs["hearing"])
        if not (records or agreements):
            raise Http404
        return self.show(
            "first_hearing/hearing.html",
            hearing=(records or agreements)[0].hearing,
            records=records,
            agreements=agreements,
            adults={str(one.pk): one.name for one in self.case_head.parties},
            children={one.pk: one.name for one in self.case_head.children},
            arranged={one.pk: self._arranged(one) for one in records},
        )

    def _arranged(self, record: HearingRecord) -> list[tuple[Text, str]]:
        """What was arranged until the court sits again, each in one line with its words."""
        adults, children = (
            {str(one.pk): one.name for one in people}
            for people in (self.case_head.parties, self.case_head.children)
        )
        arranged = [from_data(row) for row in record.arrangements]
        return [(arrangement_said(one, children, adults), one.words) for one in arranged]


class RecordHearing(RowsView):
    """A hearing is recorded while it happens."""

    tab = leads_to = PAGE
    what = "hearing_record"
    template = "first_hearing/record_hearing.html"
    form_class = HearingHeldForm
    draft_kind = "hearing"

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing."""
        return or_404(hearing_to_record(self.case, self.kwargs["hearing"], self.today))

    def begin(self) -> None:
        super().begin()
        self.hearing  # noqa: B018

    def heading(self) -> str:
        named = self.unless_closed(hearing_on_its_day(self.hearing).said(self.language))
        return _("What happened: %(hearing)s") % {"hearing": named}

    def press(self) -> str:
        return _("Record the hearing")

    def choices(self) -> dict[str, Any]:
        days = [day for day in days_of(self.hearing) if day <= self.today]
        heard_on = days or [self.today]
        self.sent = {str(one.pk): one for day in heard_on for one in sent_of(self.hearing, day)}
        return {
            **super().choices(), "heard_on": heard_on,
            "sent": list(calls_orders(self, self.sent.values())) if len(self.sent) > 1 else [],
        }  # fmt: skip

    def context(self, form: ChangeForm) -> dict[str, Any]:
        facts = safety_of(self.case, self.case_head, self.closed_words.protected_owners)
        return {
            "hearing": self.hearing,
            "concerns": in_the_way(facts),
            "helps": Verb.FILE in self.may and self.case.office is not None,
            "is_first": self.hearing.type_code == FIRST_HEARING or self.hearing == first_hearing(self.case),
            "ahead": hearings_ahead(self.case, self.today),
        }

    def initial(self) -> dict[str, Any]:
        """What the parties have agreed with the officer's help is not typed again; what names a protected
        place is not put there."""
        drafted = agreements_of(self.case, self.hearing.pk)
        if not drafted:
            return {}
        agreed = agreed_in(helped_of(drafted[0]))
        words = {"agreed": agreed.words, **{f"own-{one.party}": one.words for one in agreed.own}}
        if any(self.closed_words(text) for text in words.values()):
            return {}
        how = {f"how-{one.party}": one.how for one in agreed.own}
        return {**words, **how, "agreed_by": [str(pk) for pk in agreed.by]}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, HearingHeldForm)
        record_hearing(
            **self.passed(form),
            hearing=self.hearing,
            happened=Happened(**form.happened),
            following=Next(*form.following) if form.following else None,
            ordered=self._ordered(form),
            reasons=form.reasons,
        )

    def _ordered(self, form: HearingHeldForm) -> Ordered:
        given = form.cleaned_data
        which = given.get("which_order", "")
        return Ordered(
            given.get("order_kind", ""), form.directed(), form.made_on, given["is_final"],
            self.sent.get(which), is_another=which == ANOTHER,
        )  # fmt: skip


class CorrectRecord(RowsView):
    """What was written of a hearing is put right."""

    tab = PAGE
    what = "hearing_record"
    template = "first_hearing/record_hearing.html"
    form_class = HappenedForm
    draft_kind = "hearing-correction"

    @cached_property
    def record(self) -> HearingRecord:
        """The record that stands."""
        return or_404(record_of(self.case, self.kwargs["hearing"]))

    def begin(self) -> None:
        super().begin()
        self.record  # noqa: B018

    def heading(self) -> str:
        return _("Correct the record of the hearing")

    def press(self) -> str:
        return _("Record the correction")

    def after(self) -> str:
        return reverse("first_hearing:hearing", args=(self.case.reference, self.record.hearing_id))

    def choices(self) -> dict[str, Any]:
        return {**super().choices(), "arranged": len(self.record.arrangements)}

    def initial(self) -> dict[str, Any]:
        was = self.record
        there: dict[str, Any] = {f"there-{pk}": how for pk, how in was.attendance.items()}
        words = {name: "" if self.closed_words(text) else text for name, text in self.written.items()}
        by = [str(pk) for pk in was.agreed_by]
        there |= {f"how-{one['party']}": one["how"] for one in was.own_words}
        for n, one in enumerate(from_data(row) for row in was.arrangements):
            there |= {
                f"holds-{n}": one.kind, f"holds_for-{n}": [str(pk) for pk in one.children],
                f"holds_with-{n}": str(one.party or ""), f"holds_from-{n}": one.since,
                f"holds_until-{n}": one.until,
            }  # fmt: skip
        return {**there, **words, "agreed_by": by, "ends_involvement": was.ends_involvement}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        closed = any(self.closed_words(text) for text in self.written.values())
        return {"hearing": self.record.hearing, "corrects": self.record, "closed": closed}

    @property
    def written(self) -> dict[str, str]:
        """What was typed of the hearing by the name of its box; what names a protected place is not put
        there."""
        own = {f"own-{one['party']}": one["words"] for one in self.record.own_words}
        own |= {f"holds_words-{n}": one["words"] for n, one in enumerate(self.record.arrangements)}
        return own | {name: getattr(self.record, name) for name in ("others", "advice", "agreed", "interim")}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, HappenedForm)
        happened = Happened(**form.happened)
        correct_record(**self.passed(form), record=self.record, happened=happened, reasons=form.reasons)
