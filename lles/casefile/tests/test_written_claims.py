"""What an author's words claim of what the police know, and what is no claim of theirs."""

import pytest

from lles.casefile.rules.written_claims import LOCAL_AUTHORITY, NOTHING_KNOWN, Claimed, claims_in
from lles.law.bilingual import Language


@pytest.mark.parametrize(
    ("language", "text", "strength", "word"),
    [
        ("en", "He was convicted of assault in 2019.", 7, "convicted"),
        ("en", "The police told us that he was charged.", 5, "charged"),
        ("en", "According to the police, there was an arrest.", 4, "arrest"),
        ("en", "She was arrested, and it was not the first time.", 4, "arrested"),
        ("en", "The police record holds an incident.", 2, "incident"),
        ("en", "There is no record with the police.", NOTHING_KNOWN, "no record"),
        ("cy", "Cafodd ei euogfarnu o ymosod.", 7, "euogfarnu"),
        ("cy", "Mae ganddo gollfarn am ymosod.", 7, "gollfarn"),
        ("cy", "Mae'n wynebu dau gyhuddiad.", 5, "gyhuddiad"),
        ("cy", "Dywed yr heddlu iddo gael ei gyhuddo.", 5, "gael ei gyhuddo"),
        ("cy", "Cafodd ei harestio.", 4, "harestio"),
        ("cy", "Nid oes dim yn hysbys i'r heddlu amdano.", NOTHING_KNOWN, "dim yn hysbys"),
        ("cy", "Mae'r heddlu'n dweud bod ganddo euogfarn.", 7, "euogfarn"),
        ("cy", "Cafodd ei arestio ddwy flynedd yn ôl.", 4, "arestio"),
        ("en", "The police reported that he was arrested.", 4, "arrested"),
        ("en", "He is not known to the police.", NOTHING_KNOWN, "known to the police"),
        ("cy", "Nid yw Gareth yn hysbys i'r heddlu.", NOTHING_KNOWN, "hysbys i'r heddlu"),
        ("cy", "Mae Gareth yn anhysbys i'r heddlu.", NOTHING_KNOWN, "anhysbys i'r heddlu"),
    ],
)
def test_a_claim_is_found_by_its_word(language: Language, text: str, strength: int, word: str) -> None:
    (claimed,) = claims_in(text, language)
    assert (claimed.strength, claimed.word) == (strength, word)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was not convicted."),
        ("en", "He hasn't ever been charged."),
        ("en", "No charges against him are known."),
        ("en", "It is open whether he was arrested."),
        ("en", "He was found not guilty."),
        ("en", "The mother says that he was convicted of assault."),
        ("en", "She wrote: \u201cHe was convicted and charged.\u201d"),
        ("en", "The grandmother is in charge of the children, free of charge."),
        ("en", "Things have improved since she was admitted to hospital."),
        ("en", "The allegation is about an incident at the handover."),
        ("en", "Nothing is known of what the children saw."),
        ("en", "His bail was discharged; the school approved."),
        ("en", "Wrexham council has no record of the family."),
        ("en", "The school records show an incident."),
        ("en", "The mother reported the incident to the police."),
        ("en", "Ms Morris reported that Gareth was arrested."),
        ("en", "Gareth admits that he was convicted."),
        ("en", "We advise caution for the time being."),
        ("en", "The grandfather had a cardiac arrest."),
        ("cy", "Adroddodd y fam iddo gael ei arestio."),
        ("en", "He is known to the police."),
        ("cy", "Mae Gareth yn hysbys i'r heddlu."),
        ("cy", "Ni chafodd ei gyhuddo."),
        ("cy", "Ar gyngor ei chyfreithiwr dywedodd y fam iddo gael ei arestio."),
        ("en", "In the council flat the mother says that he was arrested."),
        ("cy", "Heb ei arestio."),
        ("cy", "Dywed y fam iddo gael ei gyhuddo gan yr heddlu."),
        ("cy", "Cafwyd ef yn ddieuog."),
        ("cy", "Mae'r fam yn ei gyhuddo o weiddi, heb rybudd."),
        ("cy", "Dywedodd: \u201cMae ganddo euogfarn.\u201d"),
    ],
)
def test_what_is_denied_left_open_or_said_by_somebody_is_no_claim(language: Language, text: str) -> None:
    assert claims_in(text, language) == ()


