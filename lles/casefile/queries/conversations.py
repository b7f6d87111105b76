"""What somebody said, and how it is safe to reach them."""

from lles.casefile.models import Case, Concern, Party, SafeContact


def safe_contact_of(case: Case, party: Party) -> SafeContact | None:
    """How it is safe to reach a person: the last that was recorded."""
    return SafeContact.objects.filter(case=case, party=party).order_by("-pk").first()


def interpreters_of(case: Case, party: Party) -> tuple[str, ...]:
    """The languages of the interpreters whom the file knows for a person: that of the last conversation with
    one, or else what was said of everybody of this role when the case arrived."""
    held = case.conversations.filter(party=party, wrong=None).exclude(interpreter="").order_by("-pk").first()
    if held:
        return (held.interpreter,)
    of_role = (one["language"] for one in case.interpreters if party.role in one["parties"])
    return tuple(dict.fromkeys(language for language in of_role if language))


def concern_of(case: Case, number: str) -> Concern | None:
    """What was said in a conversation of this case, by its number as it was sent."""
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return Concern.objects.filter(conversation__case=case, pk=int(number)).first()
