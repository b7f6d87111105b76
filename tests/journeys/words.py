"""What the pages should say in each language, and whether a page says it in the wrong one."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.messages.pofile import read_po
from django.utils import translation
from playwright.sync_api import Page

from lles.casefile import timeline
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.check_answers import AskedOf
from lles.law.bilingual import Language
from lles.links.postgres import PROJECT
from lles.site.synthetic.whereabouts import courts

# Every text that is seen or read aloud, but for what says by itself that it is in another language.
TEXTS = """
() => {
  const found = [];
  const language = document.documentElement.lang;
  const own = (element) => {
    const nearest = element.closest("[lang]");
    return !nearest || nearest.lang === language;
  };
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (holder && !["SCRIPT", "STYLE", "NOSCRIPT"].includes(holder.tagName) && own(holder)) {
      found.push(walker.currentNode.textContent);
    }
  }
  for (const element of document.querySelectorAll("[title],[aria-label],[alt],[placeholder]")) {
    if (own(element)) {
      for (const name of ["title", "aria-label", "alt", "placeholder"]) {
        found.push(element.getAttribute(name) ?? "");
      }
    }
  }
  return found.map((text) => text.replace(/\\s+/g, " ").trim()).filter((text) => text);
}
"""
PLACE = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
SHORTEST = 4
KINDS: tuple[AskedOf, ...] = ("police", "local_authority")
ONLY_ENGLISH = re.compile(
    r"\b(the|and|of|this|that|with|from|has|have|was|were|not|your|you|which|who|what|when|been|are)\b",
    re.IGNORECASE,
)
ONLY_WELSH = re.compile(
    r"\b(yr|wedi|gyda|sydd|mae|oes|nid|eich|gan|pwy|pryd|ddim|neu|llys|achos)\b", re.IGNORECASE
)


def said(language: Language, sentence: str, context: str = "", **places: object) -> str:
    """A sentence of the screens in a language, with its places filled."""
    with translation.override(language):
        found = translation.pgettext(context, sentence) if context else translation.gettext(sentence)
    assert language == "en" or found != sentence, f"no Welsh for {sentence}"
    return found % places if places else found


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    pairs = [
        pair
        for path in sorted((PROJECT / "lles").rglob("locale/cy/LC_MESSAGES/django.po"))
        for pair in _of_catalogue(path.read_bytes())
    ]
    pairs += [(text.en, text.cy) for text in timeline.all_words().values()]
    return tuple((en, cy) for en, cy in pairs if en != cy)


def _of_catalogue(content: bytes) -> Iterator[tuple[str, str]]:
    for message in read_po(content.decode().splitlines(keepends=True)):
        forms = zip(_listed(message.id), _listed(message.string), strict=False)
        yield from ((en, cy) for en, cy in forms if en and cy)


def _listed(said_: object) -> list[str]:
    return [str(one) for one in said_] if isinstance(said_, list | tuple) else [str(said_ or "")]


@cache
def _foreign(language: Language) -> re.Pattern[str]:
    """Every sentence of the other language, as one pattern over a whole text."""
    own = {cy if language == "cy" else en for en, cy in _pairs()}
    foreign = {en if language == "cy" else cy for en, cy in _pairs()} - own
    long_enough = sorted((one for one in foreign if _says_enough(one)), key=len, reverse=True)
    return re.compile("|".join(_with_places(one) for one in long_enough))


def _says_enough(sentence: str) -> bool:
    """Whether a sentence has words of its own beside its places: "%(one)s a %(other)s" tells no language."""
    return len(PLACE.sub("", sentence).strip()) >= SHORTEST


def _with_places(sentence: str) -> str:
    parts = PLACE.sub("\0", " ".join(sentence.replace("%%", "%").split())).split("\0")
    return ".{1,80}".join(map(re.escape, parts))


def in_the_wrong_language(page: Page, language: Language, own_words: Iterable[str] = ()) -> list[str]:
    """What a page says in the other language, though it does not say so; names and typed words aside."""
    texts = [str(text) for text in page.evaluate(TEXTS)]
    own_words = (*own_words, *_same_in_both())
    only = ONLY_ENGLISH if language == "cy" else ONLY_WELSH
    found = []
    for text in texts:
        plain = _without(text, own_words)
        if _foreign(language).fullmatch(plain) or only.search(plain):
            found.append(f"{page.url}: {text}")
    return found


@cache
def _same_in_both() -> tuple[str, ...]:
    """The names of authorities, forces and invented courts that have no other in Welsh, the longest first."""
    named = (body.place for kind in KINDS for body in bodies(kind).values())
    same = {place.en for place in named if place.en == place.cy} | {one.name for one in courts().values()}
    return tuple(sorted(same, key=len, reverse=True))


def _without(text: str, own_words: Iterable[str]) -> str:
    for words in own_words:
        text = text.replace(words, "")
    return text
