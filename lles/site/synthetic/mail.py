"""A notice by e-mail about a Welsh case: in Welsh, with the application as a PDF; invented like the rest."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage

from lles.casefile.documents import make
from lles.law.bilingual import day_in_words
from lles.site.synthetic.draws import identity, plain
from lles.site.synthetic.facts import Adult, Court, Family
from lles.site.synthetic.papers import TEMPLATE

WREXHAM = Court(
    code="637145", name="Wrexham Law Courts (County and Family Court)", region="7", region_name="Wales",
    letters="WX", towns=("wrexham", "mold"),
)  # fmt: skip
IN_WELSH = "Llys Sirol a Llys Teulu Wrecsam"
INVENTED = "Dychmygwyd ar gyfer arddangosiad: nid oes pobl na lle o'r fath."
ROLES = {"mother": "mam", "father": "tad"}


def number_of(family: Family) -> str:
    """The number under which a Welsh court knows an invented family."""
    return f"{WREXHAM.letters}{family.days.issued_on:%y}P{90_000 + family.number:05d}"


def notice(family: Family, sent_at: datetime) -> bytes:
    """The message, the same each time it is asked for; nobody can be reached at its addresses."""
    family = replace(family, court=WREXHAM)
    message = EmailMessage()
    message["Message-ID"] = f"<{identity(family.seed, family.number, 'notice')}@example.org>"
    message["Date"] = sent_at
    message["From"] = f"{IN_WELSH} <{plain('hysbysiadau')}.wrecsam@example.org>"
    message["To"] = "derbyn@example.org"
    message["Subject"] = f"Hysbysiad o gais newydd (C100): {number_of(family)}"
    message.set_content("\n".join(_text(family)))
    for name, title, lines in _papers(family):
        content = _paper(title, tuple(lines), sent_at)
        message.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    message.set_boundary(f"lles-{family.number}")
    return message.as_bytes()


def _text(family: Family) -> Iterator[str]:
    yield "Annwyl gyfaill,"
    yield ""
    yield f"Cyhoeddwyd cais newydd {day_in_words(family.days.issued_on, 'cy')} yn {IN_WELSH}."
    yield f"Rhif yr achos: {number_of(family)}"
    yield f"Plant: {len(family.children)}"
    yield ""
    yield "Mae'r cais (C100) a'r manylion cyswllt cyfrinachol (C8) wedi'u hatodi."
    yield "Dewisodd y ceisydd ohebu yn Gymraeg."
    yield ""
    yield "Swyddfa'r Llys"
    yield INVENTED


def _papers(family: Family) -> Iterator[tuple[str, str, Iterator[str]]]:
    yield "Cais C100.pdf", "C100: cais am orchymyn trefniadau plant", _application(family)
    yield "Manylion cyswllt C8.pdf", "C8: manylion cyswllt cyfrinachol", _contact(family)


def _application(family: Family) -> Iterator[str]:
    yield INVENTED
    yield f"Llys: {IN_WELSH}. Rhif yr achos: {number_of(family)}."
    yield f"Cyflwynwyd {day_in_words(family.days.submitted_on, 'cy')}."
    yield f"Cyhoeddwyd {day_in_words(family.days.issued_on, 'cy')}."
    yield "Gorchymyn y gofynnir amdano: gorchymyn trefniadau plant (gyda phwy y mae'r plant yn byw)."
    for child in family.children:
        yield f"Plentyn: {child.name}, ganwyd {day_in_words(child.born_on, 'cy')}."
    for role, adults in (("Ceisydd", family.applicants), ("Atebydd", family.respondents)):
        for adult in adults:
            born_on = day_in_words(adult.born_on, "cy")
            yield f"{role}: {adult.name} ({ROLES[adult.relation]}), ganwyd {born_on}."
            yield _whereabouts(adult)
    yield "Iaith y ceisydd: Cymraeg. Iaith yr atebydd: ni ofynnwyd eto."
    yield "Honiadau o niwed: oes. Mae'r ceisydd yn dweud bod gweiddi wedi bod o flaen y plant."
    yield "Cais brys: nac ydy."


def _whereabouts(adult: Adult) -> str:
    if adult.confidential:
        return "Mae'r manylion cyswllt ar ffurflen C8. Nid ydynt i'w rhoi i'r atebydd."
    return f"Cyfeiriad: {adult.address.in_one_line()}." if adult.address else "Nid yw'r cyfeiriad yn hysbys."


def _contact(family: Family) -> Iterator[str]:
    yield INVENTED
    for adult in family.applicants:
        if adult.confidential and adult.address:
            yield f"Nid yw manylion {adult.name} i'w rhoi i neb ond y llys a'r gwasanaeth."
            yield adult.address.in_one_line()
            yield f"{adult.phone}; {adult.email}"


def _paper(title: str, lines: tuple[str, ...], made_at: datetime) -> bytes:
    facts = {"lines": list(lines)}
    kind, reader = "invented_paper", "court"
    made = make(TEMPLATE, facts, kind=kind, reader=reader, language="cy", title=title, made_at=made_at)
    return made.content
