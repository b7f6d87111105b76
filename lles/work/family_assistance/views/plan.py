"""The plan of an order, who was told of it, and what was done."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.work.family_assistance.changes.plan import (
    Check,
    Issue,
    PlanSays,
    Step,
    tell_plan,
    write_plan,
)
from lles.work.family_assistance.forms.plan import PlanForm, ToldForm
from lles.work.family_assistance.queries.facts import complete_plan
from lles.work.family_assistance.queries.named import named_or_proposed, people_checked
from lles.work.family_assistance.queries.plans import (
    last_numbers,
    latest_plan,
    versions_shown,
)
from lles.work.family_assistance.views.order import AssistanceChange, AssistanceView

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from lles.casefile.models import Party
    from lles.work.family_assistance.models import Plan

SPARE_ISSUES, SPARE_STEPS = 2, 3


class WritePlan(AssistanceChange, DraftedView):
    """A version of the plan is written: a draft, or complete."""

    template = "family_assistance/plan.html"
    form_class = PlanForm
    draft_kind = "family-plan"
    makes_anew = True

    def heading(self) -> str:
        return _("The plan")

    def press(self) -> str:
        return _("Keep this version of the plan")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keeps this version, or shows the page again with one more row and everything typed."""
        if request.POST.get("more") not in ("issue", "step"):
            return super().post(request, **kwargs)
        typed = request.POST.copy()
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed))

    @cached_property
    def before(self) -> Plan | None:
        """The version on which one goes on."""
        return latest_plan(self.assistance)

    def choices(self) -> dict[str, Any]:
        before, (last_issue, last_step) = self.before, last_numbers(self.assistance)
        issues = [number for number, _issue in before.numbered] if before else []
        steps = [int(one["number"]) for one in before.steps] if before else []
        return {
            "today": self.today,
            "people": self._people(),
            "checked": [(who.replace(":", "-"), name) for who, name in people_checked(self.assistance)],
            "issues": [*issues, *(last_issue + more for more in range(1, SPARE_ISSUES + 1))],
            "steps": [*steps, *(last_step + more for more in range(1, SPARE_STEPS + 1))],
        }

    def _people(self) -> list[tuple[str, str]]:
        named = [
            (f"party:{one.party_id}" if one.party_id else f"child:{one.child_id}", one.name)
            for one in named_or_proposed(self.assistance)
        ]
        return [*named, ("officer", _("The officer")), ("other", _("Somebody else"))]

    def initial(self) -> dict[str, Any]:
        before = self.before
        if before is None:
            return {"language_of_words": self.language}
        known: dict[str, Any] = {name: getattr(before, name) for name in ("ending", "review_on")}
        known["language_of_words"] = before.language
        for one in before.steps:
            row = int(one["number"]) - 1
            known |= {f"{name}-{row}": one[name] for name in ("kind", "who", "source")}
            known[f"by-{row}"] = before.step_days.get(row + 1)
        return known

    def standing(self) -> dict[str, str]:
        before = self.before
        if before is None:
            return {}
        words = {name: getattr(before, name) for name in ("checking", "meetings", "back_to_court")}
        for one in before.checks:
            who = one["who"].replace(":", "-")
            words |= {f"way-{who}": one["way"], f"frequency-{who}": one["often"]}
        for number, one in before.numbered:
            words |= {f"issue-{number - 1}": one["issue"], f"benefit-{number - 1}": one["benefit"]}
        for one in before.steps:
            row = int(one["number"]) - 1
            words |= {f"{box}-{row}": one.get(box, "") for box in ("action", "name", "often")}
        return words

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PlanForm)
        given = form.cleaned_data
        says = PlanSays(
            issues=[Issue(*row) for row in form.issues],
            steps=[Step(*row) for row in form.steps],
            checking=given["checking"],
            meetings=given["meetings"],
            ending=given["ending"],
            review_on=given["review_on"],
            back_to_court=given["back_to_court"],
            language=given["language_of_words"],
            checks=[Check(*row) for row in form.checks],
        )
        write_plan(
            **self.passed(form),
            assistance=self.assistance,
            says_=says,
            complete=bool(given["complete"]),
            reasons=form.reasons,
        )


class Versions(AssistanceView):
    """Every version of the plan as it was kept, with who was told of it and what they said."""

    needs = Verb.WORK

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows them, the last one first."""
        versions, active = versions_shown(self.assistance), complete_plan(self.assistance)
        return self.show(
            "family_assistance/versions.html",
            one_order=self.assistance,
            versions=versions,
            active=active.pk if active else None,
        )


class TellPlan(AssistanceChange):
    """A named adult was told of the plan that is at work."""

    form_class = ToldForm

    @cached_property
    def plan(self) -> Plan:
        """The plan at work."""
        return or_404(complete_plan(self.assistance))

    @cached_property
    def party(self) -> Party:
        """The adult, whom the order names."""
        party = or_404(party_of(self.case, self.kwargs["party"]))
        return or_404(
            party if any(one.party_id == party.pk for one in named_or_proposed(self.assistance)) else None
        )

    def heading(self) -> str:
        return _("Was %(name)s told of version %(version)s of the plan?") % {
            "name": self.party.name,
            "version": self.plan.version,
        }

    def press(self) -> str:
        return _("Record that they were told")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.party.language or self.language}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        tell_plan(
            **self.passed(form),
            plan=self.plan,
            party=self.party,
            on=given["on"],
            agrees=given["agrees"],
            words=given["words"],
            language=given["language_of_words"],
        )
