"""How it is safe to reach somebody."""

from lles.casefile.models import Case, Party, SafeContact


def safe_contact_of(case: Case, party: Party) -> SafeContact | None:
    """How it is safe to reach a person: the last that was recorded."""
    return SafeContact.objects.filter(case=case, party=party).order_by("-pk").first()
