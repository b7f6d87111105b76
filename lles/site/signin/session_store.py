"""Sessions as Django keeps them in the database, read by a prepared statement: every page begins with it."""

from django.contrib.sessions.backends.db import SessionStore as InDatabase
from django.contrib.sessions.models import Session
from django.utils import timezone

from lles.casefile.prepared import rows_of

_SESSION = """
SELECT session_data, expire_date FROM django_session
WHERE session_key = %(key)s::text AND expire_date > %(now)s::timestamptz
"""


class SessionStore(InDatabase):
    """A session in the database."""

    def _get_session_from_db(self) -> Session | None:
        rows = rows_of(_SESSION, {"key": self.session_key, "now": timezone.now()})
        if not rows:
            self._session_key = None
            return None
        data, expires = rows[0]
        return Session(session_key=str(self.session_key), session_data=data, expire_date=expires)
