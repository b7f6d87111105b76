"""One officer at one browser: goes to pages, fills them in, and looks at each as everybody has to use it."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    ViewportSize,
    expect,
)

from lles.law.bilingual import Language
from lles.links.postgres import PROJECT
from tests.journeys.browser import barriers
from tests.journeys.service import PASSWORD, Service
from tests.journeys.words import in_the_wrong_language, said

PICTURES = PROJECT / ".lles" / "journeys"
IS_PICTURED = "JOURNEY_PICTURES" in os.environ
sitting: list["Desk"] = []
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 320, "height": 700}
STEP = 30


@dataclass
class Desk:
    """An officer at work; `troubles` gathers what nobody should meet on any page."""

    service: Service
    language: Language
    page: Page
    who: str = "officer"
    own_words: tuple[str, ...] = ()
    secret: str = ""
    troubles: list[str] = field(default_factory=list)
    looked_at: list[str] = field(default_factory=list)

    def say(self, sentence: str, context: str = "", **places: object) -> str:
        """A sentence of the screens in the language of this desk."""
        return said(self.language, sentence, context, **places)

    def go(self, path: str) -> None:
        """Goes to a page."""
        self.page.goto(self.service.url + path)

    def open(self, name: str) -> None:
        """Follows the link of a name; where it is folded away, unfolds it first."""
        begins = self._begins(name)
        folded = self.page.locator(".lles-more").get_by_role("link", name=begins, include_hidden=True)
        link = self._link(name).or_(folded).first
        link.wait_for(state="attached")
        around = link.locator("xpath=ancestor::details[not(@open)]")
        if around.count():
            around.locator("summary").press("Enter")
        link.click()

    def press(self, name: str) -> None:
        """Presses the button of a name by keyboard, as people do who never touch the mouse."""
        button = self.page.get_by_role("button", name=self._begins(name)).first
        button.focus()
        button.press("Enter")

    def _link(self, name: str) -> Locator:
        """What leads somewhere, whether it looks like a link or like a button."""
        begins = self._begins(name)
        return (
            self.page.get_by_role("button", name=begins).or_(self.page.get_by_role("link", name=begins)).first
        )

    def choose(self, name: str, question: str = "") -> None:
        """Takes one answer by keyboard; of a question where several have the same answers."""
        where = self.page.get_by_role("group", name=self._begins(question)) if question else self.page
        box = where.get_by_label(name, exact=True).first
        box.focus()
        box.press("Space")

    def fill(self, name: str, text: str) -> None:
        """Types into the box of a name."""
        self.page.get_by_label(self._begins(name)).first.fill(text)

    def expect(self, text: str) -> None:
        """The page says something."""
        expect(self.page.locator("main")).to_contain_text(text)

    def look(self, name: str, narrow: bool = False) -> None:
        """Looks at a page: no barrier, nothing in the wrong language, no sideways scrolling on a phone."""
        self.looked_at.append(name)
        self._see(name, 1280)
        if narrow:
            self.page.set_viewport_size(NARROW)
            self._see(name, 320)
            self.page.set_viewport_size(WIDE)

    def _see(self, name: str, width: int) -> None:
        page = self.page
        if width == WIDE["width"] or self.language == "cy":  # Welsh is longer: where it fits, English does
            self.troubles += barriers(page)
        if width == WIDE["width"]:
            self.troubles += in_the_wrong_language(page, self.language, self.own_words)
        if page.locator("html").get_attribute("lang") != self.language:
            self.troubles.append(f"{page.url}: is not in {self.language}")
        if page.locator(".govuk-notification-banner, .moj-alert--success").count() > 1:
            self.troubles.append(f"{page.url}: says twice what was done")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            self.troubles.append(f"{page.url}: {wide} px wide on a screen of {width}")
        if IS_PICTURED:
            picture = page.screenshot(full_page=True)
            self.keep(f"{width}/{self.who}-{len(self.looked_at):02d}-{name}.png", picture)

    def keep(self, name: str, content: bytes) -> None:
        """Keeps a picture or a document for whoever wants to look, where they are asked for: no test reads
        them."""
        if IS_PICTURED:
            place = PICTURES / self.language / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)

    def sign_in(self, username: str) -> None:
        """Signs in by name and password, and by a code where the app is set up."""
        self.go("/signin/")
        self.say_who(username)

    def say_who(self, username: str) -> None:
        """Fills in the page of signing in, and the page of the code after it."""
        self.fill(self.say("Username"), username)
        self.page.locator("#id_password").fill(PASSWORD)
        self.page.locator("#id_password").press("Enter")
        if self.secret:
            self.page.wait_for_url("**/signin/code/**")
            self.enter_code()

    def set_up_the_code(self) -> None:
        """Sets up the authenticator app from the key on the page, and keeps the recovery codes."""
        self.page.wait_for_url("**/signin/security/app/")
        self.look("second-factor")
        self.page.get_by_text(self.say("I cannot scan the picture")).click()
        self.secret = self.page.locator(".lles-key").inner_text().strip()
        self.enter_code()
        self.page.wait_for_url("**/signin/security/recovery/")
        self.look("recovery-codes")

    def enter_code(self) -> None:
        """Enters the code of this half minute; one that is about to end is let go by."""
        left = STEP - time.time() % STEP
        if left < 2:
            time.sleep(left + 0.1)
        code = format_hotp_value(hotp_value(self.secret, int(time.time()) // STEP))
        self.page.locator("#id_code").fill(str(code))
        self.page.locator("#id_code").press("Enter")

    def sign_out(self) -> None:
        """Signs out by the menu under the name."""
        self.page.locator(".lles-person__name").press("Enter")
        self.press(self.say("Sign out"))

    def fetch(self, address: str) -> tuple[str, bytes]:
        """A file as this officer's browser gets it: its name and its bytes."""
        answer = self.page.context.request.get(address)
        assert answer.status == 200, f"{address}: {answer.status}"
        named = re.search(r'filename="([^"]+)"', answer.headers["content-disposition"])
        assert named is not None
        return named[1], answer.body()

    def seen(self) -> str:
        """Where this officer is, and what stands on the screen."""
        return f"{self.page.url}\n{self.page.locator('body').inner_text()}"

    def _begins(self, name: str) -> re.Pattern[str]:
        """A name begins so; what is only read aloud stands apart from what is seen before it."""
        return re.compile(rf"^\s*{re.escape(name).replace(':', chr(92) + 's?:')}")


