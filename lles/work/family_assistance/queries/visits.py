"""The visits and conversations under an order: what stands on the file already and may be one, what each was,
and what its reader may be told of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

from lles.casefile.models import Case, Conversation
from lles.casefile.once import once
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.register import meetings_held
from lles.casefile.rules.in_both import Words
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Language, day_in_words
from lles.work.family_assistance.models import Assistance, Visit, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.facts import last_day_of
from lles.work.family_assistance.queries.named import children_about, named_in
from lles.work.family_assistance.rules.papers import TELLS_OF_PROGRESS, Paper, SaidThere, VisitSays

PLACES_OF_WAYS = {"office": "office", "video": "video", "telephone": "telephone"}


@dataclass(frozen=True)
class OnFile:
    """A conversation or a meeting that stands on the file: its key, when it began, with whom, in what sort of
    place as far as that is known, and the conversation or the number of the meeting that it is."""

    key: str
    began_at: datetime
    owner: str
    name: str
    place: str = ""
    conversation: Conversation | None = None
    meeting: int | None = None

    @property
    def on(self) -> date:
        """Its day."""
        return self.began_at.astimezone(LONDON).date()


@dataclass(frozen=True)
class Said:
    """What somebody said at a visit or in a conversation; `in_a_call` as the file holds it of that call."""

    owner: str
    name: str
    words: str
    language: str
    in_a_call: bool = False
    is_interpreted: bool = False


@dataclass(frozen=True)
class VisitShown:
    """A visit or a conversation as the page of its order tells it, and whether the conversation it came from
    was recorded wrongly."""

    place: str
    names: tuple[str, ...]
    said: tuple[Said, ...]
    seen: str
    follows: str
    came_wrongly: bool = False

    @property
    def typed(self) -> str:
        """Everything that somebody typed of it."""
        return "\n".join([*self.names, *(one.words for one in self.said), self.seen, self.follows])


@dataclass(frozen=True)
class VisitToTell:
    """A visit or a conversation as a document can tell it, and whether something is left out of it because it
    names a protected place."""

    row: Worked
    words: str
    visit: VisitShown
    is_cut: bool


def people_of(assistance: Assistance) -> list[tuple[str, str]]:
    """Who can take part: each adult whom the order names, and each child whom it is about."""
    adults = [(f"party:{one.party_id}", one.name) for one in named_in(assistance) if one.party_id]
    return [*adults, *((f"child:{one.pk}", one.name) for one in children_about(assistance))]


def on_file(assistance: Assistance) -> list[OnFile]:
    """The conversations and the meetings held with these people while the order ran, of which none was
    counted for it yet."""
    case, names, last = assistance.case, dict(people_of(assistance)), last_day_of(assistance)
    made_on = assistance.order.made_on if assistance.order else None
    if made_on is None:
        return []
    counted = Visit.objects.filter(worked__in=worked_of(assistance))
    talks, met = (
        set(counted.values_list("conversation", flat=True)),
        set(counted.values_list("meeting", flat=True)),
    )
    found = [
        OnFile(
            f"conversation-{one.pk}", one.began_at, f"party:{one.party_id}",
            names.get(f"party:{one.party_id}", ""), conversation=one,
        )
        for one in case.conversations.filter(outcome=Conversation.SPOKE, wrong=None) if one.pk not in talks
    ]  # fmt: skip
    found += [
        OnFile(
            f"meeting-{one.number}", one.began_at, one.owner, names.get(one.owner, ""),
            PLACES_OF_WAYS.get(one.way, ""), meeting=one.number,
        )
        for one in meetings_held(case) if one.number not in met
    ]  # fmt: skip
    there = (
        one for one in found if one.owner in names and made_on <= one.on and (not last or one.on <= last)
    )
    return sorted(there, key=lambda one: one.began_at)


def visits_shown(assistance: Assistance, worked: Sequence[Worked]) -> Mapping[int, VisitShown]:
    """What each of these visits and conversations was, by what was done."""
    found = Visit.objects.filter(worked__in=worked).select_related("conversation__wrong")
    found = found.prefetch_related("conversation__concerns")
    names = _names(assistance.case)
    return {one.worked_id: _shown(one, names) for one in found}


def _shown(visit: Visit, names: Mapping[str, str]) -> VisitShown:
    said = [Said(one["who"], names.get(one["who"], ""), one["words"], one["language"]) for one in visit.said]
    talk = visit.conversation
    came_wrongly = talk is not None and hasattr(talk, "wrong")
    if talk is not None and not came_wrongly:
        owner = f"party:{talk.party_id}"
        said += [
            Said(owner, names.get(owner, ""), one.words, one.language, True, talk.is_interpreted)
            for one in talk.concerns.all()
        ]
    there = tuple(filter(None, (*(names.get(one, "") for one in visit.took_part), visit.others)))
    return VisitShown(visit.place, there, tuple(said), visit.seen, visit.follows, came_wrongly)


def _names(case: Case) -> Mapping[str, str]:
    people = {f"party:{one.pk}": one.name for one in case.parties.all()}
    return people | {f"child:{one.pk}": one.name for one in case.children.all()}


@once
def visits_to_tell(assistance: Assistance, paper: Paper) -> Sequence[VisitToTell]:
    """The visits and conversations of which a document can tell, in the order of their days, each without
    what names a protected place."""
    if paper not in TELLS_OF_PROGRESS:
        return []
    closed, found = ClosedWords(assistance.case), worked_of(assistance).filter(kind__in=Worked.OF_MEETING)
    rows = list(found.order_by("on", "pk"))
    shown = visits_shown(assistance, rows)
    return [_without_places(one, shown[one.pk], closed) for one in rows if one.pk in shown]


def _without_places(row: Worked, visit: VisitShown, closed: ClosedWords) -> VisitToTell:
    """What of it names no protected place: where its parts name one together, none of them. What was raised
    in a call is no part of it: the letter may keep that from somebody."""
    visit = replace(visit, said=tuple(one for one in visit.said if not one.in_a_call))
    kept = replace(
        visit,
        names=tuple(one for one in visit.names if not closed(one)),
        said=tuple(one for one in visit.said if not closed(one.words)),
        seen="" if closed(visit.seen) else visit.seen,
        follows="" if closed(visit.follows) else visit.follows,
    )
    words = "" if closed(row.words) else row.words
    if closed(f"{words}\n{kept.typed}"):
        words, kept = "", replace(kept, names=(), said=(), seen="", follows="")
    return VisitToTell(row, words, kept, (words, kept) != (row.words, visit))


def visits_told(
    assistance: Assistance, paper: Paper, told: Collection[int] | None, reader: str
) -> tuple[VisitSays, ...]:
    """The visits that stand in one copy: all for the court, which is no `told`; an adult reads of those that
    were chosen, and there of what was said what they said themselves."""
    return tuple(
        _for_the_court(one) if told is None else _for_an_adult(one, reader)
        for one in visits_to_tell(assistance, paper)
        if told is None or one.row.pk in told
    )


def _for_the_court(one: VisitToTell) -> VisitSays:
    """All but the words of the children, which stand where the author of the document puts them."""
    visit, language = one.visit, one.row.language
    return replace(
        _with(one, [said for said in visit.said if not said.owner.startswith("child:")]),
        place=word(f"family_place.{visit.place}") if visit.place else None,
        names=visit.names,
        seen=_in(language, visit.seen),
        follows=_in(language, visit.follows),
    )


def _for_an_adult(one: VisitToTell, reader: str) -> VisitSays:
    """What the author was shown when they chose it, and what the adult said: not where it was, who else was
    there, what was seen or what follows."""
    return _with(one, [said for said in one.visit.said if said.owner == reader])


def _with(one: VisitToTell, said: Sequence[Said]) -> VisitSays:
    return VisitSays(
        one.row.on,
        word(f"family_work.{one.row.kind}"),
        _in(one.row.language, one.words),
        tuple(SaidThere(each.name, _in(each.language, each.words)) for each in said),
        came_wrongly=one.visit.came_wrongly,
    )


def said_by_children_at_visits(assistance: Assistance, paper: Paper) -> Mapping[Language, str]:
    """What the children said at the visits of which a document can tell, each in its language."""
    found = dict[Language, list[str]]()
    for one in visits_to_tell(assistance, paper):
        for said in one.visit.said:
            if said.owner.startswith("child:"):
                language = cast(Language, said.language)
                day = day_in_words(one.row.on, language, weekday=False)
                found.setdefault(language, []).append(f"{said.name}, {day}: {said.words}")
    return {language: "\n".join(lines) for language, lines in found.items()}


def _in(language: str, text: str) -> Words:
    return Words({cast(Language, language): text} if text else {})
