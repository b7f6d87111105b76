"""The same information by bare SQL: what each page has to know, in as few prepared statements as it takes."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import psycopg

from lles.links.postgres import Server

OFFICER = """
SELECT officer.id, officer.roles, office.area FROM casefile_account AS account
JOIN casefile_officer AS officer ON officer.account_id = account.id
LEFT JOIN casefile_office AS office ON office.id = officer.office_id WHERE account.id = %(account)s
"""
CHILDREN = """(SELECT array_agg(trim(first_name || ' ' || last_name) ORDER BY child.id)
 FROM casefile_child AS child WHERE child.case_id = c.id)"""
ADULTS = """(SELECT array_agg(trim(first_name || ' ' || last_name) ORDER BY party.role, party.number)
 FROM casefile_party AS party WHERE party.case_id = c.id)"""
LOOK = """
INSERT INTO casefile_sighting (case_id, officer_id, what, at)
SELECT id, %(officer)s, 'case', now() FROM casefile_case WHERE reference = %(reference)s
"""
HEAD = f"""
SELECT c.*, {CHILDREN}, {ADULTS},
 (SELECT json_agg(h ORDER BY h.starts_at) FROM casefile_hearing AS h WHERE h.case_id = c.id),
 (SELECT count(*) FROM casefile_check AS k WHERE k.case_id = c.id
  AND NOT EXISTS (SELECT FROM casefile_checkanswer WHERE asked_id = k.id))
FROM casefile_case AS c WHERE c.reference = %(reference)s AND c.officer_id = %(officer)s
"""
TASKS = """
SELECT t.* FROM casefile_task AS t JOIN casefile_case AS c ON c.id = t.case_id
WHERE c.reference = %(reference)s AND t.ended_at IS NULL ORDER BY t.due_on
"""
HISTORY = """
SELECT e.id, e.kind, e.facts, e.at, o.name FROM casefile_entry AS e
JOIN casefile_officer AS o ON o.id = e.by_id
JOIN casefile_case AS c ON c.id = e.case_id WHERE c.reference = %(reference)s AND e.kind <> 'refused'
ORDER BY e.id DESC LIMIT {}
"""
MINE = "c.officer_id = %(officer)s AND c.closed_at IS NULL"
DUE = f"""
SELECT t.*, c.reference, {CHILDREN} FROM casefile_task AS t JOIN casefile_case AS c ON c.id = t.case_id
WHERE {MINE} AND t.ended_at IS NULL ORDER BY t.due_on, t.id
"""
CAME_IN = f"""
SELECT e.kind, e.facts, e.at, c.reference FROM casefile_entry AS e JOIN casefile_case AS c ON c.id = e.case_id
WHERE {MINE} AND e.at >= %(since)s AND e.by_id <> %(officer)s
AND e.kind NOT IN ('refused', 'task_opened', 'task_ended', 'checks_opened', 'allocated')
ORDER BY e.id DESC LIMIT 12
"""
WAITING = f"""
SELECT k.kind, k.body, k.asked_on, c.reference, p.first_name, p.last_name FROM casefile_check AS k
JOIN casefile_case AS c ON c.id = k.case_id JOIN casefile_party AS p ON p.id = k.party_id
WHERE {MINE} AND k.asked_on IS NOT NULL
AND NOT EXISTS (SELECT FROM casefile_checkanswer WHERE asked_id = k.id)
ORDER BY k.asked_on LIMIT 50
"""
PLANNED = f"""
SELECT h.starts_at, h.type_code, h.venue, c.reference, {CHILDREN} FROM casefile_hearing AS h
JOIN casefile_case AS c ON c.id = h.case_id WHERE {MINE} AND h.going_ahead
AND h.starts_at >= %(today)s AND h.starts_at < %(ahead)s ORDER BY h.starts_at
"""
ARRIVED = """
SELECT a.*, c.reference, (SELECT count(*) FROM intake_feednote AS n WHERE n.arrival_id = a.id)
FROM intake_arrival AS a LEFT JOIN casefile_case AS c ON c.id = a.case_id
WHERE a.outcome <> 'unchanged' AND (c.id IS NULL OR NOT c.sealed) ORDER BY a.id DESC LIMIT 100
"""
FOUND = f"""
WITH candidates AS MATERIALIZED (
 (SELECT case_id FROM casefile_child
  WHERE search_name LIKE %(first)s AND search_name LIKE %(last)s LIMIT 200)
 UNION (SELECT case_id FROM casefile_party
  WHERE search_name LIKE %(first)s AND search_name LIKE %(last)s LIMIT 200))
SELECT c.reference, c.court_name, {CHILDREN}, {ADULTS} FROM candidates
JOIN casefile_case AS c ON c.id = case_id WHERE c.officer_id = %(officer)s ORDER BY c.opened_at DESC LIMIT 50
"""
ALIKE = f"""
WITH candidates AS MATERIALIZED (
 (SELECT case_id, strict_word_similarity(%(asked)s, search_name) AS nearness FROM casefile_child
  WHERE search_name %%>> %(first)s AND search_name %%>> %(last)s ORDER BY nearness DESC LIMIT 200)
 UNION (SELECT case_id, strict_word_similarity(%(asked)s, search_name) AS nearness FROM casefile_party
  WHERE search_name %%>> %(first)s AND search_name %%>> %(last)s ORDER BY nearness DESC LIMIT 200))
SELECT c.reference, c.court_name, {CHILDREN}, {ADULTS} FROM candidates
JOIN casefile_case AS c ON c.id = case_id WHERE c.officer_id = %(officer)s ORDER BY nearness DESC LIMIT 50
"""
OPEN = f"""
SELECT c.reference, c.court_code, c.court_name, c.pathway, o.name, {CHILDREN}, {ADULTS}
FROM casefile_case AS c JOIN casefile_officer AS o ON o.id = c.officer_id WHERE {MINE}
ORDER BY c.opened_at DESC, c.id DESC LIMIT 100
"""
PAGES: Mapping[str, tuple[str, ...]] = {
    "cases": (OFFICER, OPEN),
    "today": (OFFICER, DUE, CAME_IN, WAITING, PLANNED),
    "case": (OFFICER, HEAD, TASKS, HISTORY.format(5), LOOK),
    "timeline": (OFFICER, HEAD, HISTORY.format(50), LOOK),
    "arrivals": (OFFICER, ARRIVED),
    "find": (OFFICER, FOUND),
    "any_order": (OFFICER, FOUND),
    "misspelt": (OFFICER, ALIKE),
}
NEVER_PREPARED = {ALIKE}  # a plan for any words at all is far slower than one for these


class Bare:
    """One connection without anything around it."""

    def __init__(self, database: str, today: date) -> None:
        self.connection: psycopg.Connection[Any] = psycopg.connect(Server().url(database), autocommit=True)
        self.connection.prepare_threshold = 0
        self.connection.execute("SET pg_trgm.strict_word_similarity_threshold = 0.25")  # as in the settings
        self._days = {"today": today, "since": today - timedelta(days=1), "ahead": today + timedelta(days=15)}

    @property
    def pid(self) -> int:
        """The process of the database that works for this connection."""
        return self.connection.info.backend_pid

    def page(self, name: str, **values: object) -> Callable[[], object]:
        """Everything one page has to know, read and written once."""
        asked = {**self._days, **values}
        return lambda: [self._rows(statement, asked) for statement in PAGES[name]]

    def _rows(self, statement: str, values: Mapping[str, object]) -> object:
        prepare = False if statement in NEVER_PREPARED else None
        cursor = self.connection.execute(statement.encode(), values, prepare=prepare)
        return cursor.fetchall() if cursor.description else None
