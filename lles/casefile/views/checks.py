"""Checks: what was asked of the police and the local authorities, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.checks import add_check, ask_check, set_check_aside
from lles.casefile.changes.enquiries import write_enquiry
from lles.casefile.changes.outsiders import source_owner
from lles.casefile.documents import UnprintableText
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.checks import AskForm, SetAsideForm
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Check
from lles.casefile.queries.checks import all_of, documents_on_checks, facts_that_tell_a_place, rows_of
from lles.casefile.queries.corrections import asked_with
from lles.casefile.queries.enquiries import homes_to_tell
from lles.casefile.queries.intake import nations_among, was_with_a_team
from lles.casefile.queries.of_case import check_of, known_since, party_of
from lles.casefile.queries.people import details_of
from lles.casefile.rules.check_answers import AskedOf, outcomes
from lles.casefile.rules.intake import IntakeFacts, police_due, team_due
from lles.casefile.rules.partial_days import period_in_words
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404
from lles.casefile.views.why import question_of, why_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lles.casefile.locations import Kept
    from lles.casefile.models import Enquiry
    from lles.casefile.queries.checks import CheckRow
    from lles.casefile.queries.telling import Tellable
    from lles.law.due import Due, DueDay

KINDS = ("police", "local_authority")
ASKED_ON = "asked-on"


@dataclass(frozen=True)
class Level:
    """A service level as the page shows it."""

    title: str
    says: str
    due: DueDay
    is_met: bool
    is_late: bool


class Checks(CaseView):
    """The checks of a case."""

    tab = "casefile:checks"
    place = "answer"
    what = "checks"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists every check with its days and the answer that stands."""
        return self._page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows what one source is called, or words that name a protected place; the look is recorded."""
        if not self.may_work:
            raise PermissionDenied
        if "fact" in request.POST:
            return self._open_words(request.POST["fact"])
        number = request.POST.get("source", "")
        source = check_of(self.case, int(number)) if number.isascii() and number.isdigit() else None
        if source is None or not source.is_source:
            raise Http404
        self.record_sight(f"location:{source_owner(source)}")
        return self._page(source.pk, details_of(self.case, source_owner(source)))

    def _open_words(self, number: str) -> HttpResponse:
        closed = facts_that_tell_a_place(self.closed_words, all_of(self.case, self.today))
        fact = next((pk for pk in closed if str(pk) == number), None)
        if fact is None:
            raise Http404
        self.record_sight(f"location:answer:{fact}")
        return self._page(opened_fact=fact)

    def _page(self, opened: int = 0, details: Sequence[Kept] = (), opened_fact: int = 0) -> HttpResponse:
        rows = all_of(self.case, self.today)
        return self.show(
            "casefile/checks.html",
            rows=rows,
            used_in=documents_on_checks(self.case),
            asked_with=asked_with(self.case, [row.check for row in rows]),
            opened=opened,
            closed=facts_that_tell_a_place(self.closed_words, rows) - {opened_fact},
            details=details,
            outcomes=outcomes(),
            period=period_in_words,
            levels=self._levels(rows),
            why_of=self._why,
        )

    def _levels(self, rows: Sequence[CheckRow]) -> list[Level]:
        """The service levels of intake, where they are for this case (SG-INTAKE)."""
        nations = nations_among(self.case_head.children, self.case.office)
        facts = IntakeFacts(self.case.law == Case.PRIVATE, self.case.received_on, nations)
        police = [row for row in rows if row.check.asked_for == Check.POLICE and row.check.party_id]
        answered = bool(police) and not any(row.is_open for row in police)
        team = _("The case is with its team"), _("The service aims to have the case with its team by %(day)s")
        told = (
            _("The police have answered"),
            _("The service aims to have the answers of the police by %(day)s"),
        )
        found = (
            (*team, team_due(facts, self.calendar), was_with_a_team(self.case)),
            (*told, police_due(facts, self.calendar), answered),
        )
        return [
            Level(title, says, due, is_met, not is_met and due.is_late_on(self.today))
            for title, says, due, is_met in found
            if due
        ]

    def _why(self, due: Due, title: str) -> dict[str, Any]:
        return {"why": why_of(due, self.language), "question": question_of(due, title, self.language)}


class AddCheck(CaseView):
    """One more check of a person, for a further address."""

    needs = Verb.WORK
    what = "checks"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens the check and leads to asking it."""
        party = or_404(party_of(self.case, self.kwargs["party"]))
        kind = str(self.kwargs["kind"])
        if kind not in KINDS:
            raise Http404
        check = add_check(case=self.case, by=self.officer, at=timezone.now(), party=party, kind=kind)
        return HttpResponseRedirect(reverse("casefile:ask_check", args=(self.case.reference, check.pk)))


