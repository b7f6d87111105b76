"""The sight: a case is had only through the person who asks; what one may not see does not exist."""

from contextlib import nullcontext
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views import View

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.sight import looked
from lles.casefile.gate import Released
from lles.casefile.models import Account, Case, Officer, ReceivedFile
from lles.casefile.once import reading
from lles.casefile.queries.closed_words import ClosedWords, Hides
from lles.casefile.queries.head import Head
from lles.casefile.queries.service_law import calendar_in_force, calendar_of, on_a_page
from lles.casefile.queries.sight import seen_by
from lles.casefile.register import Remark
from lles.casefile.rules.file_types import file_type
from lles.casefile.views.addresses import address
from lles.casefile.views.say import Say
from lles.casefile.views.tabs import Tab, tabs_of
from lles.law.bilingual import Language
from lles.law.calendar import Calendar
from lles.links.uploads import KINDS

T = TypeVar("T")
OPEN_WORDS = "open-words"
NUMBERED = {"call": "party", "answer": "check"}  # what a page is about, where an act has to know which


class NeedsTheTitle(PermissionDenied):
    """Only who signs as the statutory officer may do this."""


class OfficerView(LoginRequiredMixin, View):
    """A page for somebody who works for the service."""

    officer: Officer

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Finds the officer who asks; an account that is no officer's has no pages here."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.officer = officer_of(request.user)
        with on_a_page(self.calendar), nullcontext() if request.method == "POST" else reading():
            self.begin()
            try:
                return self.answered(request, *args, **kwargs)
            except NotAllowed as refused:
                raise PermissionDenied from refused

    def answered(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The answer to what is asked of the page."""
        return super().dispatch(request, *args, **kwargs)

    def begin(self) -> None:
        """What a page needs before it answers."""

    @property
    def language(self) -> Language:
        """The language in which the page is read."""
        return "cy" if get_language() == "cy" else "en"

    @cached_property
    def today(self) -> date:
        """The day on which the page is read."""
        return timezone.localdate()

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of the courts, as they came with the account of the request."""
        rows = getattr(self.request.user, "closed_days", None)
        return calendar_in_force() if rows is None else calendar_of(rows)

    @cached_property
    def say(self) -> Say:
        """The words of the file in the language of the page."""
        return Say(self.language, self.today)

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The page made from a template and what it shows."""
        known = {"say": self.say, "officer": self.officer, "today": self.today}
        return render(self.request, template, {**known, **context}, status=status, using="jinja2")


def officer_of(account: Account) -> Officer:
    """The officer whose account it is; the account of nobody who works here has no pages."""
    officer: Officer | None = getattr(account, "officer", None)
    if officer is None:
        raise PermissionDenied
    return officer


class CaseView(OfficerView):
    """A page about one case, for somebody who may; every sight of it is recorded (what shows nothing, such as
    the saving of a draft, has no `what`)."""

    needs = Verb.SEE
    what = "case"
    tab = ""
    place = "case"
    case: Case
    case_head: Head
    may: frozenset[Verb]
    remarks: tuple[Remark, ...]
    words_are_open = False

    def answered(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page with the words that name a protected place, where somebody who works on the case asks for
        them, which is recorded; else what is asked of it."""
        if request.method != "POST" or OPEN_WORDS not in request.POST:
            return super().answered(request, *args, **kwargs)
        if not self.may_work:
            raise PermissionDenied
        self.record_sight(f"location:words:{self.what}")
        self.words_are_open = True
        shown: HttpResponseBase = getattr(self, "get", self.http_method_not_allowed)(request, *args, **kwargs)
        return shown

    def begin(self) -> None:
        """Finds the case as this officer may have it, or answers as if there were none."""
        seen = seen_by(self.officer, str(self.kwargs["reference"]))
        if seen is None:
            raise Http404
        self.case, self.case_head, self.may, self.remarks = seen.case, seen.head, seen.may, seen.remarks
        if self.what:
            self.record_sight(self.what)
        if self.needs not in self.may:
            raise NeedsTheTitle if self.needs is Verb.FILE else PermissionDenied

    def record_sight(self, what: str, of: Case | None = None) -> None:
        """Records that this officer looked at something of the case, or of another that the page shows."""
        looked(of or self.case, self.officer, what, timezone.now())

    @property
    def may_work(self) -> bool:
        """Whether this officer may change what is on the file."""
        return Verb.WORK in self.may

    @cached_property
    def closed_words(self) -> ClosedWords:
        """Tells which words of this case name a protected place."""
        return ClosedWords(self.case)

    @cached_property
    def hides(self) -> Hides:
        """Whether the page leaves out words of somebody, and whether it has left out any."""
        return Hides(self.closed_words, is_open=self.words_are_open)

    @cached_property
    def say(self) -> Say:
        """The words of the file; what came in the court's own words stays closed as any others do."""
        return Say(self.language, self.today, self.closed_words)

    def unless_closed(self, typed: str) -> str:
        """Typed words for a line of plain text; where they name a protected place, that they do."""
        return self.say.word("typed.closed") if self.closed_words(typed) else typed

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The pages of the case, with the one that is open."""
        return tabs_of(self.case, self.case_head, self.tab, self.language)

    @property
    def acts(self) -> tuple[tuple[str, str], ...]:
        """What the pieces of work offer here to those who work on the case: words, and where they lead."""
        number = self.kwargs.get(NUMBERED.get(self.place, ""))
        place = f"{self.place}-{number}" if number else self.place
        return acts_on(self.case, place, self.language) if self.may_work else ()

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The page of a case, with its head."""
        known = {"case": self.case, "head": self.case_head, "tabs": self.tabs, "acts": self.acts}
        known |= {"remarks": self.remarks, "is_closed": self.closed_words, "hides": self.hides}
        known |= {"may_work": self.may_work, "may_file": Verb.FILE in self.may}
        known |= {"may_allocate": Verb.ALLOCATE in self.may}
        return super().show(template, status, **{**known, **context})


def acts_on(case: Case, place: str, language: Language) -> tuple[tuple[str, str], ...]:
    """What the pieces of work offer on a case: words, and where they lead from this place."""
    where = (case.reference, place)
    return tuple((act.title.said(language), address(act.page, args=where)) for act in register.acts())


def or_404(thing: T | None) -> T:
    """The thing, or the page of what does not exist."""
    if thing is None:
        raise Http404
    return thing


def pdf_response(released: Released, *, inline: bool) -> HttpResponse:
    """A document that passed the gate, as an answer of the site; beside it only court papers are files."""
    response = HttpResponse(released.made.content, content_type="application/pdf")
    way = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{way}; filename="{released.made.file_name}"'
    response["Cache-Control"] = "no-store"
    return response


def paper_response(content: bytes, name: str) -> HttpResponse:
    """A paper of the court to keep, never to open in the page: its kind is told by its bytes alone."""
    kind = file_type(content)
    return _to_keep(content, kind.media_type, f"{name}.{kind.ending}")


def file_response(file: ReceivedFile, name: str, content: bytes) -> HttpResponse:
    """A file that others gave us, to keep, for the officer who opened it alone; it bears a name of ours,
    because the sender's may say where somebody is."""
    kind = KINDS[file.kind]
    return _to_keep(content, kind.media_type, f"{name}.{kind.ending}")


def _to_keep(content: bytes, media_type: str, file_name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response
