"""One check of the authority for each home, also of one known later; no address leaves its store."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.changes.whereabouts import record_whereabouts
from lles.casefile.locations.details import REFUGE
from lles.casefile.models import Case, Check, Officer, Party
from lles.casefile.queries.checks import rows_of
from lles.casefile.rules.areas import authority_of, force_of, homes_in
from lles.casefile.rules.whereabouts import Told


def _keep(case: Case, party: Party, kind: str, *lines: str, source: str = "party", now: datetime) -> None:
    locations.keep(case, [locations.Detail(f"party:{party.pk}", kind, lines, None, source)], now)


def _asked_of(case: Case, party: Party) -> int:
    return case.checks.filter(party=party, kind=Check.LOCAL_AUTHORITY).count()


@pytest.mark.parametrize(
    ("lines", "authority", "force"),
    [
        (("4 Stryt Fawr", "Wrexham", "LL13 8AA"), "wrexham", "north-wales"),
        (("4 Stryt Fawr", "Wrecsam"), "wrexham", "north-wales"),
        (("9 Wrexham", "Llandudno"), "conwy", "north-wales"),
        (("1 High Street", "Leeds", "LS1 1AA"), "leeds", "west-yorkshire"),
        (("1 Stryd y Bont", "SA46 0BB"), "ceredigion", "dyfed-powys"),
        (("Somewhere", "ZZ99 9ZZ"), "", ""),
    ],
)
def test_the_area_of_a_home_is_told_by_its_town_or_district(
    lines: tuple[str, ...], authority: str, force: str
) -> None:
    assert authority_of(lines) == authority
    assert force_of(authority) == force


def test_earlier_homes_in_one_text_are_told_apart() -> None:
    text = ("1 Old Road", "Mold CH7 1AA", "2 New Road, Leeds, LS1 1AA; Flat 3", "Derby")
    assert len(list(homes_in(text))) == 3
    assert len(list(homes_in(("1 Old Road, Mold", "2 New Road, Leeds")))) == 2
    assert len(list(homes_in(("1 Old Road", "Mold")))) == 1


def test_each_home_opens_one_check_however_often_it_came(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Mold", "CH7 1AA", now=now)
    _keep(case, father, locations.ADDRESS, "1 old road", "MOLD", "ch7 1aa", source="copy", now=now)
    _keep(
        case, father, locations.EARLIER, "2 New Road, Leeds, LS1 1AA", "3 Far Road, Derby, DE1 1AA", now=now
    )
    for _ in range(2):
        open_checks(case=case, by=own, at=now)
    assert _asked_of(case, father) == 3
    assert case.checks.filter(party=father, kind=Check.POLICE).count() == 1


def test_two_homes_in_the_area_of_one_authority_are_one_question(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Wrexham", "LL13 8AA", now=now)
    _keep(
        case,
        father,
        locations.EARLIER,
        "2 New Road, Wrexham, LL13 8AB",
        "3 Far Road, Derby, DE1 1AA",
        now=now,
    )
    open_checks(case=case, by=own, at=now)
    local = case.checks.filter(party=father, kind=Check.LOCAL_AUTHORITY)
    assert sorted(row.suggested for row in rows_of(list(local), now.date())) == ["derby", "wrexham"]
    _keep(case, father, locations.EARLIER, "9 Third Road, Wrexham, LL13 8AC", now=now)
    open_checks(case=case, by=own, at=now)
    assert local.count() == 2


def test_an_authority_that_an_officer_chose_is_not_asked_again_for_a_home_found_later(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    opened = open_checks(case=case, by=own, at=now)
    check = next(one for one in opened if one.party_id == father.pk and one.kind == Check.LOCAL_AUTHORITY)
    ask_check(case=case, by=own, at=now, check=check, body="wrexham", asked_on=now.date())
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Wrexham", "LL13 8AA", now=now)
    open_checks(case=case, by=own, at=now)
    assert _asked_of(case, father) == 1
    _keep(case, father, locations.EARLIER, "3 Far Road, Derby, DE1 1AA", now=now)
    open_checks(case=case, by=own, at=now)
    assert _asked_of(case, father) == 2


def test_homes_whose_area_cannot_be_told_are_each_asked_about(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Nowhere Road", "ZZ99 9ZZ", now=now)
    _keep(case, father, locations.EARLIER, "2 Nowhere Road", "ZZ99 8ZZ", now=now)
    open_checks(case=case, by=own, at=now)
    assert _asked_of(case, father) == 2


def test_an_adult_without_a_known_home_is_asked_about_all_the_same(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    open_checks(case=case, by=own, at=now)
    assert [check.place for check in case.checks.filter(party=father, kind=Check.LOCAL_AUTHORITY)] == [""]
    assert case.checks.filter(party=father, kind=Check.POLICE).exists()


def test_a_home_that_becomes_known_is_asked_about_by_itself(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    open_checks(case=case, by=own, at=now)
    told = {"case": case, "by": own, "at": now, "owner": f"party:{father.pk}"}
    for lines, checks in ((("1 Old Road", "Mold CH7 1AA"), 1), (("2 New Road", "Leeds LS1 1AA"), 2)):
        record_whereabouts(**told, told=Told(locations.ADDRESS, lines, None))  # type: ignore[arg-type]  # named by a mapping
        assert _asked_of(case, father) == checks
    assert "" not in case.checks.filter(party=father, kind="local_authority").values_list("place", flat=True)


def test_what_a_check_keeps_of_a_home_tells_no_place(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Mold", "CH7 1AA", now=now)
    place = next(check.place for check in open_checks(case=case, by=own, at=now) if check.place)
    assert not any(word in place.lower() for word in ("old", "mold", "ch7"))


def _keep_child(case: Case, kind: str, *lines: str, governed_by: str = "", now: datetime) -> None:
    owner = f"child:{case.children.order_by('pk')[0].pk}"
    locations.keep(case, [locations.Detail(owner, kind, lines, None, "lives with", governed_by)], now)


def test_the_authority_of_a_child_who_lives_elsewhere_is_asked_about_each_party(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    _keep_child(case, locations.ADDRESS, "1 Stryd y Bont", "SA46 0BB", now=now)
    for _ in range(2):
        open_checks(case=case, by=own, at=now)
    for party, asked in ((father, ["", "ceredigion"]), (mother, ["ceredigion", "wrexham"])):
        local = case.checks.filter(party=party, kind=Check.LOCAL_AUTHORITY)
        rows = rows_of(list(local), now.date())
        assert sorted(row.suggested for row in rows) == asked
        assert [row.suggested for row in rows if row.is_for_a_child] == ["ceredigion"]
    police = case.checks.filter(party=father, kind=Check.POLICE)
    assert [row.unnamed for row in rows_of(list(police), now.date())] == ["no_home"]


@pytest.mark.parametrize(
    ("whose", "kind", "flag"),
    [
        ("child", REFUGE, True), ("mother", REFUGE, True),
        ("mother", locations.HIDDEN[locations.ADDRESS], True),
        ("child", locations.LIVES_WITH, None), ("child", locations.ADDRESS, True),
    ],
)  # fmt: skip
def test_nobody_is_asked_about_a_parent_where_a_childs_home_may_be_the_hidden_home_of_the_other(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime, whose: str, kind: str,
    flag: bool | None,
) -> None:  # fmt: skip
    home = ("1 Stryd y Bont", "SA46 0BB")
    _keep_child(case, locations.ADDRESS, *home, now=now)
    child = f"child:{case.children.order_by('pk')[0].pk}"
    owner = child if whose == "child" else f"party:{mother.pk}"
    governed_by = f"party:{mother.pk}" if kind == locations.LIVES_WITH else ""
    lines = home if kind == locations.ADDRESS else ("said",)
    locations.keep(case, [locations.Detail(owner, kind, lines, flag, "lives with", governed_by)], now)
    open_checks(case=case, by=own, at=now)
    local = case.checks.filter(party=father, kind=Check.LOCAL_AUTHORITY)
    assert [row.suggested for row in rows_of(list(local), now.date())] == [""]


def test_a_home_of_an_adult_in_whose_area_a_childs_home_lies_is_no_second_question(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    _keep(case, mother, locations.ADDRESS, "1 Old Road", "Mold", "CH7 1AA", now=now)
    _keep_child(case, locations.ADDRESS, "1 Stryd y Bont", "SA46 0BB", now=now)
    open_checks(case=case, by=own, at=now)
    asked = {one: _asked_of(case, one) for one in (mother, father)}
    for party in (mother, father):
        _keep(case, party, locations.EARLIER, "9 Stryd y Bont", "SA46 0BB", now=now)
        open_checks(case=case, by=own, at=now)
        assert _asked_of(case, party) == asked[party]
        rows = rows_of(list(case.checks.filter(party=party, kind=Check.LOCAL_AUTHORITY)), now.date())
        assert [row.suggested for row in rows].count("ceredigion") == 1


def test_a_child_who_lives_with_a_party_adds_no_check(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Mold", "CH7 1AA", now=now)
    _keep_child(case, locations.ADDRESS, "1 old road", "MOLD", "ch7 1aa", now=now)
    _keep_child(case, locations.ADDRESS, "Leeds LS1 1AA", governed_by=f"party:{mother.pk}", now=now)
    open_checks(case=case, by=own, at=now)
    assert [_asked_of(case, one) for one in (mother, father)] == [1, 1]


def test_a_home_of_a_child_that_becomes_known_is_asked_about(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    _keep(case, father, locations.ADDRESS, "1 Old Road", "Mold", "CH7 1AA", now=now)
    open_checks(case=case, by=own, at=now)
    told = Told(locations.ADDRESS, ("2 New Road", "Leeds LS1 1AA"), None)
    owner = f"child:{case.children.order_by('pk')[0].pk}"
    record_whereabouts(case=case, by=own, at=now, owner=owner, told=told)
    assert _asked_of(case, father) == 2


def test_nobody_is_asked_in_the_area_where_a_parent_lives_who_may_not_be_found(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    _keep(case, mother, locations.ADDRESS, "Bridge Street Flat", "SA46 0BB", now=now)
    _keep_child(case, locations.ADDRESS, "1 Stryd y Bont", "SA46 0BB", now=now)
    open_checks(case=case, by=own, at=now)
    local = case.checks.filter(party=father, kind=Check.LOCAL_AUTHORITY)
    assert [row.suggested for row in rows_of(list(local), now.date())] == [""]
