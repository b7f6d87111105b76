"""Tests that share something stay with one worker."""

import pytest

from tools.side_by_side import group_of


@pytest.mark.parametrize(
    "story", ["test_drafts.py::test_two_windows", "test_wrong_input.py::test_it_says[en]"]
)
@pytest.mark.parametrize("place", ["journeys", "crawl"])
def test_every_story_is_of_one_group(place: str, story: str) -> None:
    assert group_of(f"tests/{place}/{story}") == group_of(f"tests/{place}/test_browser.py::test_it_shows")


def test_what_is_prepared_once_is_of_one_group_and_of_no_other() -> None:
    places = "tests/journeys/", "tests/crawl/", "lles/site/tests/test_demo.py", "lles/law/tests/test_words.py"
    assert len({group_of(f"{place}::test_it_shows") for place in places}) == len(places)
    demo = "lles/site/tests/test_demo.py::"
    assert group_of(f"{demo}test_one[cy]") == group_of(f"{demo}test_another")


def test_any_other_test_goes_alone() -> None:
    alone = "lles/law/tests/test_lawbook.py::test_it_gathers"
    assert group_of(alone) == alone


def test_this_run_hands_out_tests_by_these_groups(request: pytest.FixtureRequest) -> None:
    hooks = request.config.pluginmanager.hook.pytest_xdist_make_scheduler.get_hookimpls()
    assert [hook.plugin_name for hook in hooks][-1].endswith("conftest.py")
