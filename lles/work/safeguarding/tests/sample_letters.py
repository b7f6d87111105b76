"""Three invented letters: a usual one, a crowded one, and the least a letter can be."""

from dataclasses import replace
from datetime import date, time

from lles.casefile.rules.check_answers import outcomes_of
from lles.law.bilingual import Text
from lles.law.jurisdiction import Nation
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Advised,
    Analysis,
    Author,
    Basis,
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    FirstHearing,
    Late,
    LetterFacts,
    Own,
    Relationship,
    Service,
    Source,
    Spoken,
    Told,
    Typed,
    WithheldFrom,
)

ENGLISH, WELSH = Text("English", "Saesneg"), Text("Welsh", "Cymraeg")
MOTHER, FATHER = Text("mother", "mam"), Text("father", "tad")
MARI, HUW = "Mari Gwenllïan Price", "Huw ap Dafydd"
OSIAN, ELIN = "Osian Llŷr ap Dafydd", "Elin ap Dafydd"

USUAL = LetterFacts(
    service=Service(
        name=Text("Family Court Advisory Service", "Gwasanaeth Cynghori'r Llys Teulu"),
        phone="01632 960100",
    ),
    court=Text("Wrexham Law Courts (County and Family Court)", "Llys Sirol a Llys Teulu Wrecsam"),
    court_number="1677-1234-5678-9012",
    reference="LL-2026-00014",
    hearing=FirstHearing(
        kind=Text(
            "First hearing dispute resolution appointment (FHDRA)",
            "Apwyntiad datrys anghydfod yn y gwrandawiad cyntaf (FHDRA)",
        ),
        on=date(2026, 4, 9),
        at=time(10, 30),
    ),
    children=(
        ChildInLetter(OSIAN, date(2017, 6, 15), Nation.WALES),
        ChildInLetter(ELIN, date(2020, 3, 2), Nation.WALES),
    ),
    adults=(
        AdultInLetter(HUW, "applicant", (Relationship(FATHER, OSIAN), Relationship(FATHER, ELIN))),
        AdultInLetter(MARI, "respondent", (Relationship(MOTHER, OSIAN), Relationship(MOTHER, ELIN))),
    ),
    basis=Basis(
        applicants=(HUW,),
        orders=(
            Text(
                "child arrangements order (spend time with)",
                "gorchymyn trefniadau plant (treulio amser gyda)",
            ),
        ),
        received_on=date(2026, 3, 4),
        issued_on=date(2026, 3, 2),
    ),
    author=Author("Rhiannon Tudur", Text("Family Court Adviser", "Cynghorydd Llys Teulu")),
    made_on=date(2026, 3, 27),
    enquiries=(
        Enquiry(
            HUW,
            "police",
            Text("North Wales Police", "Heddlu Gogledd Cymru"),
            asked_on=date(2026, 3, 5),
            answered_on=date(2026, 3, 18),
            told=(
                Told(
                    "no_further_action",
                    passed_on=Typed("March 2025: argument at the family home, no one was hurt.", "en"),
                ),
            ),
            section="police",
        ),
        Enquiry(
            HUW,
            "local_authority",
            Text("Wrexham County Borough Council", "Cyngor Bwrdeistref Sirol Wrecsam"),
            asked_on=date(2026, 3, 5),
            answered_on=date(2026, 3, 12),
            told=(Told("nothing_known"),),
            section="council.wrexham",
        ),
        Enquiry(
            MARI,
            "police",
            asked_on=date(2026, 3, 5),
            answered_on=date(2026, 3, 17),
            told=(Told("nothing_known"),),
            section="police",
        ),
        Enquiry(
            MARI,
            "local_authority",
            asked_on=date(2026, 3, 5),
            expected_on=date(2026, 4, 2),
            section="council.powys",
        ),
    ),
    conversations=(
        Spoken(HUW, (date(2026, 3, 11),), (date(2026, 3, 9),), ENGLISH, slug="applicant-1"),
        Spoken(MARI, (date(2026, 3, 10),), (), WELSH),
    ),
    concerns=(
        ConcernRaised(
            MARI,
            Typed("Roedd e'n gweiddi arna i o flaen y plant. Roedd Osian yn cuddio yn ei ystafell.", "cy"),
            OSIAN,
        ),
        ConcernRaised(HUW, Typed("I want them for half of every holiday.", "en"), deferred=True),
    ),
    analyses=(
        Analysis(
            Typed(
                "Osian may have heard shouting between his parents. The police took no further action. "
                "One answer is still out.",
                "en",
            ),
            OSIAN,
            (
                Source("police", HUW, date(2026, 3, 18), Text("North Wales Police", "Heddlu Gogledd Cymru")),
                Source("conversation", MARI, date(2026, 3, 10)),
            ),
        ),
        Analysis(Typed("Nobody told us of a worry about Elin that is not also one about Osian.", "en"), ELIN),
    ),
    advice=(
        Advised("wait_for_answers"),
        Advised(
            "special_measures",
            Typed("Mari Price told us she is afraid of meeting Huw ap Dafydd at court.", "en"),
        ),
        Advised("section_7"),
    ),
    next_steps=("update", "duty_officer"),
)

