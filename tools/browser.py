"""The browser of the journeys: found on the machine, or else installed with the means of the platform."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.steps import PYTHON, SetupFailed, environment, run, say, step

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
DOWNLOADED = ("chromium-*/chrome-*/chrome", "chromium_headless_shell-*/chrome-*/*headless*shell")
MISSING = "No Chromium or Chrome here for the journeys: install one, or name it in LLES_BROWSER."


def find() -> Path | None:
    """Return a Chromium or Chrome that starts: the one named by LLES_BROWSER, or the first that is found."""
    chosen = os.environ.get("LLES_BROWSER")
    if chosen:
        found = shutil.which(chosen)
        if found is None or not _starts(Path(found)):
            raise SetupFailed(f"LLES_BROWSER names {chosen}, and that is no browser that starts.")
        return Path(found)
    return next(filter(_starts, _candidates()), None)


def ensure() -> Path:
    """Return the browser, installing one where there is none."""
    found = find()
    if found is None:
        with step("Chromium (downloaded by the test tool)"):
            _try((PYTHON, "-m", "playwright", "install", "chromium"))
        found = find()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        with step("Chromium (Debian's package)"):
            _try(("apt-get", "update", "-q"))
            _try(
                ("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-liberation")
            )
        found = find()
    if found is None:
        raise SetupFailed(MISSING)
    return found


def _try(command: tuple[str | Path, ...]) -> None:
    impatient = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "20000", "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run(command, why="That did not work", environ=impatient, patience=600)
    except SetupFailed as error:
        say(f"\n{error}")


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    yield from (Path(place) for place in APPLICATIONS if Path(place).exists())
    for cache in _caches():
        for pattern in DOWNLOADED:
            yield from sorted(cache.glob(pattern), reverse=True)


def _caches() -> Iterator[Path]:
    own = environment()
    if "PLAYWRIGHT_BROWSERS_PATH" in own:
        yield Path(own["PLAYWRIGHT_BROWSERS_PATH"])
    home = Path(own.get("HOME") or "/nonexistent")
    yield home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / "ms-playwright"


def _starts(browser: Path) -> bool:
    try:
        done = subprocess.run((browser, "--version"), capture_output=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0 and b"hrom" in done.stdout + done.stderr
