"""Filing a letter with the court, as far as several stories tell it alike."""

import time

from lles.casefile import timeline
from tests.journeys.desk import Desk
from tests.journeys.family import TOLD

IN_TIME = 30


def filed(desk: Desk, button: str) -> None:
    """Gives a reason for each warning of the page, and presses the button that files."""
    for fold in desk.page.locator("main details:not([open]):has(textarea) > summary").all():
        fold.click()
    for box in desk.page.locator("main textarea").all():
        box.fill(TOLD[desk.language].reason)
    desk.press(button)


def until_the_court_has(desk: Desk, reference: str, versions: int) -> None:
    """Sends what was filed, and looks at the documents of the case until the court has so many versions."""
    desk.go(f"/cases/{reference}/documents/")
    desk.open(desk.say("Take back or send now"))
    desk.look("leaving", narrow=True)
    desk.press(desk.say("Send it now"))
    desk.expect(desk.say("It is sent to the court now"))
    accepted = timeline.word("filing.accepted").said(desk.language)
    until = time.monotonic() + IN_TIME
    while time.monotonic() < until:
        desk.go(f"/cases/{reference}/documents/")
        if desk.page.get_by_text(accepted).count() == versions:
            return
    raise TimeoutError(f"the court has not all versions of {reference}")
