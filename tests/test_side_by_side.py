"""Tests that share something stay with one worker."""

import pytest

from tools.side_by_side import group_of


@pytest.mark.parametrize(
    "story", ["test_drafts.py::test_two_windows", "test_ledger.py::test_it_holds[own-0]"]
)
@pytest.mark.parametrize("place", ["journeys", "crawl"])
def test_every_story_is_of_one_group(place: str, story: str) -> None:
    assert group_of(f"tests/{place}/{story}") == group_of(f"tests/{place}/test_browser.py::test_it_shows")


def test_what_is_prepared_once_is_of_one_group_and_of_no_other() -> None:
    by_itself, planted = (f"tests/crawl/test_{one}.py" for one in ("wrong_input", "planted_leaks"))
    assert group_of(f"{by_itself}::test_it_says[cy]") == group_of(f"{planted}::test_it_catches")
    demo, words = "lles/site/tests/test_demo.py", "lles/law/tests/test_words.py"
    places = "tests/journeys/", "tests/crawl/", by_itself, demo, words
    assert len({group_of(f"{place}::test_it_shows") for place in places}) == len(places)
    assert group_of(f"{demo}::test_one[cy]") == group_of(f"{demo}::test_another")


def test_any_other_test_goes_alone() -> None:
    alone = "lles/law/tests/test_lawbook.py::test_it_gathers"
    assert group_of(alone) == alone


def test_this_run_hands_out_tests_by_these_groups(request: pytest.FixtureRequest) -> None:
    hooks = request.config.pluginmanager.hook.pytest_xdist_make_scheduler.get_hookimpls()
    assert [hook.plugin_name for hook in hooks][-1].endswith("conftest.py")