MINIMAL = LetterFacts(
    service=USUAL.service,
    court=USUAL.court,
    court_number="1677-1234-5678-9012",
    reference="LL-2026-00015",
    hearing=FirstHearing(USUAL.hearing.kind),
    children=(ChildInLetter("Suryani", None, Nation.UNKNOWN),),
    adults=(AdultInLetter("O", "applicant"),),
    basis=USUAL.basis,
    author=USUAL.author,
    made_on=date(2026, 3, 6),
    draft=True,
)

JORG = "Maria Encarnación Consolación Fernández de la Reguera y Gutiérrez-Solana"

CROWDED = replace(
    USUAL,
    children=(
        *USUAL.children,
        ChildInLetter("Gwenllian, known as Gwenni", date(2025, 9, 1), Nation.ENGLAND),
        ChildInLetter("Łukasz Nguyễn", date(2012, 12, 31), Nation.ENGLAND),
        ChildInLetter("Ольга Коваленко", None, Nation.UNKNOWN),
    ),
    adults=(
        *USUAL.adults,
        AdultInLetter(JORG, "respondent", (Relationship(Text("grandparent", "nain/taid"), "Łukasz Nguyễn"),)),
        AdultInLetter("Orla O'Neill", "other"),
    ),
    basis=replace(
        USUAL.basis,
        applicants=(HUW, JORG),
        orders=(
            *USUAL.basis.orders,
            Text("prohibited steps order", "gorchymyn camau gwaharddedig"),
            Text("specific issue order", "gorchymyn mater penodol"),
        ),
    ),
    enquiries=(
        *USUAL.enquiries,
        Enquiry(
            JORG,
            "police",
            Text("Metropolitan Police Service", "Metropolitan Police Service"),
            asked_on=date(2026, 3, 5),
            answered_on=date(2026, 3, 17),
            told=(
                Told(
                    "convicted",
                    when=Text("2009", "2009"),
                    subject=Typed("drink driving", "en"),
                    passed_on=Typed("2009: drink driving.\nFine.\n\nNothing since.", "en"),
                ),
                Told("incident", when=Text("May 2021", "Mai 2021"), child=OSIAN),
            ),
            section="police",
        ),
        Enquiry(JORG, "local_authority", section="council"),
        Enquiry(
            OSIAN,
            "school",
            Text("School", "Ysgol"),
            asked_on=date(2026, 3, 5),
            answered_on=date(2026, 3, 13),
            told=(Told(next(one.code for one in outcomes_of("school"))),),
            section="source.7",
        ),
    ),
    conversations=(
        *USUAL.conversations,
        Spoken(JORG, (date(2026, 3, 12), date(2026, 3, 19)), (), ENGLISH, Text("Spanish", "Sbaeneg")),
        Spoken("Orla O'Neill", (), (date(2026, 3, 9), date(2026, 3, 11), date(2026, 3, 13))),
    ),
    concerns=(
        *USUAL.concerns,
        ConcernRaised(
            JORG, Typed("I worry about the road outside.\n\nCars go fast there.", "en"), "Łukasz Nguyễn"
        ),
        ConcernRaised(
            JORG,
            Typed("Mae Gwenni'n crio llawer.", "cy"),
            "Gwenllian, known as Gwenni",
            kept_from=(HUW,),
            harm=Typed("Byddai'n ei beio am ddweud.", "cy"),
        ),
        ConcernRaised(
            MARI,
            Typed("He hit me in front of Osian.", "en"),
            stands_in=Text("form C1A, 3 March 2026", "ffurflen C1A, 3 Mawrth 2026"),
        ),
        ConcernRaised(
            MARI,
            Typed("He broke the door.", "en"),
            who=Typed("Huw", "en"),
            when=Typed("Easter", "en"),
            child_present=True,
        ),
        ConcernRaised(MARI, Typed("Hoffwn i'r plant aros yn ysgol y pentref.", "cy"), deferred=True),
    ),
    analyses=(
        *USUAL.analyses,
        Analysis(
            Typed("Mae angen yr atebion sydd heb ddod.\n\nNi wyddom ddigon eto.", "cy"),
            rests_on=(
                Source("paper", "", date(2026, 3, 20)),
                Source("local_authority", HUW, date(2026, 3, 12)),
            ),
        ),
    ),
    own=(
        Own("children", Typed("Gwenni is small for her age.", "en")),
        Own("asked", Typed("The force in Spain cannot be asked.", "en")),
        Own("police", Typed("We read the record of March 2025 ourselves.", "en")),
        Own("council.wrexham", Typed("Cadarnhawyd hyn dros y ffôn.", "cy")),
        Own("adult.applicant-1", Typed("He was calm throughout.", "en")),
        Own("advice", Typed("All of this may change.", "en")),
        Own("outstanding", Typed("We have chased twice.", "en")),
        Own("next", Typed("We can be reached every day.", "en")),
    ),
    advice=(
        *USUAL.advice,
        Advised(
            "supervised_time",
            Typed("They miss him.", "en"),
            Typed("Nid oes neb i oruchwylio.", "cy"),
            advised=False,
        ),
        Advised("fact_finding", Typed("Mae'r rhieni'n anghytuno am fis Mawrth 2025.", "cy")),
    ),
    next_steps=(*USUAL.next_steps, "speak_again", "report"),
    late=Late(date(2026, 3, 26), Typed("The police answer came on 18 March and had to be clarified.", "en")),
    withheld=(
        WithheldFrom(JORG, Typed("Her words could put a child at risk if she knew who reported them.", "en")),
    ),
)
