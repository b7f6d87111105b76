"""Who is who across two answers: a key of the court that names another person makes a new one, so that nobody
comes to own what belongs to somebody else."""

from collections.abc import Iterator, Mapping
from itertools import count

from lles.casefile.models import Case, Child, Party
from lles.casefile.timeline import Said, says
from lles.work.intake.changes.rows import Rows, Values


def set_others_aside(case: Case, rows: Rows) -> Iterator[Said]:
    """Keeps under a key of their own those whom an answer replaces by another person under the same key."""
    for model, said in ((Child, rows.children), (Party, rows.parties)):
        for row in model.objects.filter(case=case, court_key__in=said):
            fields = said[row.court_key]
            if is_another_person(row, fields):
                name = f"{fields.get('first_name', '')} {fields.get('last_name', '')}".strip()
                yield says("other_person", name=name, was=row.name)
                row.court_key, row.in_latest_answer = f"{row.court_key[:100]}~was-{row.pk}", False
                row.save(update_fields=["court_key", "in_latest_answer"])


def is_another_person(row: Child | Party, fields: Mapping[str, object]) -> bool:
    """Whether what is said under a known key can only be somebody else: another birth date and first name, or
    no date to go by and not one name in common."""
    born_on, first = fields.get("born_on"), str(fields.get("first_name", ""))
    if not first or not row.first_name:
        return False
    if born_on and row.born_on:
        return born_on != row.born_on and first.casefold() != row.first_name.casefold()
    said = set(str(fields.get("search_name", "")).split())
    return bool(said) and not said & set(row.search_name.split())


def numbered(case: Case, said: Mapping[str, Values]) -> dict[str, Values]:
    """The parties with their numbers: whoever has one keeps it, a new one takes the next that is free."""
    known = {row.court_key: row for row in Party.objects.filter(case=case)}
    taken = {(row.role, row.number) for row in known.values()}
    rows: dict[str, Values] = {}
    for key, fields in said.items():
        row, role = known.get(key), str(fields["role"])
        if row is not None and row.role == role:
            rows[key] = fields | {"number": row.number}
            continue
        number = next(free for free in count(1) if (role, free) not in taken)
        taken.add((role, number))
        rows[key] = fields | {"number": number}
    return rows
