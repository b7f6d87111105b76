"""What was typed is not lost when the session ends first.

Every form of a page carries a mark that says whose words it holds. If such a form arrives after the session
ended, its fields are put aside, encrypted with a key that only that browser holds, and given back to the same
person after signing in again: the page is shown again with the text and the cursor where they were.
"""

import json
import re
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet, InvalidToken
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from lles.casefile.forms import SHOWN_AGAIN
from lles.site.frame.addresses import path_of
from lles.site.frame.pages import page

FIELD_OF_MARK = "kept-for"
FIELD_OF_FOCUS = "kept-focus"
COOKIE = "lles_kept"
IN_SESSION = "typed_text"
SALT = "lles.typed-text"
OLDEST = 7 * 24 * 3600  # a page left open over a weekend and a holiday still gives its text back
OURS = frozenset({FIELD_OF_MARK, FIELD_OF_FOCUS, SHOWN_AGAIN, "csrfmiddlewaretoken"})
ID_ON_PAGE = re.compile(r"[A-Za-z][\w-]{0,99}")


@dataclass(frozen=True)
class TypedText:
    """The fields of one form that came too late."""

    account: str
    path: str
    focus: str
    fields: tuple[tuple[str, str], ...]


def mark(request: HttpRequest) -> str:
    """The mark for a form on this page; empty for one who is not signed in."""
    account = getattr(request, "user", None)
    return signing.dumps(str(account.pk), salt=SALT) if account and account.is_authenticated else ""


def focus(request: HttpRequest) -> str:
    """The id of the box the reader was in, for a page that is shown again."""
    if request.method != "POST" or SHOWN_AGAIN not in request.POST:
        return ""
    return _focus(request)


def _focus(request: HttpRequest) -> str:
    named = request.POST.get(FIELD_OF_FOCUS, "")
    return named if ID_ON_PAGE.fullmatch(named) else ""


def read(request: HttpRequest) -> TypedText | None:
    """The text a form brings with it, if it bears a mark we made."""
    if request.method != "POST" or FIELD_OF_MARK not in request.POST:
        return None
    try:
        account = signing.loads(request.POST[FIELD_OF_MARK], salt=SALT, max_age=OLDEST)
    except signing.BadSignature:
        return None
    fields = tuple(
        (name, value) for name, values in request.POST.lists() if name not in OURS for value in values
    )
    return TypedText(account=str(account), path=_page_of(request), focus=_focus(request), fields=fields)


def _page_of(request: HttpRequest) -> str:
    return path_of(request.headers.get("HX-Current-URL", "")) or request.get_full_path()


def put_aside(request: HttpRequest, typed: TypedText) -> HttpResponse:
    """Keep the text and ask the reader to sign in."""
    key = Fernet.generate_key()
    request.session[IN_SESSION] = Fernet(key).encrypt(json.dumps(asdict(typed)).encode()).decode()
    response = redirect_to_login(reverse("typed_text"))
    response.set_cookie(
        COOKIE, key.decode(), max_age=3600, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


def take(request: HttpRequest) -> TypedText | None:
    """The text put aside in this browser, if the one who reads is the one who typed it."""
    try:
        content = Fernet(request.COOKIES.get(COOKIE, "").encode()).decrypt(request.session[IN_SESSION])
    except (KeyError, ValueError, InvalidToken):
        return None
    known = json.loads(content)
    typed = TypedText(**{**known, "fields": tuple((name, value) for name, value in known["fields"])})
    if typed.account != str(request.user.pk):
        return None
    del request.session[IN_SESSION]
    return typed


@require_safe
def give_back(request: HttpRequest) -> HttpResponse:
    """After signing in again: the page one was on, with what was typed."""
    typed = take(request)
    if typed is None:
        return HttpResponseRedirect("/")
    response = page(request, "site/typed_text.html", {"typed": typed, "at_once": True})
    response.delete_cookie(COOKIE)
    return response
