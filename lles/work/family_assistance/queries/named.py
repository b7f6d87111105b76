"""Whom a family assistance order names, and what they answered and said."""

from collections.abc import Mapping, Sequence

from lles.casefile.models import Child
from lles.work.family_assistance.models import Assistance, CourtAnswer, Heard, NamedOne, Opinion
from lles.work.family_assistance.models import Consent as Answer
from lles.work.family_assistance.queries.counted import answers_of, consented, heard_of, opinions_of
from lles.work.family_assistance.rules import Consent, NamedPerson, Standing

ON_THE_OPINION = (Heard.COMMENT, Heard.NO_COMMENT)


def is_unread(assistance: Assistance) -> bool:
    """Whether the order is made and nobody has recorded what it says: a proposal says nothing of it then."""
    return assistance.order_id is not None and assistance.terms_at is None


def named_in(assistance: Assistance) -> Sequence[NamedOne]:
    """Whom the order names now: adults, then children; nobody while it is made and not read."""
    return () if is_unread(assistance) else named_or_proposed(assistance)


def named_or_proposed(assistance: Assistance) -> Sequence[NamedOne]:
    """Whom the order names as far as the file knows: as it was proposed, until somebody reads it."""
    found = assistance.named.filter(left_at=None).select_related("party", "child")
    return sorted(found, key=lambda one: (one.child_id is not None, one.pk))


def children_about(assistance: Assistance) -> Sequence[Child]:
    """The children whom the order is about: those of its terms, and all of the case where none say."""
    of_case = list(assistance.case.children.order_by("pk"))
    said = () if is_unread(assistance) else assistance.about
    return [one for one in of_case if one.pk in said] or of_case


def people_checked(assistance: Assistance) -> Sequence[tuple[str, str]]:
    """With whom the officer checks how it goes, with their names: each adult whom the order names, and each
    child it is about (FAO-PLAN)."""
    adults = [one for one in named_or_proposed(assistance) if one.party_id]
    named = [(f"party:{one.party_id}", one.name) for one in adults]
    return [*named, *((f"child:{one.pk}", one.name) for one in children_about(assistance))]


def wrongly_named(assistance: Assistance) -> Sequence[NamedOne]:
    """Whom a sealed order names though the statute does not allow it, and of whom the court has not said
    since that the order stands so (FAO-NAMED)."""
    if assistance.order_id is None or not assistance.as_sealed:
        return ()
    stands = answers_of(assistance).filter(answer=CourtAnswer.NAMES_STAND).last()
    others = [one for one in named_in(assistance) if one.standing == Standing.OTHER]
    return [one for one in others if stands is None or stands.at < one.named_at]


def named_people(assistance: Assistance) -> tuple[NamedPerson, ...]:
    """Whom the order names, as the rules weigh it; a comment after the order came too late (FAO-COMMENT)."""
    consents, opinions = _consents_for(assistance), list(opinions_of(assistance))
    made_on = assistance.order.made_on if assistance.order else None
    heard = [
        one
        for one in heard_of(assistance)
        if made_on is None or one.on <= made_on or one.about not in ON_THE_OPINION
    ]
    return tuple(_as_named(one, consents, heard, opinions) for one in named_in(assistance))


def _as_named(
    one: NamedOne, consents: Mapping[int, Consent], heard: Sequence[Heard], opinions: Sequence[Opinion]
) -> NamedPerson:
    owner = f"party:{one.party_id}" if one.party_id else f"child:{one.child_id}"
    said = [row for row in heard if (row.party_id, row.child_id) == (one.party_id, one.child_id)]
    return NamedPerson(
        owner, one.name, Standing(one.standing), consents.get(one.party_id or 0),
        could_comment=any(_is_on_the_opinion(row, opinions) for row in said),
        is_heard=any(row.about == Heard.VIEW for row in said),
    )  # fmt: skip


def _is_on_the_opinion(said: Heard, opinions: Sequence[Opinion]) -> bool:
    """Whether somebody commented on the opinion as it stands: on its day or later and, where another stood
    before it, not earlier on that day than it was recorded (FAO-COMMENT)."""
    if said.about not in ON_THE_OPINION or not opinions:
        return False
    *before, stands = opinions
    is_of_its_day = said.on == stands.given_on and (not before or said.at >= stands.at)
    return said.on > stands.given_on or is_of_its_day


def consents_of(assistance: Assistance) -> Mapping[int, Consent]:
    """The consent of each adult as it stands now, by the adult: what was answered, when it was taken back."""
    found = _answers(assistance).items()
    return {party: stands for party, given in found if (stands := _stands(given)) is not None}


def _consents_for(assistance: Assistance) -> Mapping[int, Consent]:
    """The consent of each adult for the rules: as it stood on the day of the order, since nothing that is
    answered later unmakes it; a consent that stood then says whether it is taken back now (FAO-CONSENT)."""
    made_on = assistance.order.made_on if assistance.order else None
    if made_on is None:
        return consents_of(assistance)
    found = dict[int, Consent]()
    for party, given in _answers(assistance).items():
        then, now = _stands([one for one in given if one.on <= made_on]), _stands(given)
        if then is not None and then.is_given and then.withdrawn_on is None:
            later = [one.on for one in given if one.on > made_on and one.answer != Answer.GIVEN]
            is_given_now = now is not None and now.is_given and now.withdrawn_on is None
            then = Consent(True, then.on, None if is_given_now or not later else later[-1])
        if stands := then or now:
            found[party] = stands
    return found


def _answers(assistance: Assistance) -> Mapping[int, Sequence[Answer]]:
    """What each adult answered, by the day of the answer: one may be entered after a later one."""
    found = dict[int, list[Answer]]()
    for answer in consented(assistance).order_by("on", "pk"):
        found.setdefault(answer.party_id, []).append(answer)
    return found


def _stands(answers: Sequence[Answer]) -> Consent | None:
    """What stands after some answers: nobody takes back what was not given, so a refusal keeps its day."""
    stands: Consent | None = None
    for one in answers:
        if one.answer != Answer.WITHDRAWN:
            stands = Consent(one.answer == Answer.GIVEN, one.on)
        elif stands is None:
            stands = Consent(False, one.on)
        elif stands.is_given:
            stands = Consent(True, stands.on, one.on)
    return stands
