"""Among invented people one signs in with a click; anywhere else this page does not exist."""

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AbstractUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, resolve_url
from django.views.decorators.http import require_http_methods

from lles.casefile import queries
from lles.site.frame.pages import page

BACKEND = "django.contrib.auth.backends.ModelBackend"


def is_open() -> bool:
    """True only in a demonstration, and only where everybody in the record is invented."""
    return bool(getattr(settings, "LLES_DEMONSTRATION", False)) and queries.is_invented()


def people() -> QuerySet[AbstractUser]:
    """The invented officers one may sign in as."""
    accounts = get_user_model().objects.filter(
        is_active=True, officer__isnull=False, officer__is_service=False
    )
    return accounts.select_related("officer__office").order_by("officer__office", "officer__name")


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Choose one of the invented people and work as them."""
    if not is_open():
        raise Http404
    if request.method == "GET":
        return page(request, "site/demonstration.html", {"people": people()})
    account = get_object_or_404(people(), username=request.POST.get("username", ""))
    login(request, account, backend=BACKEND)
    request.session.set_expiry(0)
    return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL))
