"""What somebody said, and how it is safe to reach them."""

from lles.casefile.models import Case, Concern, Conversation, Party, SafeContact


def safe_contact_of(case: Case, party: Party) -> SafeContact | None:
    """How it is safe to reach a person: the last that was recorded."""
    return SafeContact.objects.filter(case=case, party=party).order_by("-pk").first()


def conversation_of(case: Case, number: int) -> Conversation | None:
    """A conversation of this case or an attempt at one that counts."""
    return case.conversations.filter(pk=number, wrong=None).select_related("party").first()


def concern_of(case: Case, number: str) -> Concern | None:
    """What was said in a conversation of this case, by its number as it was sent."""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Concern.objects.filter(conversation__case=case, pk=int(number)).first()
