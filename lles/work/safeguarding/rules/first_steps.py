"""Before the first hearing: what is looked into, and what waits."""

from typing import Literal

from lles.law.bilingual import Text
from lles.work.safeguarding.rules.provisions import safeguarding_law


def before_the_first_hearing_only_safety_is_looked_into(
    about: Literal["safety", "welfare", "outcome"],
) -> Text | None:
    """A view on the outcome is marked as deferred; a worry about safety or welfare never is (SG-SCOPE)."""
    return safeguarding_law()["SG-SCOPE"].sentence("deferred") if about == "outcome" else None
