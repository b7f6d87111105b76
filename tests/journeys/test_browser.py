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


def test_it_finds_targets_that_are_too_small_and_a_page_without_landmarks(browser: Browser) -> None:
    page = browser.new_page()
    small = "<button style='width:9px;height:9px;padding:0;border:0;margin:0'>{}</button>"
    page.set_content(
        SOUND.replace("<main>", "<div>").replace("<p>", small.format("a") + small.format("b") + "<p>")
    )
    found = " ".join(barriers(page))
    assert all(name in found for name in ("target-size", "landmark-one-main"))
    page.close()
