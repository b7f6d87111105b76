"""Registering an application by hand: where to begin, the task list, one page for each subject."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.door import Stale
from lles.casefile.drafts import Overtaken, TooLong, Written
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.drafts import differences
from lles.casefile.views import OfficerView
from lles.casefile.views.drafts import OF, SAVE, PageDraft, Saver, clock, words_of
from lles.casefile.views.sight import or_404
from lles.work.intake.changes.registration import (
    record_registration_look,
    set_registration_aside,
    start_registration,
)
from lles.work.intake.changes.settle import record_look
from lles.work.intake.forms.settle import SetAsideForm
from lles.work.intake.queries import arrival_for, sees_held
from lles.work.intake.queries.danger import dangers_in
from lles.work.intake.queries.mail import opened_message
from lles.work.intake.queries.registration import (
    draft_kind,
    going_on,
    registration_for,
    registration_of,
)
from lles.work.intake.views.arrivals import is_open
from lles.work.intake.views.keying import CHILD, DONE, ORGANISATION, PARTY, Keying

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.work.intake.models import Arrival
    from lles.work.intake.queries.mail import Opened
    from lles.work.intake.views.keying import Page

CHECK = "check"


class Begin(OfficerView):
    """Where keying begins: what is needed, and whether the case is there already."""

    arrival: Arrival | None = None

    def begin(self) -> None:
        """Finds the arrival, for those who register; without one, an application from nothing."""
        if not sees_held(self.officer):
            raise Http404
        if "arrival" in self.kwargs:
            self.arrival = or_404(arrival_for(self.officer, self.kwargs["arrival"]))

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the page, or leads to where the arrival is keyed already."""
        known = registration_of(self.arrival) if self.arrival else None
        if known is not None and going_on(known):
            return HttpResponseRedirect(reverse("intake:registration", args=(known.pk,)))
        message = opened_message(self.officer, self.arrival) if self.arrival else None
        if message is not None and self.arrival is not None:
            record_look(by=self.officer, at=timezone.now(), arrival=self.arrival, what="message")
        may_begin = self.arrival is None or is_open(self.arrival)
        return self.show("intake/begin.html", arrival=self.arrival, message=message, may_begin=may_begin)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Starts, and leads to the task list."""
        if self.arrival is not None and not is_open(self.arrival):
            return self.show("intake/begin.html", arrival=self.arrival, message=None, may_begin=False)
        row = start_registration(by=self.officer, at=timezone.now(), arrival=self.arrival)
        return HttpResponseRedirect(reverse("intake:registration", args=(row.pk,)))


class RegistrationView(OfficerView):
    """A page of a registration; each sight of it is recorded, because it may say where somebody is."""

    what = "list"

    def begin(self) -> None:
        """Finds the registration, for those who register."""
        self.registration = or_404(registration_for(self.officer, self.kwargs["registration"]))
        begins = ORGANISATION in self.request.GET
        self.keying = Keying(self.officer, self.registration, self.language, self.today, begins)

    @property
    def goes_on(self) -> bool:
        """Whether it can still be keyed."""
        return going_on(self.registration)

    @cached_property
    def message(self) -> Opened | None:
        """The message it is keyed from, to stand beside the form."""
        arrival = self.registration.arrival
        return opened_message(self.officer, arrival) if arrival else None

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The page with the message beside it; the look is recorded."""
        at, arrival = timezone.now(), self.registration.arrival
        record_registration_look(by=self.officer, at=at, registration=self.registration, what=self.what)
        if self.message is not None and arrival is not None:
            record_look(by=self.officer, at=at, arrival=arrival, what="message")
        known = {"registration": self.registration, "keying": self.keying, "message": self.message}
        known |= {"dangers": dangers_in(arrival) if arrival else (), "now": at}
        return super().show(template, status, **{**known, "arrival": arrival, **context})

    def ended(self) -> HttpResponse:
        """The page of a registration that can no longer be keyed: what became of it."""
        return super().show("intake/registration_ended.html", registration=self.registration)


class TaskList(RegistrationView):
    """Where to choose what comes next."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows every page with its state."""
        if not self.goes_on:
            return self.ended()
        return self.show(
            "intake/registration.html",
            states={page.name: self.keying.state(page) for page in self.keying.pages},
            new={kind: self.keying.next_person(kind) for kind in (CHILD, PARTY)},
            done=sum(self.keying.state(page) == DONE for page in self.keying.pages),
        )


