"""What the layout needs to know of the reader: navigation, language, name, how long the session lasts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.urls import NoReverseMatch
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from lles.casefile.views.addresses import address
from lles.law.bilingual import Text
from lles.site.frame import keys, typed_text
from lles.site.frame.words import language

SESSION_ENDED = "session_ended"
SERVICE_NAME = "service_name"
OWN_NAMES = {"en": "English", "cy": "Cymraeg"}


@dataclass(frozen=True)
class NavigationItem:
    """One entry of the service navigation, with the words already in the reader's language."""

    text: str
    href: str

    def is_here(self, path: str) -> bool:
        """True on the page it leads to and on those below it."""
        return path == self.href or (self.href != "/" and path.startswith(self.href))


@dataclass(frozen=True)
class SessionEnds:
    """Seconds until the session ends: when nothing happens, and in any case."""

    idle: int
    whole: int


class Frame:
    """The layout's view of one request; nothing is worked out before the layout asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def navigation(self) -> Sequence[NavigationItem]:
        """The entries the reader's role allows."""
        path = getattr(settings, "LLES_NAVIGATION", None)
        items: Callable[[HttpRequest], Sequence[NavigationItem]] | None = (
            import_string(path) if path else None
        )
        return items(self.request) if items and self.signed_in else ()

    @property
    def language(self) -> str:
        """The language of the page."""
        return language()

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """Both languages, each by its own name."""
        return tuple(OWN_NAMES.items())

    @property
    def here(self) -> str:
        """The address of this page, to come back to."""
        return self.request.get_full_path()

    @property
    def path(self) -> str:
        """The address without what was asked of it."""
        return self.request.path

    @cached_property
    def signed_in(self) -> bool:
        """True when somebody is signed in."""
        account = getattr(self.request, "user", None)
        return account is not None and account.is_authenticated

    @cached_property
    def person(self) -> str:
        """The name of the one who is signed in."""
        return str(self.request.user.get_full_name() or self.request.user.get_username())  # type: ignore[union-attr]  # somebody has signed in

    @cached_property
    def service_name(self) -> str:
        """The name of the service the reader works for; looked up once in a session."""
        if not self.signed_in:
            return ""
        names = self.request.session.get(SERVICE_NAME)
        if names is None:
            names = self.request.session[SERVICE_NAME] = _service_of(self.request.user).as_data()
        return Text.from_data(names).said(language())

    @property
    def demonstration(self) -> bool:
        """True where everybody in the record is invented."""
        return bool(getattr(settings, "LLES_DEMONSTRATION", False))

    @property
    def session_ends(self) -> SessionEnds | None:
        """How long the session still lasts, for one who is signed in."""
        return getattr(self.request, "session_ends", None)

    @cached_property
    def session_ended(self) -> str:
        """Why the session ended (idle, whole), said once."""
        return str(self.request.session.pop(SESSION_ENDED, ""))

    @property
    def text_is_kept(self) -> bool:
        """True while what was typed waits for its writer to sign in."""
        return typed_text.IN_SESSION in self.request.session

    @property
    def keys_on(self) -> bool:
        """True while single keys are shortcuts."""
        return keys.are_on(self.request)

    @property
    def find(self) -> str | None:
        """The address of the search for a person or case."""
        return _address("find") if self.signed_in else None

    @property
    def home(self) -> str:
        """The first page of the one who reads."""
        return _address("today") or "/"

    @property
    def mark(self) -> str:
        """The mark by which a form that comes too late shows whose words it holds."""
        return typed_text.mark(self.request)

    @property
    def focus(self) -> str:
        """The id of the box where the reader was, when a page is shown again."""
        return typed_text.focus(self.request)


def frame(request: HttpRequest) -> dict[str, object]:
    """The context processor of every page; the forms of one page share one token."""
    return {"frame": Frame(request), "csrf_input": SimpleLazyObject(lambda: csrf_input(request))}


def _service_of(account: object) -> Text:
    office = getattr(getattr(account, "officer", None), "office", None)
    return Text(office.service_en, office.service_cy) if office else Text("", "")


def _address(name: str) -> str | None:
    try:
        return address(name)
    except NoReverseMatch:
        return None
