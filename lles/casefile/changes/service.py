"""What concerns the service and no case: its offices, its people, their roles and passwords."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.password_validation import validate_password

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Account, Office, Officer
from lles.casefile.timeline import says


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
) -> Done[Officer]:
    """Adds an officer with an account of their own; `ValidationError` where the password is too weak."""
    account = Account(username=username, first_name=name[:150])
    validate_password(password, account)
    account.set_password(password)
    account.full_clean(exclude=["password"])
    account.save()
    where = Office.objects.get(slug=office) if office else None
    officer = Officer.objects.create(
        account=account, name=name, job=roles[0], roles=list(roles), office=where, language=language
    )
    return Done(officer, says("officer_added", officer=name), subject=f"officer:{officer.pk}")


@change(needs=Verb.ADMINISTER)
def give_password(*, by: Officer, at: datetime, username: str, password: str) -> Done[None]:
    """Sets a password anew; every session under the old one ends."""
    account = Account.objects.get(username=username)
    validate_password(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])
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
    hours: dict[str, list[str]],
    invented: bool,
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
        hours=hours,
        invented=invented,
    )
    entry = says("office_opened", office=office.name_en)
    return Done(office, entry, subject=f"office:{office.pk}")