class OnePage(RegistrationView):
    """One page of a registration, saved as one types, for everybody who keys it."""

    @cached_property
    def subject(self) -> Page:
        """Which page it is."""
        return self.keying.page(self.kwargs["page"])

    @property
    def what(self) -> str:  # type: ignore[override]  # a value for each request, not for each class
        """Under which name a look at it is recorded."""
        return self.subject.name

    @cached_property
    def draft(self) -> PageDraft:
        """The draft of the page, which all who key the registration share."""
        args = (self.registration.pk, self.subject.name)
        saved_at = reverse("intake:registration_draft", args=args)
        return PageDraft(self.officer, draft_kind(self.registration), self.subject.name, shared_at=saved_at)

    @property
    def is_checked(self) -> bool:
        """Whether one comes from the page of all answers, and goes back there."""
        return CHECK in self.request.GET

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form with what was typed so far; from the page of all answers, with what is wrong."""
        if not self.goes_on:
            return self.ended()
        subject = self.subject
        return self.page(self.keying.filled(subject) if self.is_checked else self.keying.shown_again(subject))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keeps the answers and goes on; or saves them as they are for later."""
        if not self.goes_on:
            return self.ended()
        if OF in request.POST and not self.draft.is_of(request.POST):
            raise PermissionDenied
        form = self.keying.form(self.subject, request.POST)
        if SAVE not in request.POST and not form.is_valid():
            return self.page(form)
        try:
            self.draft.save(request.POST, timezone.now())
        except Overtaken as overtaken:
            return self._overtaken(overtaken.theirs)
        except TooLong:
            form.add_error(None, _("Not saved: the text is too long."))
            return self.page(form)
        return HttpResponseRedirect(self._goes_to(SAVE in request.POST))

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        """The page with its form and its draft."""
        typed = self.request.POST if self.request.method == "POST" else None
        known = {"form": form, "page": self.subject, "draft": self.draft.shown(typed)}
        known |= {
            "heading": self.keying.title(self.subject),
            "is_new": self.subject.name not in self.keying.live,
        }
        return self.show("intake/page.html", status, **{**known, **context})

    def _goes_to(self, later: bool) -> str:
        """The page of all answers where one came from there, else what follows of the same part, or the
        list."""
        args = (self.registration.pk,)
        if self.is_checked and not later:
            return reverse("intake:registration_check", args=args)
        follows = "" if later else Keying(
            self.officer, self.registration, self.language, self.today
        ).after(self.subject)  # fmt: skip
        if follows:
            return reverse("intake:registration_page", args=(*args, follows))
        return reverse("intake:registration", args=args)

    def _overtaken(self, theirs: Written) -> HttpResponse:
        """Both texts: theirs as it was saved, one's own still in the form."""
        own = self._again(self.request.POST.copy())
        other = differences(own, self._again(words_of(theirs.content))) if not theirs.ended else ()
        shown = self.draft.shown(self.request.POST, theirs)
        return self.page(own, 409, draft=shown, theirs=theirs, theirs_at=clock(theirs.at), other=other)

    def _again(self, typed: Any) -> ChangeForm:
        typed[SHOWN_AGAIN] = self.language
        return self.keying.form(self.subject, typed)


class SaveOnePage(Saver):
    """The address to which a page of a registration saves while one types."""

    def draft(self) -> PageDraft:
        """The shared draft of the page."""
        registration = or_404(registration_for(self.officer, self.kwargs["registration"]))
        name = Keying(self.officer, registration, self.language, self.today).page(self.kwargs["page"]).name
        self.is_over = not going_on(registration)
        return PageDraft(self.officer, draft_kind(registration), name, shared_at=self.request.path)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Saves it, unless it is a case by now."""
        self.draft()
        if self.is_over:
            return JsonResponse({"says": _("Not saved: this registration has ended.")}, status=409)
        return super().post(request, **kwargs)


class TakeOut(RegistrationView):
    """Takes a child or a party out of a registration; what was typed stays in the store."""

    http_method_names = ("get", "post")

    @cached_property
    def subject(self) -> Page:
        """The first page of the person who is taken out."""
        page = self.keying.page(self.kwargs["page"])
        if page.name != page.of or page.name not in self.keying.live:
            raise Http404
        return page

    @property
    def what(self) -> str:  # type: ignore[override]  # a value for each request, not for each class
        """Under which name a look at it is recorded."""
        return self.subject.name

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Asks whether it is meant."""
        known: dict[str, Any] = {"page": self.subject, "name": self.keying.title(self.subject)}
        return self.show("intake/take_out.html", **known) if self.goes_on else self.ended()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Takes the person out, with every page about them."""
        if not self.goes_on:
            return self.ended()
        for page in self.keying.pages:
            if page.of == self.subject.name and page.name in self.keying.live:
                self._end(page.name)
        messages.success(request, _("Taken out"))
        return HttpResponseRedirect(reverse("intake:registration", args=(self.registration.pk,)))

    def _end(self, name: str) -> None:
        typed = self.request.POST.copy()
        typed["draft-revision"] = str(self.keying.live[name].revision)
        saved_at = reverse("intake:registration_draft", args=(self.registration.pk, name))
        draft = PageDraft(self.officer, draft_kind(self.registration), name, shared_at=saved_at)
        draft.set_aside(typed, timezone.now())


class SetAside(RegistrationView):
    """Ends a registration without a case."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Asks why."""
        return self.show("intake/set_aside.html", form=SetAsideForm()) if self.goes_on else self.ended()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ends it, or says what is missing."""
        form = SetAsideForm(request.POST)
        if not self.goes_on:
            return self.ended()
        if not form.is_valid():
            return self.show("intake/set_aside.html", form=form)
        try:
            words = form.cleaned_data["words"]
            set_registration_aside(
                by=self.officer, at=timezone.now(), registration=self.registration, words=words
            )
        except Stale:
            self.registration.refresh_from_db()
            return self.ended()
        messages.success(request, _("The registration was set aside"))
        return HttpResponseRedirect(reverse("intake:arrivals"))