class CheckView(ChangeView):
    """A page about one check."""

    tab = leads_to = "casefile:checks"
    place = "answer"

    @cached_property
    def check(self) -> Check:
        """The check it is about."""
        return or_404(check_of(self.case, self.kwargs["check"]))

    @property
    def kind(self) -> AskedOf:
        """Of whom it is asked: the police or a local authority."""
        return cast(AskedOf, self.check.kind)

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "kind": self.kind}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"check": self.check}


class AskCheck(CheckView):
    """A question to a police force or a local authority, or the reminder of one; the enquiry in writing is
    made here with one press, where the body has no portal of its own."""

    template = "casefile/ask_or_write.html"
    what = "checks"
    form_class = AskForm

    def heading(self) -> str:
        return _("Chase the check") if self.check.asked_on else _("Ask about this person")

    def press(self) -> str:
        return _("Record the reminder") if self.check.asked_on else _("Record the question")

    @cached_property
    def suggested(self) -> str:
        """Whom to ask, as far as the area of the home tells it."""
        return "" if self.check.body else rows_of([self.check], self.today)[0].suggested

    def initial(self) -> dict[str, Any]:
        body = self.check.body or (self.enquiries[0].body if self.enquiries else self.suggested)
        open_homes = [one.key for one in self.homes if not one.protected]
        asked_on = parse_date(self.request.GET.get(ASKED_ON, "")[:10]) or self.today
        way = self.request.GET.get("way", self.check.way)
        return {"body": body, "asked_on": asked_on, "way": way, "details": open_homes}

    @cached_property
    def homes(self) -> Sequence[Tellable]:
        """The homes of the person that an enquiry may tell, without where they are."""
        return homes_to_tell(self.check)

    @cached_property
    def enquiries(self) -> Sequence[Enquiry]:
        """The enquiries that were made, the latest first."""
        return list(self.check.enquiries.select_related("by"))

    @property
    def writes(self) -> bool:
        """Whether the press makes the enquiry in writing."""
        return "enquiry" in self.request.POST and not self.check.is_source

    def choices(self) -> dict[str, Any]:
        guarded = _("protected")
        named = [
            (one.key, self.say.word(f"home_told.{one.kind}") + (f", {guarded}" if one.protected else ""))
            for one in self.homes
        ]
        return {**super().choices(), "details": named, "known_on": known_since(self.case)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {**super().context(form), "suggested": self.suggested, "enquiries": self.enquiries}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the question, or makes the enquiry; or says what stands in the way and where."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            found, unprintable = refused.refusals, ""
        except UnprintableText as wrong:
            found, unprintable = (), str(wrong)
        typed = request.POST.copy()
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed), status=409, refusals=found, unprintable=unprintable)

    def recorded(self) -> str:
        if self.writes:
            return _("The enquiry is made. Open it, send it, and record that they were asked.")
        return super().recorded()

    def after(self) -> str:
        if self.writes:
            page = reverse("casefile:ask_check", args=(self.case.reference, self.check.pk))
            return f"{page}?{urlencode(self.kept)}" if self.kept else page
        return super().after()

    kept: Mapping[str, str] = MappingProxyType({})

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        if self.writes:
            self.kept = {ASKED_ON: given["asked_on"].isoformat(), "way": given["way"]}
            write_enquiry(
                **self.passed(form),
                check=self.check,
                body=given["body"],
                details=given.get("details", ()),
                reasons=form.reasons,
            )
            return
        ask_check(
            **self.passed(form),
            check=self.check,
            body=given.get("body", ""),
            asked_on=given["asked_on"],
            way=given["way"],
        )


class SetCheckAside(CheckView):
    """A check that is not needed, and why."""

    what = "checks"
    template = "casefile/ask_check.html"
    form_class = SetAsideForm

    def choices(self) -> dict[str, Any]:
        return {}

    def heading(self) -> str:
        return _("This check is not needed")

    def press(self) -> str:
        return _("Record that it is not needed")

    def change(self, form: ChangeForm) -> None:
        set_check_aside(**self.passed(form), check=self.check, reason=form.cleaned_data["reason"])
