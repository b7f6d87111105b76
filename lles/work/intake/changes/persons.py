"""Who is who across two answers: a key of the court that names another person makes a new one, so that nobody
comes to own what belongs to somebody else."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import count

from lles.casefile.models import Case, Child, Hearing, Order, Party
from lles.casefile.passage import held
from lles.casefile.queries.cases import search_form
from lles.casefile.queries.corrections import as_the_court_knew
from lles.casefile.register import hearings_recorded
from lles.casefile.timeline import LONDON, Said, says
from lles.links.court.facts import CourtCase
from lles.work.intake.changes.by_hand import KEYED
from lles.work.intake.changes.hearings import was_adjourned_in_the_room
from lles.work.intake.changes.put_right import as_before
from lles.work.intake.changes.rows import Rows, Values, rows_of


def set_others_aside(case: Case, rows: Rows) -> Iterator[Said]:
    """Keeps under a key of their own those whom an answer replaces by another person under the same key."""
    knew = as_the_court_knew(case)
    for known, said in (
        (held(Child.objects.filter(case=case), case), rows.children),
        (held(Party.objects.filter(case=case), case), rows.parties),
    ):
        for row in (one for one in known if one.court_key in said):
            fields = said[row.court_key]
            if is_another_person(row, fields) and is_another_person(as_before(row, knew), fields):
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
    known = {row.court_key: row for row in held(Party.objects.filter(case=case), case)}
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


def take_over_keyed(case: Case, said: CourtCase, today: date) -> Iterator[Said]:
    """Where the court speaks for the first time of a case that was keyed, whom and what it means gets its
    keys, so that nobody stands twice; who in it is nobody of the court's answer stays as keyed and is
    said."""
    rows, knew = rows_of(said, today), as_the_court_knew(case)
    if not case.court_number and said.number:
        Case.objects.filter(pk=case.pk).update(court_number=said.number)
        yield says("court_number_known", number=said.number)
    for model, came in ((Child, rows.children), (Party, rows.parties)):
        known = set(model.objects.filter(case=case).values_list("court_key", flat=True))
        free = {key: fields for key, fields in came.items() if key not in known}
        for row in model.objects.filter(case=case, court_key__startswith=KEYED):
            both = (row, as_before(row, knew))
            key = next((key for key, fields in free.items() if _is_either(both, fields)), None)
            if key is not None:
                del free[key]
                _gets_key(row, key)
    _take_over_hearings(case, rows.hearings, today)
    _take_over_orders(case, rows.orders)


def _take_over_orders(case: Case, came: Mapping[str, Values]) -> None:
    """An order of the same kind and day is the same order, where there is but one of it on both sides: what
    was recorded in court or keyed gets the court's key, and nothing opens twice."""
    known = set(Order.objects.filter(case=case).values_list("court_key", flat=True))
    new = {key: (fields.get("kind"), fields.get("made_on")) for key, fields in came.items()}
    free = {key: what for key, what in new.items() if key not in known}
    keyed = list(
        Order.objects.filter(case=case, court_key__startswith=KEYED).exclude(kind="").exclude(made_on=None)
    )
    for row in keyed:
        what = (row.kind, row.made_on)
        found = [key for key, one in free.items() if one == what]
        if len(found) == 1 and sum((one.kind, one.made_on) == what for one in keyed) == 1:
            _gets_key(row, found[0])


def _take_over_hearings(case: Case, came: Mapping[str, Values], today: date) -> None:
    """A hearing of the same day is the same hearing; else the one that is left of its type, which was moved:
    none that was held, since it stays on its day."""
    known = set(Hearing.objects.filter(case=case).values_list("court_key", flat=True))
    free = {key: fields for key, fields in came.items() if key not in known}
    keyed = list(Hearing.objects.filter(case=case, court_key__startswith=KEYED))
    recorded = hearings_recorded(case) if keyed else frozenset()
    for is_it in (_is_of_the_day, _is_of_the_type):
        for row in list(keyed):
            if is_it is _is_of_the_type and (row.pk in recorded or was_adjourned_in_the_room(row, today)):
                continue
            found = [key for key, fields in free.items() if is_it(row, fields)]
            if len(found) == 1:
                _gets_key(row, found[0])
                keyed.remove(row)
                del free[found[0]]


def _is_of_the_day(row: Hearing, fields: Values) -> bool:
    starts_at = fields.get("starts_at")
    if row.starts_at is None or not isinstance(starts_at, datetime):
        return False
    return row.starts_at.astimezone(LONDON).date() == starts_at.astimezone(LONDON).date()


def _is_of_the_type(row: Hearing, fields: Values) -> bool:
    return bool(row.type_code) and row.type_code == fields.get("type_code")


def _gets_key(row: Child | Party | Hearing | Order, key: str) -> None:
    row.court_key = key
    row.save(update_fields=["court_key"])


def is_the_same_person(row: Child | Party, fields: Mapping[str, object]) -> bool:
    """Whether somebody whom the court names is somebody who was keyed: a first name in common and one day
    of birth, or the same name where a day of birth is missing or was mistyped."""
    first = _words(row.first_name) & _words(str(fields.get("first_name", "")))
    said, born_on = set(str(fields.get("search_name", "")).split()), fields.get("born_on")
    if not first and (row.first_name or fields.get("first_name")):
        return False
    if born_on and row.born_on == born_on:
        return True
    ours = set(row.search_name.split())
    return ours == said if born_on and row.born_on else len(ours & said) > 1 or ours == said


def _is_either(both: Iterable[Child | Party], fields: Mapping[str, object]) -> bool:
    return any(is_the_same_person(one, fields) for one in both)


def _words(name: str) -> set[str]:
    return set(search_form(name).split())
