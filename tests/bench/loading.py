"""Loads a database with cases: invented, consistent, written by COPY, a thousand at a time."""

from datetime import datetime
from typing import Any

import psycopg
from psycopg import sql

from lles.links.postgres import OWNER, Server
from tests.bench.copying import Ledger
from tests.bench.intake_rows import take
from tests.bench.plans import SEED, plans
from tests.bench.service import People, open_offices
from tests.bench.work_rows import Story

AT_ONCE = 1000


class Load:
    """A database that is filled up to so many cases, and then to more."""

    def __init__(self, database: str, now: datetime) -> None:
        self.url, self.now, self.cases = Server().url(database, OWNER), now, 0
        with self._connected() as connection:
            ledger = Ledger(connection)
            self.people: People = open_offices(ledger, SEED)
            self.rows = ledger.write(connection)

    def up_to(self, cases: int) -> None:
        """Adds cases until there are so many."""
        with self._connected() as connection:
            ledger = Ledger(connection)
            while self.cases < cases:
                last = min(self.cases + AT_ONCE, cases)
                self._add(ledger, range(self.cases + 1, last + 1))
                self.rows += ledger.write(connection)
                self.cases = last
            connection.execute(
                sql.SQL("SELECT setval('case_reference', {})").format(sql.Literal(1000 + cases))
            )
            connection.execute("VACUUM (ANALYZE)")

    def _add(self, ledger: Ledger, numbers: range) -> None:
        for plan in plans(self.people, numbers, self.now.date()):
            Story(ledger, plan, take(ledger, plan, plan.payload()), self.now).tell()

    def _connected(self) -> "psycopg.Connection[Any]":
        return psycopg.connect(self.url, autocommit=True)
