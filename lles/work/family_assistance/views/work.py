"""What was done under an order: progress, visits and conversations, a review, a risk, an outcome."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.timeline import LONDON
from lles.casefile.views.drafting import DraftedView
from lles.law.bilingual import day_in_words, moment_in_words
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.changes.visits import Meeting, record_visit
from lles.work.family_assistance.forms.work import WorkedForm
from lles.work.family_assistance.queries.named import named_in
from lles.work.family_assistance.queries.plans import steps_and_issues
from lles.work.family_assistance.queries.reported import has_reached_the_court, reports_sealed
from lles.work.family_assistance.queries.visits import OnFile, on_file, people_of
from lles.work.family_assistance.views.order import AssistanceChange

if TYPE_CHECKING:
    from lles.work.family_assistance.models import Issued

SHORT, CUT = 60, "…"


class RecordWork(AssistanceChange, DraftedView):
    """What was done under the order."""

    template = "family_assistance/work.html"
    form_class = WorkedForm
    draft_kind = "family-work"

    def is_open(self) -> bool:
        """A risk that was seen is assessed, whatever came of the order."""
        return True

    def heading(self) -> str:
        return _("What was done")

    def press(self) -> str:
        return _("Record what was done")

    def choices(self) -> dict[str, Any]:
        of_steps, of_issues = steps_and_issues(self.assistance)
        steps = [(f"step-{n}", self._named(_("Step"), n, said)) for n, said in of_steps.items()]
        issues = [(f"issue-{n}", self._named(_("Issue"), n, said)) for n, said in of_issues.items()]
        is_made = self.assistance.order is not None
        return {
            "today": self.today, "steps": steps, "issues": issues, "reports": self._reports(),
            "is_made": is_made, "people": people_of(self.assistance),
            "known": [(one, self._on_file(one)) for one in on_file(self.assistance)],
            "adults": [(one.party_id, one.name) for one in named_in(self.assistance) if one.party_id],
        }  # fmt: skip

    def _reports(self) -> list[tuple[str, str]] | None:
        """The sealed reports that may still go to the court; None where none was sealed here."""
        sealed = reports_sealed(self.assistance)
        waiting = [one for one in sealed if not has_reached_the_court(self.assistance, one.version)]
        found = [(str(one.version), self._sealed_on(one)) for one in waiting]
        return found if sealed else None

    def _sealed_on(self, one: Issued) -> str:
        day = day_in_words(timezone.localdate(one.at), self.language, weekday=False)
        return _("Version %(number)s, %(day)s") % {"number": one.version, "day": day}

    def _named(self, what: str, number: int, words: str) -> str:
        if self.closed_words(words):
            return f"{what} {number}"
        return f"{what} {number}: {shorten(words, SHORT, placeholder=CUT)}"

    def _on_file(self, one: OnFile) -> str:
        sort = _("Conversation") if one.conversation else _("Meeting")
        began = moment_in_words(one.began_at.astimezone(LONDON), self.language)
        return f"{sort}: {one.name or _('without a name')}, {began}"

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, WorkedForm)
        given = form.cleaned_data
        done: dict[str, Any] = {
            **self.passed(form), "assistance": self.assistance, "kind": given["kind"], "on": form.day,
            "words": given["words"], "language": given["language_of_words"],
        }  # fmt: skip
        if form.is_of_a_meeting:
            record_visit(**done, meeting=self._meeting(form), risk=given["risk"])
            return
        record_work(
            **done,
            number=form.chosen_number,
            version=form.chosen_version,
            party=party_of(self.case, given["whose"]) if given["kind"] == "address" else None,
            asks=given["asks"] if given["kind"] == "referred" else "",
        )

    def _meeting(self, form: WorkedForm) -> Meeting:
        given = form.cleaned_data
        return Meeting(
            given["place"], given["took_part"], given["others"], form.said_there, given["saw"],
            given["follows"], form.chosen,
        )  # fmt: skip
