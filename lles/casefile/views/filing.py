"""The way of one sealed document to the court, where a person has to act."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.filing import NOT_AT_COURT, goes_by_machine, look_settled, record_filed_by_hand
from lles.casefile.changes.filing_recall import send_now, take_back
from lles.casefile.changes.filing_stopped import record_filed_before, send_again, withdraw_filing
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.filing import ByHandForm, FiledBeforeForm, LookForm, TakeBackForm, WithdrawForm
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
NOW, TAKE_BACK = "now", "take_back"
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

    @cached_property
    def is_leaving(self) -> bool:
        """Whether it has not left yet, so that it can be taken back."""
        return self.filing.state == self.filing.WAITING

    @property
    def is_held(self) -> bool:
        """Whether it can be sent sooner than it leaves by itself."""
        leaves_at = self.filing.next_try_at
        return self.is_leaving and leaves_at is not None and leaves_at > timezone.now()

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
        on_its_way = [act for act in (TAKE_BACK, NOW) if act in self.request.GET or act in self.request.POST]
        if (on_its_way or not is_sent) and (is_sent or self.is_leaving):
            return next(iter(on_its_way), NOW)
        acts = (AGAIN, BEFORE, WITHDRAW)
        asked = [act for act in acts if act in self.request.GET and (is_sent or act in self.open_acts)]
        if asked or (is_sent and "way" in self.request.POST):
            return asked[0] if asked else BY_HAND
        return WITHDRAW if self.refused else BY_HAND

    def heading(self) -> str:
        return {
            LOOK: _("Did the document arrive?"),
            NOW: _("On its way to the court"),
            TAKE_BACK: _("Take this document back"),
            BEFORE: _("Filed before this became protected"),
            AGAIN: _("Send the document to the court again"),
            WITHDRAW: _("This document may not leave") if self.refused else _("Withdraw this document"),
            BY_HAND: _("File the document by hand") if self.waits_here else _("Filing with the court"),
        }[self.act]

    def press(self) -> str:
        return {
            LOOK: _("Record what I saw"), AGAIN: _("Send it again"), WITHDRAW: _("Withdraw this document"),
            NOW: _("Send it now"), TAKE_BACK: _("Take it back"),
        }.get(self.act, _("Record the filing"))  # fmt: skip

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        simple = {
            LOOK: LookForm, AGAIN: ChangeForm, WITHDRAW: WithdrawForm,
            NOW: ChangeForm, TAKE_BACK: TakeBackForm,
        }  # fmt: skip
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
            or (self.is_leaving and Verb.FILE in self.may and (self.is_held or self.act == TAKE_BACK))
            or (self.waits_here and (bool(self.open_acts) or not self.refused or form.is_bound)),
            "refusals": self.refused,
            "is_away": self.waits_here and self.is_away,
            "deed": self.act,
            "is_leaving": self.is_leaving,
            "is_held": self.is_held,
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
        said = {AGAIN: _("It is sent to the court again"), NOW: _("It is sent to the court now")}
        return said.get(self.act) or super().recorded()

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
        elif isinstance(form, TakeBackForm):
            take_back(**passed, why=given["why"])
        elif self.act == NOW:
            send_now(**passed)
        elif isinstance(form, LookForm):
            look_settled(**passed, is_there=given["is_there"])
        else:
            send_again(**passed)
