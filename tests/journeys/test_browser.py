"""The browser works, and the look for barriers finds those that are planted."""

from playwright.sync_api import Browser

from tests.journeys.browser import barriers

SOUND = "<html lang=cy><title>Achos</title><main><h1>Achos</h1><p>Ŵyr neb ŷd</p></main></html>"


def test_it_shows_welsh_letters(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(SOUND)
    assert page.inner_text("p") == "Ŵyr neb ŷd"
    page.close()


def test_it_finds_no_barrier_on_a_sound_page_and_a_planted_one_on_another(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(SOUND)
    assert barriers(page) == []
    page.set_content(SOUND.replace("<p>", "<input><p style='color: #ccc'>").replace("lang=cy", ""))
    found = " ".join(barriers(page))
    assert all(name in found for name in ("label", "color-contrast", "html-has-lang"))
    page.close()
