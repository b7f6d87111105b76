"""An alleged failure that names a protected place: it is written without; what was there before gives no
reason in the copy of the person it is about."""

from datetime import datetime

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer
from lles.conftest import HOME
from lles.work.enforcement.changes.application import record_alleged
from lles.work.enforcement.models import Alleged, Enforcement
from lles.work.enforcement.tests.written import (
    ANSWERS,
    BREACH,
    enforcement_of_the_father,
    texts,
    write,
)


def test_what_is_alleged_is_written_without_a_protected_place(
    case: Case, own: Officer, now: datetime
) -> None:
    one, knows = enforcement_of_the_father(case, own, now), "names a place or a number that is protected"
    with pytest.raises(Barred) as barred:
        record_alleged(
            case=case, by=own, at=now, enforcement=one, on=BREACH, words=f"He went to {HOME[0]}.",
            language="en",
        )  # fmt: skip
    assert [found.provision for found in barred.value.findings] == ["CONF-C8"]
    record_alleged(
        case=case, by=own, at=now, enforcement=one, on=BREACH, words="He went to her home.", language="en"
    )
    Alleged.objects.create(
        enforcement=one, on=BREACH, words=f"He went to {HOME[0]}.", language="en", by=own, at=now
    )
    write(Enforcement.objects.get(pk=one.pk), own, now, "information", **ANSWERS)
    made = texts(case, "information")
    assert "He went to her home." in made["respondent-1 en"]
    assert all(HOME[0] not in text for text in made.values())
    assert {name for name, text in made.items() if knows in text} == {"court en"}
    assert "enwi lle neu rif" in made["court cy"]
    assert "It is said that the order was not complied with." in made["respondent-1 en"]
    assert "protected" not in made["respondent-1 en"].partition("What is alleged")[2].partition("Notice")[0]
