"""What the store of locations holds of a person, as it came and as it is opened."""

from dataclasses import dataclass
from datetime import datetime

ADDRESS, EARLIER, PHONE, EMAIL, LIVES_WITH = "address", "earlier", "phone", "email", "lives_with"
LIVING, REFUGE = "living", "refuge"
HIDDEN = {ADDRESS: "hidden_address", PHONE: "hidden_phone", EMAIL: "hidden_email"}


@dataclass(frozen=True)
class Detail:
    """One thing that says where a person can be found, as it came: lines of text, and what was said of it."""

    owner: str
    kind: str
    lines: tuple[str, ...]
    flag: bool | None
    source: str
    governed_by: str = ""


@dataclass(frozen=True)
class Kept:
    """One detail as the store holds it, opened on purpose for somebody who may see it."""

    owner: str
    kind: str
    lines: tuple[str, ...]
    source: str
    protected: bool
    current: bool
    governed_by: str = ""
    mark: str = ""
    received_at: datetime | None = None
