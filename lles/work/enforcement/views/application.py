"""The enforcements of a case, one of them with its days, its application, what is alleged, found, and who had
the notice."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.rules.order_strip import clock_for_page
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.orders_on_file import arrangements_on_file
from lles.casefile.views.sight import or_404
from lles.work.enforcement.changes.application import (
    Application,
    record_alleged,
    record_application,
    record_found,
    record_notice,
)
from lles.work.enforcement.forms.application import AllegedForm, ApplicationForm, FoundForm, NoticeForm
from lles.work.enforcement.queries.facts import adults_of, enforcement_of, enforcements_of, runs
from lles.work.enforcement.queries.pages import shown

if TYPE_CHECKING:
    from lles.casefile.models import Party
    from lles.work.enforcement.models import Alleged, Enforcement

DAYS = ("issued_on", "about_on", "varied_on", "left_on")


class Matters(CaseView):
    """The enforcements of a case."""

    tab = "enforcement:matters"
    what = "enforcement"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, the latest first."""
        found = [shown(one, self.today) for one in enforcements_of(self.case)]
        return self.show("enforcement/matters.html", found=found)


class MatterView(CaseView):
    """A page about one enforcement."""

    tab = "enforcement:matters"
    what = "enforcement"

    @cached_property
    def enforcement(self) -> Enforcement:
        """The enforcement it is about."""
        return or_404(enforcement_of(self.case, self.kwargs["enforcement"]))

    def begin(self) -> None:
        """The enforcement is of this case."""
        super().begin()
        self.enforcement.case = self.case


class Matter(MatterView):
    """One enforcement: its days, what is alleged, notices, the order, what happened, compensation."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it."""
        one = shown(self.enforcement, self.today)
        clock = clock_for_page(one.days, self.today, self.language)
        return self.show("enforcement/matter.html", shown=one, **clock)


class AdultsView(ChangeView):
    """A page with a question about one of the adults."""

    tab = "enforcement:matters"
    what = "enforcement"
    needs = Verb.WORK

    def choices(self) -> dict[str, Any]:
        unnamed = _("without a name")
        adults = [(str(one.pk), one.name or unnamed) for one in adults_of(self.case)]
        return {"today": self.today, "adults": adults}

    def adult(self, pk: str) -> Party:
        """An adult of this case."""
        return or_404(party_of(self.case, int(pk)))


class ApplicationView(AdultsView):
    """An application to enforce, recorded for the first time or put right."""

    form_class = ApplicationForm
    leads_to = "enforcement:matters"
    record: Enforcement | None = None

    def press(self) -> str:
        return _("Record the application")

    def choices(self) -> dict[str, Any]:
        return {**super().choices(), "orders": arrangements_on_file(self)}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        application = Application(
            party=self.adult(given["party"]),
            applicant=self.adult(given["applicant"]) if given["applicant"] else None,
            is_attached=given["is_attached"],
            court_asks=given["court_asks"],
            **{name: given[name] for name in DAYS},
        )
        record_application(**self.passed(form), application=application, enforcement=self.record)


class Add(ApplicationView):
    """An application to enforce that is new on the file."""

    def heading(self) -> str:
        return _("Record an application to enforce")


class MatterChange(MatterView, AdultsView):
    """A page on which something about one enforcement is recorded; not after its end."""

    def begin(self) -> None:
        super().begin()
        if not self.is_open():
            raise Http404

    def is_open(self) -> bool:
        """Whether it can be recorded as the enforcement stands."""
        return runs(self.enforcement)

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def after(self) -> str:
        return reverse("enforcement:matter", args=(self.case.reference, self.enforcement.pk))


class WordedChange(MatterChange):
    """One that asks about no adult."""

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}


class RecordApplication(MatterChange, ApplicationView):
    """An application, put right: what was recorded stands in its place."""

    def heading(self) -> str:
        return _("What does the application to enforce say?")

    def begin(self) -> None:
        super().begin()
        self.record = self.enforcement

    def initial(self) -> dict[str, Any]:
        one = self.enforcement
        known: dict[str, Any] = {name: getattr(one, name) for name in DAYS}
        if one.said_at is None:
            return known
        answers = {name: getattr(one, name) for name in ("is_attached", "court_asks")}
        known |= {name: "unknown" if answer is None else answer for name, answer in answers.items()}
        return known | {"party": str(one.party_id or ""), "applicant": str(one.applicant_id or "")}


class RecordAlleged(WordedChange):
    """One failure that is alleged."""

    form_class = AllegedForm

    def heading(self) -> str:
        return _("Which failure is alleged?")

    def press(self) -> str:
        return _("Record the alleged failure")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_alleged(
            **self.passed(form), enforcement=self.enforcement, on=given["on"], words=given["words"],
            language=given["language_of_words"], reasons=form.reasons,
        )  # fmt: skip


class RecordFound(WordedChange):
    """What the court found of one alleged failure."""

    form_class = FoundForm
    template = "enforcement/found.html"

    @cached_property
    def alleged(self) -> Alleged:
        """The failure it is about."""
        return or_404(self.enforcement.alleged.filter(pk=self.kwargs["alleged"], wrong=None).first())

    def begin(self) -> None:
        """The failure is one of this enforcement."""
        super().begin()
        self.alleged.enforcement = self.enforcement

    def heading(self) -> str:
        return _("What did the court find of the alleged failure?")

    def press(self) -> str:
        return _("Record what the court found")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"alleged": self.alleged}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_found(
            **self.passed(form), alleged=self.alleged, outcome=given["outcome"], on=given["on"],
            reasons=form.reasons,
        )  # fmt: skip


class RecordNotice(MatterChange):
    """When somebody had the warning notice."""

    form_class = NoticeForm

    def heading(self) -> str:
        return _("Who had the warning notice?")

    def press(self) -> str:
        return _("Record the notice")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_notice(
            **self.passed(form), enforcement=self.enforcement, party=self.adult(given["party"]),
            way=given["way"], on=given["on"],
        )  # fmt: skip