def test_everyday_words_are_claims_where_all_is_about_an_answer() -> None:
    assert [one.word for one in claims_in("There was an allegation.", "en", of_an_answer=True)] == [
        "allegation"
    ]
    assert claims_in("Nothing is known.", "en", of_an_answer=True)[0].strength == NOTHING_KNOWN


def of_councils(text: str, language: Language, **about: bool) -> tuple[Claimed, ...]:
    return claims_in(text, language, LOCAL_AUTHORITY, **about)


@pytest.mark.parametrize(
    ("language", "text", "strength", "word"),
    [
        ("en", "Efa is on a child protection plan.", 7, "child protection plan"),
        ("en", "Both children are on the child protection register.", 7, "child protection register"),
        ("en", "Efa is looked after by the local authority.", 8, "looked after by the local authority"),
        ("en", "There were care proceedings in 2021.", 8, "care proceedings"),
        ("en", "Section 47 enquiries were made.", 6, "Section 47 enquiries"),
        ("en", "The family has a child in need plan.", 5, "child in need plan"),
        ("en", "Children's services are making an assessment.", 4, "assessment"),
        ("en", "Nothing is known to children's services.", NOTHING_KNOWN, "Nothing is known"),
        (
            "en",
            "The family is not known to children’s services.",
            NOTHING_KNOWN,
            "known to children's services",
        ),
        ("en", "The council has had no involvement with the family.", NOTHING_KNOWN, "no involvement"),
        ("cy", "Mae Efa ar y gofrestr amddiffyn plant.", 7, "gofrestr amddiffyn plant"),
        ("cy", "Mae cynllun gofal a chymorth ar waith.", 5, "cynllun gofal a chymorth"),
        ("cy", "Mae Efa yn derbyn gofal gan y cyngor.", 8, "derbyn gofal gan y cyngor"),
        ("cy", "Mae'r gwasanaethau plant yn gwneud asesiad.", 4, "asesiad"),
        ("cy", "Nid yw'r teulu yn hysbys i'r gwasanaethau plant.", NOTHING_KNOWN, "hysbys i'r gwasanaethau"),
        ("cy", "Nid oes gan y cyngor unrhyw gofnod.", NOTHING_KNOWN, "unrhyw gofnod"),
    ],
)
def test_a_claim_about_childrens_services_is_found_by_its_word(
    language: Language, text: str, strength: int, word: str
) -> None:
    (claimed,) = of_councils(text, language)
    assert (claimed.strength, claimed.word) == (strength, word)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mother says that Efa was on a child protection plan."),
        ("en", "A risk assessment is advised."),
        ("en", "Efa is looked after by her grandmother on Tuesdays."),
        ("en", "The children have never been on the child protection register."),
        ("en", "The court may consider whether care proceedings are needed."),
        ("en", "The family is known to children's services."),
        ("en", "The local authority could be asked to report under section 37."),
        ("en", "He was convicted of assault."),
        ("cy", "Dywed y fam fod cynllun amddiffyn plant ar waith."),
        ("cy", "Nid yw'r plant ar y gofrestr amddiffyn plant."),
        ("cy", "Argymhellwn asesiad risg."),
        ("cy", "Ein cyngor i'r llys yw cael asesiad risg."),
        ("cy", "Mae'r plant yn derbyn gofal gan eu nain."),
        ("en", "The social worker recommends a risk assessment."),
        ("cy", "Mae'r teulu yn hysbys i'r gwasanaethau plant."),
    ],
)
def test_other_words_about_children_claim_nothing_of_childrens_services(
    language: Language, text: str
) -> None:
    assert of_councils(text, language) == ()


def test_that_there_is_no_plan_denies_a_plan_alone() -> None:
    (claimed,) = of_councils("The council says that there is no child protection plan.", "en")
    assert (claimed.strength, claimed.denies) == (NOTHING_KNOWN, 7)
