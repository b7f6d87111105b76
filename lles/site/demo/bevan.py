"""The family that is followed to the end: from the application to the letter that the court has."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lles.casefile.changes.conversations import SafeWay, Words
from lles.casefile.changes.filing_recall import send_now
from lles.casefile.changes.people import allocate
from lles.casefile.documents import COURT
from lles.casefile.gate import Refusal
from lles.law.bilingual import Text
from lles.site.demo.asking import AUTHORITY, POLICE, answer, ask, check_of, chose, no_answer, spoke
from lles.site.demo.authors import letter, option
from lles.site.demo.cast import Cast
from lles.site.demo.days import StoryDays
from lles.site.demo.families import HOME
from lles.site.demo.writing import AT_COURT, POST, introduce, post_introduction, serve_letter
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, read_to_sign, sign
from lles.work.safeguarding.queries.filing import KIND

if TYPE_CHECKING:
    from lles.casefile.models import Case

SLIP = f"One incident of raised voices at a handover at {HOME.street}, {HOME.postcode}; no offence recorded."
SAFE = SafeWay(voicemail=False, how="Drwy neges destun, tra bo'r plant yn yr ysgol.", letters=True)
ANALYSIS = Text(
    en="The mother says that the children saw shouting when they were collected, and that Efa is afraid of"
    " it. The father says that he raised his voice twice and is sorry. The police recorded one incident. None"
    " of this has been proved.",
    cy="Dywed y fam fod y plant wedi gweld gweiddi wrth gael eu casglu, a bod Efa'n ofni hynny. Dywed y"
    " tad iddo godi ei lais ddwywaith, a'i bod yn ddrwg ganddo. Cofnododd yr heddlu un digwyddiad. Ni"
    " phrofwyd dim o hyn.",
)
OF_BOTH = {"SG-WHOLE": "Gwelodd y plant yr un pethau, ac mae'r hyn a ysgrifennwyd yn wir am y ddau ohonynt."}
WHY = Text(
    en="More has to be known of what the children saw before anybody can say which time with them is safe.",
    cy="Mae angen gwybod mwy am yr hyn a welodd y plant cyn y gall neb ddweud pa amser gyda nhw sy'n"
    " ddiogel.",
)
MEANWHILE = Text(
    en="The children would see their father meanwhile.", cy="Byddai'r plant yn gweld eu tad yn y cyfamser."
)
NOT_YET = Text(
    en="Efa is afraid, and nobody has spoken with the children yet.",
    cy="Mae ofn ar Efa, ac nid oes neb wedi siarad â'r plant eto.",
)
OPTIONS = (option("section_7", WHY), option("supervised_time", MEANWHILE, NOT_YET, advised=False))


@dataclass(frozen=True)
class Followed:
    """What the demonstration tells of the gate: what it stopped in a draft that said too much."""

    stopped: tuple[Refusal, ...]


def ask_and_listen(case: "Case", cast: Cast, days: StoryDays) -> None:
    """Allocation, the checks with their answers, the languages and the calls with both parents."""
    nia, clerk = cast["nia"], cast["owain"]
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    allocate(case=case, by=cast["rhian"], at=days.at(8, 9, 20), to=nia)
    introduce(case, nia, days.at(8, 10, 30), (mother, father))
    for party in (mother, father):
        post_introduction(case, nia, days.at(8, 15, 40), party)
    for party in (mother, father):
        ask(case, clerk, days.at(7, 10, 5), check_of(case, party, POLICE), "north-wales")
        ask(case, clerk, days.at(7, 10, 15), check_of(case, party, AUTHORITY), "wrexham")
    before = check_of(case, mother, AUTHORITY, number=2)
    ask(case, clerk, days.at(7, 10, 25), before, "flintshire")
    no_answer(case, nia, days.at(6, 11), father)
    chose(case, nia, days.at(5, 9, 55), mother, "cy")
    spoke(case, nia, days.at(5, 10), mother, "cy", _mothers_words(case), SAFE)
    answer(case, clerk, days.at(4, 9, 30), check_of(case, mother, POLICE), "nothing_known")
    ask(case, clerk, days.at(3, 15), check_of(case, father, POLICE), "north-wales")
    answer(case, clerk, days.at(3, 15, 20), check_of(case, mother, AUTHORITY), "closed", _COUNCIL)
    answer(case, clerk, days.at(3, 15, 25), check_of(case, father, AUTHORITY), "closed", _COUNCIL)
    answer(case, clerk, days.at(3, 15, 30), before, "nothing_known")
    no_answer(case, nia, days.at(2, 16, 10), father)
    answer(case, clerk, days.at(2, 16, 30), check_of(case, father, POLICE), "incident", _POLICE)
    chose(case, nia, days.at(1, 10, 25), father, "en")
    spoke(case, nia, days.at(1, 10, 30), father, "en", _fathers_words())


def write_and_file(case: "Case", cast: Cast, days: StoryDays) -> Followed:
    """The letter: an answer that says too much stops it, the same without the slip, and the filing."""
    nia, clerk, at = cast["nia"], cast["owain"], days.now
    _write(case, cast, days)
    police = check_of(case, case.parties.get(role="respondent"), POLICE)
    answer(case, clerk, at, police, "incident", SLIP)
    stopped = preview_letter(case=case, by=nia, at=at).refusals
    answer(case, clerk, at, police, "incident", _POLICE)
    preview_letter(case=case, by=nia, at=at)
    _sign(case, cast, days)
    sealed = file_letter(case=case, by=nia, at=at, reasons=OF_BOTH)
    send_now(case=case, by=nia, at=at, filing=next(one.filing for one in sealed if one.reader == COURT))
    return Followed(stopped)


def _sign(case: "Case", cast: Cast, days: StoryDays) -> None:
    """Abuse is raised, so a second person reads every version and signs."""
    asked = ask_for_signature(case=case, by=cast["nia"], at=days.now, kind=KIND, reasons=OF_BOTH)
    read_to_sign(case=case, by=cast["gwen"], at=days.now, asked=asked)
    sign(case=case, by=cast["gwen"], at=days.now, asked=asked, read=asked.fingerprint)


def hand_out(case: "Case", days: StoryDays) -> None:
    """The court has the letter: the mother gets hers by post, the father his at court."""
    nia = case.officer
    assert nia is not None
    serve_letter(case, nia, days.now, case.parties.get(role="applicant"), POST)
    serve_letter(case, nia, days.now, case.parties.get(role="respondent"), AT_COURT)


def _write(case: "Case", cast: Cast, days: StoryDays) -> None:
    """What the author adds: what it means for safety and what that rests on, what becomes of each worry."""
    police = check_of(case, case.parties.get(role="respondent"), POLICE)
    answers = police.answers.values_list("pk", flat=True)
    raised = list(case.concerns.order_by("pk"))
    theirs = [one for one in raised if one.conversation.party.role == "respondent" and not one.deferred]
    rests_on = (
        *(f"answer:{one}" for one in answers),
        *(f"concern:{one.pk}" for one in (*raised[:1], *theirs)),
    )
    content = letter(case, ANALYSIS, rests_on, OPTIONS, ("duty_officer", "report"))
    write_letter(case=case, by=cast["nia"], at=days.now, content=content)


def _mothers_words(case: "Case") -> tuple[Words, ...]:
    efa = case.children.get(first_name="Efa")
    return (
        Words(
            "Mae'n gweiddi pan ddaw i nôl y plant, ac mae Efa'n ofni'r adegau hynny.", "cy", efa,
            topic="allegations", who="Gareth", child_present=True,
        ),
        Words("Fe ddilynodd ni adref o'r ysgol unwaith.", "cy", topic="allegations", who="Gareth"),
        Words(
            "Hoffwn i'r plant ei weld mewn canolfan gyswllt i blant i ddechrau.", "cy", deferred=True,
            topic="other",
        ),
    )  # fmt: skip


def _fathers_words() -> tuple[Words, ...]:
    return (
        Words(
            "I have never hurt the children. I raised my voice twice and I am sorry.", "en",
            topic="allegations",
        ),
        Words(
            "I would like them every other weekend and half of the holidays.", "en", deferred=True,
            topic="other",
        ),
    )  # fmt: skip


_COUNCIL = "Known to children's services. Assessment completed; case closed in June 2023."
_POLICE = "One incident of raised voices at a handover, attended, no offence recorded."
