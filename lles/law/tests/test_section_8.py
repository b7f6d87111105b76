"""Orders under section 8: both sides of each boundary and of each change of the law."""

from datetime import date

import pytest

from lles.law.findings import Finding
from lles.law.section_8 import (
    child_arrangements_order_carries_a_warning_notice,
    child_in_care_has_no_other_section_8_order,
    condition_binds_somebody_it_can_bind,
    foster_parent_needs_consent_to_ask_for_leave,
    order_says_which_types_it_makes,
    section_8_order_has_a_type_of_its_day,
    section_8_types_named_by,
    section_8_types_of_a_day,
)

OLD, NEW = date(2014, 4, 21), date(2014, 4, 22)
MADE, IN_CARE = date(2026, 3, 2), date(2026, 3, 1)


def warns(finding: Finding | None) -> bool:
    """Whether there is a finding, and it warns."""
    return finding is not None and finding.warns


@pytest.mark.parametrize(
    ("type_", "made_on", "warned"),
    [
        ("contact", date(2013, 1, 10), False),
        ("contact", OLD, False),
        ("contact", NEW, True),
        ("residence", date(2015, 1, 10), True),
        ("child_arrangements", OLD, True),
        ("child_arrangements", NEW, False),
        ("specific_issue", date(1991, 10, 14), False),
        ("specific_issue", date(1991, 10, 13), True),
        ("prohibited_steps", NEW, False),
    ],
)
def test_it_knows_the_types_of_each_day(type_: str, made_on: date, warned: bool) -> None:
    assert warns(section_8_order_has_a_type_of_its_day(type_, made_on)) is warned


@pytest.mark.parametrize(
    ("title", "types"),
    [
        ("Child arrangements, specific issue or prohibited steps order (C43)", None),
        ("Gorchymyn trefniadau plant, mater penodol neu gamau gwaharddedig", None),
        ("Child arrangements order (C43)", "child_arrangements"),
        ("Prohibited steps order (C43)", "prohibited_steps"),
        ("caSpecificProhibitedOrder", None),
        ("childArrangementsSpecificProhibitedOrder", None),
        ("C43 and directions", None),
        (
            "Child arrangements, specific issue and prohibited steps order",
            "child_arrangements specific_issue prohibited_steps",
        ),
        ("Child arrangements order (lives with or spends time with)", "child_arrangements"),
        ("Gorchymyn trefniadau plant", "child_arrangements"),
        ("C43", None),
        ("Contact order", "contact"),
        ("Gorchymyn cyswllt", "contact"),
        ("Contact monitoring order", ""),
        ("Residence order", "residence"),
        ("Prohibited steps order", "prohibited_steps"),
        ("Specific issue order", "specific_issue"),
        ("Enforcement of a child arrangements order (C80)", ""),
        ("Interim child arrangements order", "child_arrangements"),
        ("Final child arrangements order", "child_arrangements"),
        ("Order varying a child arrangements order", "child_arrangements"),
        ("Consent order - child arrangements", "child_arrangements"),
        ("Prohibited steps order and child arrangements order", "child_arrangements prohibited_steps"),
        ("Interim prohibited steps order", "prohibited_steps"),
        ("Gorchymyn interim: trefniadau plant", "child_arrangements"),
        ("Child arrangements order and directions", "child_arrangements"),
        ("Directions order (child arrangements)", ""),
        ("Gorchymyn gorfodi trefniadau plant", ""),
        ("Special guardianship order (C43A)", ""),
        ("", ""),
    ],
)
def test_it_reads_the_types_wherever_a_title_names_them(title: str, types: str | None) -> None:
    assert section_8_types_named_by(title) == (None if types is None else set(types.split()))


@pytest.mark.parametrize(
    ("on", "types"),
    [
        (OLD, ("residence", "contact", "prohibited_steps", "specific_issue")),
        (NEW, ("child_arrangements", "prohibited_steps", "specific_issue")),
        (None, ("residence", "contact", "prohibited_steps", "specific_issue", "child_arrangements")),
    ],
)
def test_an_order_can_be_of_the_types_of_its_day(on: date | None, types: tuple[str, ...]) -> None:
    assert section_8_types_of_a_day(on) == types


def test_an_order_of_which_nobody_knows_the_types_is_warned_of() -> None:
    assert warns(order_says_which_types_it_makes(None, MADE))
    assert order_says_which_types_it_makes({"child_arrangements"}, MADE) is None


@pytest.mark.parametrize(
    ("living", "care_from", "care_to", "warned"),
    [
        (False, IN_CARE, None, True),
        (True, IN_CARE, None, False),
        (False, MADE, None, True),
        (False, date(2026, 3, 3), None, False),
        (False, IN_CARE, MADE, True),
        (False, IN_CARE, IN_CARE, False),
        (False, None, None, False),
    ],
)
def test_it_warns_of_an_order_about_a_child_in_care(
    living: bool, care_from: date | None, care_to: date | None, warned: bool
) -> None:
    assert (
        warns(child_in_care_has_no_other_section_8_order("Efa", living, MADE, care_from, care_to)) is warned
    )


@pytest.mark.parametrize(
    ("asked_on", "since", "warned"),
    [
        (date(2026, 9, 10), None, True),
        (date(2026, 9, 16), None, True),
        (date(2026, 9, 17), None, False),
        (date(2026, 9, 10), date(2025, 9, 10), False),
        (date(2026, 9, 10), date(2025, 9, 11), True),
        (date(1991, 10, 13), None, False),
    ],
)
def test_it_looks_back_from_the_application_of_a_foster_parent(
    asked_on: date, since: date | None, warned: bool
) -> None:
    fostered_to = date(2026, 3, 16)
    found = foster_parent_needs_consent_to_ask_for_leave(
        "Ceri", fostered_to, asked_on, lived_there_since=since
    )
    assert warns(found) is warned
    allowed = foster_parent_needs_consent_to_ask_for_leave("Ceri", fostered_to, asked_on, is_allowed=True)
    assert allowed is None


def test_a_condition_binds_nobody_whom_nothing_ties() -> None:
    assert warns(condition_binds_somebody_it_can_bind("Ceri", [], MADE))
    assert condition_binds_somebody_it_can_bind("Ceri", ["child_lives_there"], MADE) is None


@pytest.mark.parametrize(
    ("types", "on", "attached", "warned"),
    [
        ("child_arrangements", MADE, False, True),
        ("child_arrangements", MADE, True, False),
        ("prohibited_steps", MADE, False, False),
        ("child_arrangements", MADE, None, True),
        ("child_arrangements prohibited_steps", MADE, None, True),
        ("unknown", MADE, None, True),
        ("unknown", MADE, False, True),
        ("unknown", MADE, True, False),
        ("unknown", date(2008, 12, 7), None, False),
        ("contact", date(2008, 12, 8), False, True),
        ("contact", date(2008, 12, 7), False, False),
    ],
)
def test_an_order_without_its_notice_is_warned_of(
    types: str, on: date, attached: bool | None, warned: bool
) -> None:
    made = None if types == "unknown" else types.split()
    assert warns(child_arrangements_order_carries_a_warning_notice(made, on, attached)) is warned
