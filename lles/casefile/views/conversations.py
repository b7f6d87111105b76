"""Conversations with the adults: the call with what was said, and how it is safe to reach somebody."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.conversations import (
    SafeWay,
    Words,
    record_conversation,
    record_safe_contact,
)
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.concerns import MORE_ROWS, ConcernTyped
from lles.casefile.forms.conversations import (
    LONGEST,
    ConversationForm,
    SafeContactForm,
)
from lles.casefile.queries.application_facts import is_not_told_yet, without_notice
from lles.casefile.queries.conversations import concern_of, interpreters_of, safe_contact_of
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.people import protected_owners
from lles.casefile.queries.serving import letterbox_of, letters_safe
from lles.casefile.queries.work import every_conversation_of
from lles.casefile.rules.topics import topics
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.drafts_in_hand import DraftLine, draft_lines
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party
    from lles.casefile.models import SafeContact as SafeContactRow

NO_ANSWER = "no_answer"


class Conversations(CaseView):
    """Who was spoken to, and what was said."""

    tab = "casefile:conversations"
    place = "call"
    what = "conversations"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the adults with what was tried, and every conversation, the latest first."""
        return self._page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows words that name a protected place or number to those who work on the case; the look is
        recorded."""
        if not self.may_work:
            raise PermissionDenied
        said = or_404(concern_of(self.case, request.POST.get("said", "")))
        self.record_sight(f"location:said:{said.pk}")
        return self._page(opened=said.pk)

    def _page(self, opened: int = 0) -> HttpResponse:
        held = every_conversation_of(self.case)
        adults = [party for party in self.case_head.parties if not party.is_organisation]
        return self.show(
            "casefile/conversations.html",
            adults=[(party, [one for one in held if one.party_id == party.pk]) for party in adults],
            conversations=[one for one in held[::-1] if one.outcome != NO_ANSWER],
            protected=protected_owners(self.case),
            without_notice=without_notice(self.case) is not None,
            opened=opened,
            drafts=self._begun(),
            topics={code: topic.title.said(self.language) for code, topic in topics().items()},
        )

    def _begun(self) -> dict[int, DraftLine]:
        """The conversation in hand with each adult, by the adult."""
        begun = [
            one for one in self.case_head.drafts if one.kind == Converse.draft_kind and one.subject.isdigit()
        ]
        lines = draft_lines(begun, self.case.reference, self.may, self.language)
        return dict(zip((int(one.subject) for one in begun), lines, strict=True))


class SafeContact(ChangeView):
    """How it is safe to reach one adult."""

    tab = leads_to = "casefile:conversations"
    what = "conversations"
    form_class = SafeContactForm

    def heading(self) -> str:
        return _("How it is safe to reach %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record how it is safe to reach them")

    @cached_property
    def party(self) -> Party:
        """The adult it is about."""
        return or_404(party_of(self.case, self.kwargs["party"]))

    def initial(self) -> dict[str, Any]:
        return how_to_reach(self, self.party)

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, SafeContactForm)
        record_safe_contact(**self.passed(form), party=self.party, safe_way=safe_way(form))


class Converse(DraftedView):
    """A conversation with one adult."""

    tab = leads_to = "casefile:conversations"
    place = "call"
    what = "conversations"
    template = "casefile/converse.html"
    form_class = ConversationForm
    draft_kind = "conversation"

    def heading(self) -> str:
        return _("Conversation with %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record the conversation")

    @cached_property
    def party(self) -> Party:
        """The adult who is spoken to."""
        return or_404(party_of(self.case, self.kwargs["party"]))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the conversation, or shows the page again with room for more."""
        if "more" not in request.POST:
            return super().post(request, **kwargs)
        typed = request.POST.copy()
        typed["rows"] = str(self.form(typed).count + MORE_ROWS)  # type: ignore[attr-defined]  # it counts its rows
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed))

    def choices(self) -> dict[str, Any]:
        children = [(child.pk, child.name) for child in self.case_head.children]
        known = interpreters_of(self.case, self.party)
        return {
            "today": self.today,
            "now": timezone.now(),
            "children": children,
            "interpreters": [one for one in known if len(one) <= LONGEST and not self.closed_words(one)],
        }

    def initial(self) -> dict[str, Any]:
        now, safe = timezone.localtime(), how_to_reach(self, self.party)
        return {"began_on": now.date(), "began_at": now.time().replace(second=0, microsecond=0), **safe}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "party": self.party,
            "protected": protected_owners(self.case),
            "not_told_yet": is_not_told_yet(self.case, self.party),
        }

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ConversationForm)
        given, children = form.cleaned_data, {child.pk: child for child in self.case.children.all()}
        record_conversation(
            **self.passed(form),
            party=self.party,
            began_at=form.began,
            outcome=given["outcome"],
            identity_checked=given["identity_checked"],
            safe_to_talk=given["safe_to_talk"],
            alone=form.alone,
            language=form.spoken_language,
            interpreter=given["interpreter"],
            asked_about=form.asked_about(),
            separate_meeting=given["separate_meeting"],
            safe_way=safe_way(form),
            concerns=[_words(one, children) for one in form.concerns()],
            reasons=form.reasons,
        )


def safe_way(form: SafeContactForm) -> SafeWay:
    """How it is safe to reach somebody, as typed."""
    given = form.cleaned_data
    return SafeWay(given.get("voicemail"), given.get("how", ""), given.get("letters"), form.told())


def how_to_reach(view: CaseView, party: Party) -> dict[str, Any]:
    """How it is safe to reach somebody, for a form to hold; where that names a protected place or number, it
    is recorded that the words were opened."""
    known = safe_contact_of(view.case, party)
    if known and view.closed_words(known.how):
        view.record_sight(f"location:reach:{party.pk}")
    return as_typed(known)


def as_typed(known: SafeContactRow | None) -> dict[str, Any]:
    """How it is safe to reach somebody, for a form to hold."""
    if known is None:
        return {}
    letters = letters_safe(known, letterbox_of(known.party))
    said = {"voicemail": known.voicemail, "letters": letters}
    return {name: "unknown" if one is None else one for name, one in said.items()} | {"how": known.how}


def _words(one: ConcernTyped, children: dict[int, Child]) -> Words:
    return Words(
        words=one.words,
        language=one.language,
        child=children.get(one.child) if one.child else None,
        deferred=one.deferred,
        topic=one.topic,
        who=one.who,
        when=one.when,
        child_present=one.child_present,
    )
