"""Among invented people one signs in with a click; anywhere else this page does not exist."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, resolve_url
from django.views.decorators.http import require_http_methods

from lles.casefile import access, queries
from lles.law.bilingual import Text
from lles.site.frame.pages import page

BACKEND = "lles.site.signin.accounts.Accounts"


@dataclass(frozen=True)
class Invented:
    """One of the invented people, as the page shows them."""

    username: str
    name: str
    roles: tuple[Text, ...]
    office: Text | None


def is_open() -> bool:
    """True only in a demonstration, and only where everybody in the record is invented."""
    return bool(getattr(settings, "LLES_DEMONSTRATION", False)) and queries.is_invented()


def people() -> tuple[Invented, ...]:
    """The invented officers one may sign in as, office by office."""
    accounts = _accounts().select_related("officer__office").order_by("officer__office", "officer__name")
    return tuple(_shown(account) for account in accounts)


def _accounts() -> QuerySet[Any]:
    accounts = get_user_model().objects
    return accounts.filter(is_active=True, officer__isnull=False, officer__is_service=False)


def _shown(account: Any) -> Invented:
    officer, table = account.officer, access.roles()
    return Invented(
        username=account.get_username(),
        name=officer.name,
        roles=tuple(table[role].name for role in officer.roles if role in table),
        office=Text(officer.office.name_en, officer.office.name_cy) if officer.office else None,
    )


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose one of the invented people and work as them."""
    if not is_open():
        raise Http404
    if request.method == "GET":
        return page(request, "site/demonstration.html", {"people": people()})
    account = get_object_or_404(_accounts(), username=request.POST.get("username", ""))
    login(request, account, backend=BACKEND)
    request.session.set_expiry(0)
    return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