@contextmanager
def sitting_down(browser: Browser, service: Service, language: Language, who: str) -> Iterator[Desk]:
    """An officer sits down at a browser of their own; what the browser complains of is a trouble."""
    context = browser.new_context(viewport=WIDE)
    context.set_default_timeout(15_000)
    context.add_cookies([{"name": "lles_language", "value": language, "url": service.url}])
    desk = Desk(service, language, context.new_page(), who)
    _listen(context, desk)
    sitting.append(desk)
    try:
        yield desk
    finally:
        sitting.remove(desk)
        context.close()


def _listen(context: BrowserContext, desk: Desk) -> None:
    host = urlsplit(desk.service.url).netloc

    def asked(request: Request) -> None:
        if urlsplit(request.url).scheme != "data" and urlsplit(request.url).netloc != host:
            desk.troubles.append(f"asks elsewhere: {request.url}")

    def spoke(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            desk.troubles.append(f"{message.page.url if message.page else ''}: {message.text}")

    context.on("request", asked)
    context.on("console", spoke)
    context.on("weberror", lambda error: desk.troubles.append(str(error.error)))


def cleared(folder: Path = PICTURES) -> None:
    """Yesterday's pictures are of no use."""
    for picture in folder.rglob("*.png"):
        picture.unlink()
