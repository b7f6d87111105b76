"""How the crawl asks the pages of the administrator, and those by which one looks after one's own sign-in."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case, Officer
from tests.crawl.ask import Ask, Data

Row = Callable[[Case], Iterator[Ask]]
SOMEBODY = (
    "clerk-elsewhere"  # whose account the pages are about; nobody's is changed, because no mark comes along
)


def _row(route: str, *data: Data, args: Callable[[], list[int | str]] = list) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        path = reverse(route, args=args())
        yield Ask(route, path)
        for sent in data:
            yield Ask(route, path, "POST", sent)

    return row


def _person() -> list[int | str]:
    return [Officer.objects.get(account__username=SOMEBODY).pk]


def _accounts(case: Case) -> Iterator[Ask]:
    for act in ("close", "open", "end-sessions", "second-factor", "password", "burn"):
        path = reverse("service:account", args=[*_person(), act])
        yield Ask("service:account", path)
        yield Ask("service:account", path, "POST", {"reason": ""})


SERVICE: Mapping[str, Row] = {
    "service:service": _row("service:service"),
    "service:people": _row("service:people"),
    "service:add_person": _row("service:add_person", {"name": "Nobody"}),
    "service:person": _row("service:person", args=_person),
    "service:change_person": _row("service:change_person", {"name": "Nobody"}, args=_person),
    "service:arrangements": _row("service:arrangements", {"scope": ""}, {"withdraw": "0"}, args=_person),
    "service:account": _accounts,
    "service:offices": _row("service:offices"),
    "service:add_office": _row("service:add_office", {"slug": "x y"}),
    "service:office": _row("service:office", {"name_en": ""}, args=lambda: ["wrexham"]),
    "service:closed_days": _row("service:closed_days", {"open": "x"}, {"withdraw": "0"}),
    "service:add_closed_day": _row("service:add_closed_day", {"name_en": ""}),
    "service:areas": _row("service:areas", {"withdraw": "0"}),
    "service:add_area": _row("service:add_area", {"name_en": ""}),
    "service:area": _row("service:area", {"name_en": ""}, args=lambda: ["dorset"]),
    "account_change_password": _row("account_change_password", {"oldpassword": "wrong"}),
    "mfa_login_webauthn": _row("mfa_login_webauthn", {"credential": "{}"}, {"credential": "[]"}),
    "mfa_reauthenticate_webauthn": _row("mfa_reauthenticate_webauthn", {"credential": "{}"}),
    "mfa_list_webauthn": _row("mfa_list_webauthn"),
    "mfa_add_webauthn": _row("mfa_add_webauthn", {"credential": "{}", "name": "Key"}),
    "mfa_remove_webauthn": _row("mfa_remove_webauthn", {}, args=lambda: [0]),
    "mfa_edit_webauthn": _row("mfa_edit_webauthn", {"name": "Key"}, args=lambda: [0]),
}
