"""Saving what is typed: the draft of a page, and the address to which the page saves it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from lles.casefile import drafts
from lles.casefile.access import Verb, reaches
from lles.casefile.drafts import Content, Overtaken, TooLong, Used, Written
from lles.casefile.forms.fields import hour_in_figures
from lles.casefile.rules.drafts import Saving
from lles.casefile.views.sight import CaseView, OfficerView

if TYPE_CHECKING:
    from lles.casefile.models import Case, Officer

OF, REVISION, SHEET, TURN = "draft-of", "draft-revision", "draft-sheet", "draft-turn"
SAVE, SET_ASIDE = "draft-save", "draft-set-aside"
SALT = "lles.draft"
NOT_TYPED = frozenset(
    {"csrfmiddlewaretoken", "kept-for", "kept-focus", "shown-again", "seen", "seen_entry", "revision"}
)
OLDEST = 30 * 24 * 3600


@dataclass(frozen=True)
class DraftShown:
    """What a form has to know to save its draft, and whose draft it shows."""

    address: str
    mark: str
    revision: int
    sheet: str = ""
    unsaved: bool = False
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class PageDraft:
    """The draft of one page of one case; without a case, of one officer, or of those who share it and then
    save it to an address of their own."""

    officer: Officer
    kind: str
    subject: str
    case: Case | None = None
    shared_at: str = ""

    @property
    def address(self) -> str:
        """Where the page saves it."""
        if self.shared_at:
            return self.shared_at
        if self.case:
            return reverse("casefile:draft", args=(self.case.reference, self.kind, self.subject))
        return reverse("casefile:own_draft", args=(self.kind, self.subject))

    @property
    def mark(self) -> str:
        """The mark by which a form shows whose words it holds and where they belong."""
        return signing.dumps(self._place, salt=SALT)

    @property
    def _place(self) -> list[str]:
        case = self.case.reference if self.case else ""
        return [str(self.officer.pk), case, self.kind, self.subject]

    def is_of(self, typed: QueryDict) -> bool:
        """Whether a form was opened here by this officer: words never cross from one case to another."""
        try:
            return bool(signing.loads(typed.get(OF, ""), salt=SALT, max_age=OLDEST) == self._place)
        except signing.BadSignature:
            return False

    @cached_property
    def standing(self) -> Written | None:
        """The last revision, also one that was used."""
        return drafts.standing(
            by=self.officer, kind=self.kind, subject=self.subject, case=self.case, shared=bool(self.shared_at)
        )

    def typed(self) -> QueryDict | None:
        """The words of the draft in hand, to be shown in the form."""
        return words_of(self.standing.content) if self.standing and not self.standing.ended else None

    def unkept(self) -> DraftShown | None:
        """Whose words stand in the draft in hand and when they were saved; None where there is none."""
        shown = self.shown()
        return shown if shown.at else None

    def save(self, typed: QueryDict, at: datetime) -> int:
        """Saves what was typed."""
        saving = saving_of(typed)
        return drafts.save(
            by=self.officer, at=at, kind=self.kind, subject=self.subject, case=self.case,
            content=content_of(typed), seen_revision=saving.seen, sheet=saving.sheet, turn=saving.turn,
            shared=bool(self.shared_at),
        )  # fmt: skip

    def set_aside(self, typed: QueryDict, at: datetime) -> None:
        """Begins anew; the words stay in the store as they were."""
        drafts.end(by=self.officer, at=at, used=replace(self.used(typed), content={}), case=self.case)

    def used(self, typed: QueryDict) -> Used:
        """The draft as a change uses it."""
        return Used(self.kind, self.subject, saving_of(typed), bool(self.shared_at), content_of(typed))

    def shown(self, typed: QueryDict | None = None, theirs: Written | None = None) -> DraftShown:
        """What the form is told: of the draft it opens with, or of what was just typed in it."""
        known = DraftShown(self.address, self.mark, self.standing.revision if self.standing else 0)
        if typed is not None:
            saving = saving_of(typed)
            revision = theirs.revision if theirs else saving.seen
            return DraftShown(known.address, known.mark, revision, saving.sheet, unsaved=theirs is None)
        if self.standing is None or self.standing.ended:
            return known
        return DraftShown(
            known.address, known.mark, known.revision, by=self.standing.by.name, at=self.standing.at
        )


def saving_of(typed: QueryDict) -> Saving:
    """What a form says of its draft."""
    return Saving(_number(typed.get(REVISION, "")), typed.get(SHEET, "")[:40], _number(typed.get(TURN, "")))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0


def content_of(typed: QueryDict) -> Content:
    """What somebody typed, without what the page itself brings."""
    return {
        name: [str(value) for value in values]
        for name, values in typed.lists()
        if name not in NOT_TYPED and not name.startswith("draft-")
    }


def words_of(content: Content) -> QueryDict:
    """The words of a draft as a form takes them."""
    typed = QueryDict(mutable=True)
    for name, values in content.items():
        typed.setlist(name, list(values))
    return typed


def clock(at: datetime) -> str:
    """An hour to the second, as the pages write an hour in both languages."""
    return hour_in_figures(timezone.localtime(at).time(), to_the_second=True)


@method_decorator(login_not_required, name="dispatch")
class Saver(OfficerView):
    """An address to which a script saves; it is told what is wrong in words, and led nowhere."""

    http_method_names = ("post",)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Tells a script whose reader is not signed in any more to ask for it."""
        if request.user.is_authenticated or "json" not in request.headers.get("Accept", ""):
            return super().dispatch(request, *args, **kwargs)
        says = _(
            "You are signed out. Pause for a moment: you can sign in again, and what you typed comes back."
        )
        return JsonResponse({"says": says}, status=401)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Saves what was typed, and says so once it is saved."""
        return saved(request, self.draft())

    def draft(self) -> PageDraft:
        """The draft that is saved."""
        if not reaches(self.officer, Verb.WORK):
            raise PermissionDenied
        return PageDraft(self.officer, str(self.kwargs["kind"]), str(self.kwargs["subject"]))


class CaseSaver(Saver, CaseView):
    """An address to which a page of a case saves; it shows nothing, so that no sight is recorded."""

    needs = Verb.WORK
    what = ""

    def draft(self) -> PageDraft:
        """The draft that is saved."""
        return replace(super().draft(), case=self.case)


def saved(request: HttpRequest, draft: PageDraft) -> HttpResponse:
    """The answer to a saving: its revision and hour, or in one sentence why it was not saved."""
    if not draft.is_of(request.POST):
        says = _("Not saved: this page was opened for another case or by somebody else.")
        return JsonResponse({"says": says}, status=403)
    at = timezone.now()
    try:
        revision = draft.save(request.POST, at)
    except Overtaken as overtaken:
        return JsonResponse({"says": overtaken_words(overtaken.theirs)}, status=409)
    except TooLong:
        return JsonResponse({"says": _("Not saved: the text is too long.")}, status=413)
    says = _("Saved %(time)s") % {"time": clock(at)}
    return JsonResponse({"revision": revision, "saved_at": at.isoformat(), "says": says})


def overtaken_words(theirs: Written) -> str:
    """Who was there first, in one sentence."""
    known = {"name": theirs.by.name, "time": clock(theirs.at)}
    if theirs.ended:
        return _("Not saved: %(name)s recorded this at %(time)s.") % known
    return (
        _(
            "Not saved: %(name)s saved another text at %(time)s. Nothing was overwritten."
            " Press “Save and finish later” to see both texts."
        )
        % known
    )
