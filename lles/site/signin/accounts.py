"""The account of a request with its officer, office and closed days, read at once: every page needs all."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend

from lles.casefile.prepared import Asked
from lles.casefile.queries.service_law import closed_days_column

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from lles.casefile.models import Account


def _by_number(number: int) -> "QuerySet[Account]":
    accounts = get_user_model()._default_manager.select_related("officer__office")
    return accounts.annotate(closed_days=closed_days_column()).filter(pk=number)


_accounts = Asked(_by_number)


class Accounts(ModelBackend):
    """Accounts of the database, each with the officer it belongs to."""

    def get_user(self, user_id: Any) -> "Account | None":
        """The account of a session, unless it was closed since."""
        account = _accounts.of(int(user_id))
        return account if account is not None and self.user_can_authenticate(account) else None
