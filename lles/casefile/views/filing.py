"""The way of one sealed document to the court, where a person has to act."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.filing import NOT_AT_COURT, goes_by_machine, look_settled, record_filed_by_hand
from lles.casefile.changes.filing_stopped import record_filed_before, send_again, withdraw_filing
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.filing import ByHandForm, FiledBeforeForm, LookForm, WithdrawForm
from lles.casefile.gate import GateRefused, refused_now, sealed, stopped_now, unweighed_findings
from lles.casefile.queries.of_case import filing_of, waits_beside
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.links.store import StoreError

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from lles.casefile.gate import Refusal
    from lles.casefile.models import Filing

LOOK, BY_HAND, WITHDRAW, BEFORE, AGAIN = "look", "by_hand", "withdraw", "before", "again"
CAME_BACK = ("stopped", "refused", "unreachable")


class FilingPage(ChangeView):
    """The way of one sealed document to the court, where a person has to act."""

    tab = leads_to = "casefile:documents"
    what = "filing"
    template = "casefile/filing.html"

    @cached_property
    def filing(self) -> Filing:
        """The filing it is about."""
        return or_404(filing_of(self.case, self.kwargs["filing"]))

    @property
    def looks(self) -> bool:
        """Whether a person has to look at the court's side first."""
        return self.filing.state == self.filing.UNKNOWN

    @property
    def waits_here(self) -> bool:
        """Whether the court has it not, and a person decides what becomes of it."""
        return self.filing.state in NOT_AT_COURT

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        """Why a document that waits for a person may not leave as the case stands now."""
        return refused_now(self.filing.document) if self.waits_here and not self.is_away else ()

    @cached_property
    def is_away(self) -> bool:
        """Whether the store does not give the file at the moment, so that nobody can say what it holds."""
        try:
            sealed(self.filing.document)
        except StoreError:
            return True
        return False

    @cached_property
    def open_acts(self) -> frozenset[str]:
        """What may be done beside filing it by hand: our gate stopped it, or would stop it now; it had left
        before; or nothing stops it any more, and the court's service is asked again."""
        if not self.waits_here or self.is_away:
            return frozenset()
        would_stop = bool(stopped_now(self.filing.document))
        is_open = {
            WITHDRAW: Verb.FILE in self.may and (would_stop or self.filing.state == self.filing.STOPPED),
            BEFORE: Verb.FILE in self.may and bool(self.refused),
            AGAIN: self.filing.state in CAME_BACK and goes_by_machine(self.case) and not would_stop,
        }
        return frozenset(act for act, is_so in is_open.items() if is_so)

    @cached_property
    def act(self) -> str:
        """What the page does: what somebody asks for, or what alone is open."""
        if self.looks:
            return LOOK
        is_sent = self.request.method == "POST"  # what was typed stays, whatever became of the document since
        acts = (AGAIN, BEFORE, WITHDRAW)
        asked = [act for act in acts if act in self.request.GET and (is_sent or act in self.open_acts)]
        if asked or (is_sent and "way" in self.request.POST):
            return asked[0] if asked else BY_HAND
        return WITHDRAW if self.refused else BY_HAND

    def heading(self) -> str:
        return {
            LOOK: _("Did the document arrive?"),
            BEFORE: _("Filed before this became protected"),
            AGAIN: _("Send the document to the court again"),
            WITHDRAW: _("This document may not leave") if self.refused else _("Withdraw this document"),
            BY_HAND: _("File the document by hand") if self.waits_here else _("Filing with the court"),
        }[self.act]

    def press(self) -> str:
        return {
            LOOK: _("Record what I saw"), AGAIN: _("Send it again"), WITHDRAW: _("Withdraw this document"),
        }.get(self.act, _("Record the filing"))  # fmt: skip

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        simple = {LOOK: LookForm, AGAIN: ChangeForm, WITHDRAW: WithdrawForm}
        if self.act in simple:
            return simple[self.act](data, initial=initial, language=self.language)
        beside = waits_beside(self.filing)
        both = (self.filing, *beside)
        stopped = [one.settled_at for one in both if one.state == one.STOPPED and one.settled_at]
        filing, form_class = self.filing, FiledBeforeForm if self.act == BEFORE else ByHandForm
        form = form_class(
            data,
            initial=initial,
            language=self.language,
            today=self.today,
            now=timezone.now(),
            not_before=filing.document.made_at,
            stopped_at=min(stopped, default=None),
            has_others=bool(beside),
        )
        if self.act == BY_HAND and data is None and self.waits_here and not self.is_away:
            form.expect(unweighed_findings(self.case, [sealed(filing.document)]))
        return form

    def initial(self) -> dict[str, Any]:
        if self.act == BEFORE:
            return {}
        now = timezone.localtime()
        return {"on": now.date(), "clock": now.time().replace(second=0, microsecond=0)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "filing": self.filing,
            "waits": self.looks
            or (self.waits_here and (bool(self.open_acts) or not self.refused or form.is_bound)),
            "refusals": self.refused,
            "is_away": self.waits_here and self.is_away,
            "deed": self.act,
            "open_acts": self.open_acts,
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records what a person did, or says above what was typed why the gate lets it not leave."""
        if self.waits_here and self.is_away:
            return self.page(self.form(request.POST), 409)
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.page(self.form(request.POST), 409, not_recorded=refused.refusals)

    def recorded(self) -> str:
        return _("It is sent to the court again") if self.act == AGAIN else super().recorded()

    def change(self, form: ChangeForm) -> None:
        passed, given = {**self.passed(form), "filing": self.filing}, form.cleaned_data
        if isinstance(form, ByHandForm):
            passed |= {"way": given["way"], "filed_at": form.moment, "together": given.get("together", False)}
        if isinstance(form, FiledBeforeForm):
            record_filed_before(**passed, done=given["done"])
        elif isinstance(form, ByHandForm):
            record_filed_by_hand(**passed, reasons=form.reasons)
        elif isinstance(form, WithdrawForm):
            withdraw_filing(**passed, why=given["why"])
        elif isinstance(form, LookForm):
            look_settled(**passed, is_there=given["is_there"])
        else:
            send_again(**passed)
