"""Tests that share something stay with one worker."""

import pytest

from tools.side_by_side import group_of


@pytest.mark.parametrize(
    "story", ["test_drafts.py::test_two_windows", "test_wrong_input.py::test_it_says[en]"]
)
def test_every_story_is_of_one_group(story: str) -> None:
    assert group_of(f"tests/journeys/{story}") == group_of("tests/journeys/test_browser.py::test_it_shows")


def test_any_other_test_goes_alone() -> None:
    alone = "lles/law/tests/test_lawbook.py::test_it_gathers"
    assert group_of(alone) == alone


def test_this_run_hands_out_tests_by_these_groups(request: pytest.FixtureRequest) -> None:
    hooks = request.config.pluginmanager.hook.pytest_xdist_make_scheduler.get_hookimpls()
    assert [hook.plugin_name for hook in hooks][-1].endswith("conftest.py")
