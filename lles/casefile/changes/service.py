"""What concerns the service and no case: its offices, its people, their roles and passwords."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.contrib.auth.password_validation import validate_password

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.officers import refuse_roles
from lles.casefile.models import Account, Office, Officer
from lles.casefile.timeline import Word, says
from lles.law.bilingual import Text


@change(needs=Verb.ADMINISTER)
def employ(
    *,
    by: Officer,
    at: datetime,
    username: str,
    password: str,
    name: str,
    roles: Sequence[str],
    office: str = "",
    language: str = "en",
    speaks_welsh: bool = False,
    is_contractor: bool = False,
    password_is_given: bool = False,
) -> Done[Officer]:
    """Adds an officer with an account of their own; `ValidationError` where the password is too weak. A
    password that is given is changed by its owner before anything else."""
    refuse_roles(roles, before=(), own=False)
    account = Account(username=username, first_name=name[:150], password_is_given=password_is_given)
    validate_password(password, account)
    account.set_password(password)
    account.full_clean(exclude=["password"])
    account.save()
    where = Office.objects.get(slug=office) if office else None
    officer = Officer.objects.create(
        account=account, name=name, job=roles[0], roles=list(roles), office=where, language=language,
        speaks_welsh=speaks_welsh, is_contractor=is_contractor,
    )  # fmt: skip
    return Done(officer, says("officer_added", officer=name), subject=f"officer:{officer.pk}")


@change(needs=Verb.ADMINISTER)
def give_password(
    *, by: Officer, at: datetime, username: str, password: str, is_given: bool = False
) -> Done[None]:
    """Sets a password anew; every session under the old one ends, and one that is given is changed first."""
    account = Account.objects.get(username=username)
    validate_password(password, account)
    account.set_password(password)
    account.password_is_given = is_given
    account.save(update_fields=["password", "password_is_given"])
    return Done(None, says("password_given", username=username), subject=f"account:{account.pk}")


@change(needs=Verb.ADMINISTER)
def open_office(
    *,
    by: Officer,
    at: datetime,
    slug: str,
    service_en: str,
    service_cy: str,
    name_en: str,
    name_cy: str,
    nation: str,
    area: str,
    phone: str,
    court_codes: Sequence[str],
    hours: Mapping[str, Sequence[str]],
    invented: bool,
    closed_on: Sequence[str] = (),
) -> Done[Office]:
    """Opens an office of a service, with its nation, its hours and the courts it serves."""
    office = Office.objects.create(
        slug=slug,
        service_en=service_en,
        service_cy=service_cy,
        name_en=name_en,
        name_cy=name_cy,
        nation=nation,
        area=area,
        phone=phone,
        court_codes=list(court_codes),
        hours=as_kept(hours),
        closed_on=list(closed_on),
        invented=invented,
    )
    entry = says("office_opened", office=office.name_en)
    return Done(office, entry, subject=f"office:{office.pk}")


@change(needs=Verb.ADMINISTER)
def change_office(
    *,
    by: Officer,
    at: datetime,
    office: Office,
    name_en: str,
    name_cy: str,
    phone: str,
    court_codes: Sequence[str],
    hours: Mapping[str, Sequence[str]],
    closed_on: Sequence[str],
) -> Done[None]:
    """Changes what an office is called, when it is open, its phone, and the courts whose cases come to it."""
    values = {
        "name_en": name_en, "name_cy": name_cy, "phone": phone,
        "court_codes": list(court_codes), "hours": as_kept(hours),
        "closed_on": list(closed_on),
    }  # fmt: skip
    changed = [name for name, value in values.items() if getattr(office, name) != value]
    Office.objects.filter(pk=office.pk).update(**values)
    lines = tuple(says("office_part_changed", part=Word(f"office_part.{name}")) for name in changed)
    entry = says("office_changed_to", office=Text(name_en, name_cy), what=lines) if lines else None
    return Done(None, entry, subject=f"office:{office.pk}")


def as_kept(hours: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Hours of an office by the day of the week, as they are stored."""
    return {day: list(from_to) for day, from_to in hours.items()}
