"""What the database itself guards: what is written once, the role of the locations, the class of every
field."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from lles.casefile import locations
from lles.casefile.apps import every_field_has_its_class
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.models import Case, Concern, Entry, Kept, Location, Officer, Party, undecided
from lles.casefile.models.kept import CLASSES


def refused(act: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            act()
    except DatabaseError:
        return True
    return False


def test_every_field_of_every_model_has_its_class() -> None:
    assert every_field_has_its_class(None) == []
    ours = [model for model in apps.get_models() if model.__module__.startswith("lles.")]
    assert len(ours) > 20
    assert all(model.kept.class_of(f.name) in CLASSES for model in ours for f in model._meta.local_fields)  # type: ignore[attr-defined]  # every model of ours has it


def test_a_field_without_a_class_is_seen() -> None:
    class Planted(models.Model):
        secret = models.TextField()
        kept = Kept(open="id")

        class Meta:
            app_label = "casefile"
            managed = False

    try:
        assert list(undecided(Planted)) == ["casefile.Planted.secret has no class"]
    finally:
        del apps.all_models["casefile"]["planted"]
        apps.clear_cache()


def test_the_timeline_and_what_was_said_cannot_be_changed(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    words = [Words("he followed us", "en")]
    record_conversation(
        case=case, by=own, at=now, party=mother, began_at=now, outcome="spoke", concerns=words
    )
    for model in (Entry, Concern):
        assert refused(lambda model=model: model.objects.update(at=now))  # type: ignore[misc]  # the mistake that is tried
        assert refused(lambda model=model: model.objects.all().delete())  # type: ignore[misc]  # the mistake that is tried


def test_the_application_cannot_read_locations_outside_the_store(case: Case) -> None:
    assert refused(lambda: Location.objects.count())
    assert len(locations.of_case(case)) == 3
    assert refused(lambda: Location.objects.count())


def test_the_application_works_as_a_role_without_power(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("lles_app", False, False)


def test_what_the_store_holds_cannot_be_read_without_the_key(case: Case) -> None:
    with locations.inside():
        values = [bytes(row.value) for row in Location.objects.filter(case_id=case.pk)]
    assert values
    assert not any(b"Heol" in value or b"07700" in value for value in values)


def test_a_flag_once_yes_stays_yes(case: Case, mother: Party, now: datetime) -> None:
    detail = locations.Detail(f"party:{mother.pk}", locations.PHONE, ("07700 900123",), False, "phone")
    locations.keep(case, [detail], now)
    phone = [one for one in locations.of_case(case) if one.kind == locations.PHONE]
    assert [one.protected for one in phone] == [True]


@pytest.mark.parametrize(("flag", "protected"), [(True, True), (None, True), (False, False)])
def test_unknown_is_protected(
    flag: bool | None, protected: bool, case: Case, father: Party, now: datetime
) -> None:
    owner = f"party:{father.pk}"
    locations.keep(case, [locations.Detail(owner, locations.ADDRESS, ("1 Long Road",), flag, "party")], now)
    assert [one.protected for one in locations.of_case(case, owner)] == [protected]


def test_a_childs_home_follows_the_flag_of_the_party_it_is_the_home_of(
    case: Case, father: Party, now: datetime
) -> None:
    child = case.children.first()
    assert child is not None
    party, kid = f"party:{father.pk}", f"child:{child.pk}"
    home = locations.Detail(kid, locations.ADDRESS, ("1 Long Road",), None, "lives with", party)
    for flag, protected in ((False, False), (True, True)):
        locations.keep(
            case, [locations.Detail(party, locations.ADDRESS, ("1 Long Road",), flag, "party"), home], now
        )
        assert [one.protected for one in locations.of_case(case, kid)] == [protected]
