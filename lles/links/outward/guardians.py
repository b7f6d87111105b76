"""Telling the public-law court who the guardians are. The list replaces the one before it, whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lles.links.court.client import CourtService, message_of
from lles.links.court.errors import NotAcceptable
from lles.links.outward.delivery import Accepted, deliver


@dataclass(frozen=True)
class Guardian:
    """A guardian and the names of the children they act for, as the court writes them."""

    name: str
    children: tuple[str, ...]
    telephone: str = ""
    email: str = ""


def replace_guardians(service: CourtService, case_number: str, guardians: Sequence[Guardian]) -> Accepted:
    """Replace all guardians of a case; an empty list, which would remove them all, is never sent."""
    if not service.settings.guardians_path:
        raise NotAcceptable(0, "this court takes no guardians")
    if not guardians:
        raise NotAcceptable(0, "an empty list would remove every guardian")
    if not all(one.name.strip() and any(child.strip() for child in one.children) for one in guardians):
        raise NotAcceptable(0, "a guardian needs a name and at least one child")
    body = [_written(one) for one in guardians]
    response = deliver(service, service.settings.guardians_path, case_number, json=body)
    return Accepted(response.status_code, message_of(response.content))


def _written(guardian: Guardian) -> dict[str, object]:
    return {
        "guardianName": guardian.name,
        "telephoneNumber": guardian.telephone,
        "email": guardian.email,
        "children": [child for child in guardian.children if child.strip()],
    }
