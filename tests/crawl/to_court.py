"""How the crawl asks for what goes to the court beside the letter, and for a second person's signature."""

from collections.abc import Callable, Iterator, Mapping

from django.urls import reverse

from lles.casefile.models import Case
from lles.work.safeguarding.models import SignOff
from tests.crawl.ask import Ask, Data
from tests.crawl.typed import REASONS, seen

Row = Callable[[Case], Iterator[Ask]]
WORDS: Data = {"revision": "1", "language_of_text": "en", "words": "She is afraid.", "asks": ["adjourn"]}
UPDATE: Data = {
    "revision": "1",
    "language_of_text": "en",
    "words": "She is afraid.",
    "advice_changes": "yes",
    "advice": "Wait.",
}
DECISION: Data = {"decision": "back", "words": "Say what the child saw.", "language_of_text": "en"}
READERS = ("court", "applicant-1", "respondent-1")


def _form(route: str, data: Data, *more: Callable[[Case], int | str]) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        path = reverse(route, args=(case.reference, *(one(case) for one in more)))
        yield Ask(route, path)
        yield Ask(route, path, "POST")
        yield Ask(route, path, "POST", seen(case, data), filled=True)

    return row


def _versions(route: str, *more: Callable[[Case], int | str]) -> Row:
    def row(case: Case) -> Iterator[Ask]:
        for reader, language in [(one, said) for one in READERS for said in ("en", "cy")]:
            args = (case.reference, *(one(case) for one in more), reader, language)
            yield Ask(route, reverse(route, args=args), a_file=True)

    return row


def _asked(case: Case) -> int:
    last = SignOff.objects.filter(case=case, step=SignOff.ASKED).last()
    return last.pk if last else 0


def _mother(case: Case) -> int:
    return case.parties.get(role="applicant").pk


def _letter(_: Case) -> str:
    return "safeguarding_letter"


def _reasons() -> Data:
    return dict.fromkeys((*REASONS, "reason-SG-SHORTNOTICE"), "The hearing is near.")


def _of(name: str, typed: Data) -> Mapping[str, Row]:
    return {
        f"safeguarding:{name}": _form(f"safeguarding:{name}", typed),
        f"safeguarding:{name}_preview": _versions(f"safeguarding:{name}_preview"),
        f"safeguarding:{name}_file": _form(f"safeguarding:{name}_file", _reasons()),
    }


WITHHELD: Data = {"reason": "Harm.", "language_of_text": "en"}
TO_COURT: Mapping[str, Row] = {
    **_of("short_notice", WORDS),
    **_of("note", WORDS),
    **_of("update", UPDATE),
    "safeguarding:withhold_update": _form("safeguarding:withhold_update", WITHHELD, _mother),
    "safeguarding:end_update_withholding": _form("safeguarding:end_update_withholding", {"a": "b"}, _mother),
    "safeguarding:ask_signature": _form(
        "safeguarding:ask_signature", {"asked_of": "anybody", **_reasons()}, _letter
    ),
    "safeguarding:sign_off": _form("safeguarding:sign_off", DECISION, _asked),
    "safeguarding:read_to_sign": _versions("safeguarding:read_to_sign", _asked),
}
