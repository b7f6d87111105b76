"""What an officer does with a family assistance order in the browser, in the few words the stories need."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from lles.law.bilingual import Language
from tests.journeys.desk import Desk
from tests.journeys.months import today

Said = Mapping[Language, str]
WHERE_NOTHING_ELSE: Said = {"en": "They know of it.", "cy": "Maen nhw'n gwybod amdano."}
ISSUES: tuple[Said, Said] = (
    {"en": "Handovers are tense.", "cy": "Mae'r trosglwyddo'n anodd."},
    {"en": "Calls are missed.", "cy": "Collir galwadau."},
)
BENEFIT: Said = {"en": "The children are calm.", "cy": "Mae'r plant yn dawel eu meddwl."}
STEPS: tuple[Said, Said] = (
    {"en": "A visit to each home.", "cy": "Ymweliad â phob cartref."},
    {"en": "A call every Sunday.", "cy": "Galwad bob dydd Sul."},
)
CHECKING: Said = {"en": "By telephone each month.", "cy": "Dros y ffôn bob mis."}
OF_CHILDREN: Said = {"en": "We sleep better.", "cy": "Rydym yn cysgu'n well."}
PLAN = (*ISSUES, BENEFIT, *STEPS, CHECKING, WHERE_NOTHING_ELSE)


@dataclass(frozen=True)
class Named:
    """The people of a case by their numbers, and all their names."""

    mother: int
    father: int
    child: int
    names: tuple[str, ...]

    @property
    def adults(self) -> tuple[int, int]:
        """Both parents."""
        return self.mother, self.father


def named_in(reference: str) -> Named:
    """The people of a case, inside a block that works in the database."""
    from lles.casefile.models import Case

    case = Case.objects.get(reference=reference)
    mother, father = (case.parties.get(role=role, number=1) for role in ("applicant", "respondent"))
    children = list(case.children.order_by("pk"))
    names = (mother.name, father.name, *(one.name for one in children))
    return Named(mother.pk, father.pk, children[0].pk, names)


def day(desk: Desk, name: str, on: date) -> None:
    """Fills the three boxes of a day."""
    for box, value in (("day", on.day), ("month", on.month), ("year", on.year)):
        desk.page.locator(f"[name='{name}-{box}']").fill(str(value))


def tick(desk: Desk, **answers: str) -> None:
    """Takes one answer of each question."""
    for name, value in answers.items():
        desk.page.locator(f"input[name='{name}'][value='{value}']").check()


def texts(desk: Desk, words: str) -> None:
    """Writes the same words into every box of the page that is open and empty."""
    for box in desk.page.locator("main textarea:visible").all():
        if not box.input_value():
            box.fill(words)


def sealed(desk: Desk, order: str) -> None:
    """Sends the page; where it warns, gives the reason and sends it again."""
    _press(desk)
    desk.page.wait_for_load_state()
    if desk.page.url != order and desk.page.locator("[name^='reason-']").count():
        for box in desk.page.locator("textarea[name^='reason-']").all():
            box.fill(WHERE_NOTHING_ELSE[desk.language])
        desk.look("asks-for-a-reason")
        _press(desk)
    desk.page.wait_for_url(lambda url: url.split("#")[0] == order)


def _press(desk: Desk) -> None:
    desk.page.locator("main form .govuk-button-group button").first.press("Enter")


def proposed(desk: Desk, case: str) -> str:
    """An order is weighed: its page."""
    desk.go(f"/cases/{case}/family-assistance/")
    desk.look("none", narrow=True)
    desk.press(desk.say("Weigh a family assistance order"))
    desk.page.wait_for_url("**/family-assistance/*/terms/")
    return desk.page.url.removesuffix("terms/")


def keyed(desk: Desk, case: str, made_on: date) -> str:
    """The order as it came on paper: the page of what was weighed before."""
    desk.go(f"/cases/{case}/orders/")
    desk.open(desk.say("Record an order"))
    desk.page.locator("[name='kind']").select_option("family_assistance")
    day(desk, "made_on", made_on)
    desk.press(desk.say("Record the order"))
    desk.page.wait_for_url(f"**/cases/{case}/orders/")
    desk.go(f"/cases/{case}/family-assistance/")
    desk.look("orders", narrow=True)
    desk.open(desk.say("Open"))
    desk.page.wait_for_url("**/family-assistance/*/")
    return desk.page.url


def terms(
    desk: Desk, order: str, named: Named, *, months: int, made: bool, ends_on: date | None = None
) -> None:
    """What the order says, or would say; an earlier last day where the court set one."""
    desk.page.goto(f"{order}terms/")
    desk.look("terms", narrow=True)
    for adult in named.adults:
        desk.page.locator(f"[name='standing-{adult}']").select_option("parent")
    for box in desk.page.locator("[name='about']").all():
        box.check()
    tick(desk, children=str(named.child), supplier="service", arrangements_say_time="yes")
    desk.page.locator("[name='months']").fill(str(months))
    if made:
        tick(desk, as_sealed="yes", directs="report")
        day(desk, "report_on", today() + timedelta(days=220))
        day(desk, "arrangements_from", today())
    if ends_on:
        day(desk, "ends_on", ends_on)
    sealed(desk, order)


def consented(desk: Desk, order: str, adult: int, answer: str, *, look: bool = False) -> None:
    """An adult answers the question for consent, today and in person."""
    desk.page.goto(f"{order}consent/{adult}/")
    if look:
        desk.look(f"consent-{answer}", narrow=True)
    tick(desk, answer=answer, way="in_person")
    day(desk, "on", today())
    desk.page.locator("[name='taken_by']").fill("Nia Price")
    sealed(desk, order)


def said(desk: Desk, page: str, about: str, words: str, *, look: bool = False) -> None:
    """Somebody says what they think, today."""
    desk.page.goto(page)
    if look:
        desk.look("said", narrow=True)
    tick(desk, about=about)
    day(desk, "on", today())
    desk.page.locator("[name='words']").fill(words)
    sealed(desk, page.partition("said/")[0])


def written_plan(desk: Desk, order: str, *, complete: bool, look: bool = False) -> None:
    """The six parts of the plan; the same once more where it stands there already."""
    desk.page.goto(f"{order}plan/")
    for row, (issue, step) in enumerate(zip(ISSUES, STEPS, strict=True)):
        filled = {f"issue-{row}": issue, f"benefit-{row}": BENEFIT, f"action-{row}": step}
        for name, words in {**filled, "checking": CHECKING, "meetings": CHECKING}.items():
            desk.page.locator(f"[name='{name}']").fill(words[desk.language])
        for name, value in (("kind", "visit"), ("who", "officer"), ("source", "agreed")):
            desk.page.locator(f"[name='{name}-{row}']").select_option(value)
    for box in desk.page.locator("[name^='way-'], [name^='frequency-']").all():
        box.fill(CHECKING[desk.language])
    desk.page.locator("[name='back_to_court']").fill(ISSUES[0][desk.language])
    tick(desk, ending="review", complete="yes" if complete else "no")
    if look:
        desk.look("plan", narrow=True)
    sealed(desk, order)


def told_of_plan(desk: Desk, order: str, adult: int, *, look: bool = False) -> None:
    """An adult is told of the plan and agrees to it."""
    desk.page.goto(f"{order}plan/told/{adult}/")
    if look:
        desk.look("told", narrow=True)
    tick(desk, agrees="yes")
    day(desk, "on", today())
    sealed(desk, order)


def recorded_work(
    desk: Desk, order: str, kind: str, words: str, number: str = "", *, look: bool = False
) -> None:
    """What was done today."""
    desk.page.goto(f"{order}work/")
    if look:
        desk.look("work", narrow=True)
    tick(desk, kind=kind)
    if number:
        desk.page.locator("[name='number']").select_option(number)
    day(desk, "on", today())
    desk.page.locator("[name='words']").fill(words)
    sealed(desk, order)


def documents_made(
    desk: Desk, order: str, paper: str, words: Said, *, to_court: str = "", asks: str = "", look: bool = False
) -> None:
    """A document for everybody whom the page asks about, in their languages, as PDF."""
    desk.page.goto(f"{order}documents/{paper}/")
    if look:
        desk.look(paper, narrow=True)
    for box in desk.page.locator("textarea[name*='words-'], textarea[name*='views-']").all():
        language: Language = "cy" if str(box.get_attribute("name")).endswith("-cy") else "en"
        is_of_children = str(box.get_attribute("name")).startswith("views-")
        box.fill((OF_CHILDREN if is_of_children else words)[language])
    for goes in desk.page.locator("input[name^='goes-'][value='yes']").all():
        goes.check()
    tick(desk, **{name: value for name, value in (("to_court", to_court), ("asks", asks)) if value})
    sealed(desk, order)
    first = desk.page.locator("#documents ~ .lles-tasks a[href*='/documents/']").first
    address = first.get_attribute("href")
    assert address is not None
    _, content = desk.fetch(desk.service.url + address)
    assert content.startswith(b"%PDF")
