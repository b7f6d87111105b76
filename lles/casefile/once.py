"""One reading of the file: while nothing is written, a question that is asked again has the same answer."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from django.db import connection, models

P = ParamSpec("P")
T = TypeVar("T")
Answers = dict[Hashable, tuple[object, object]]  # what was asked about, and the answer

_WRITES_NOTHING = ("SELECT", "(SELECT", "SAVEPOINT", "RELEASE", "SET LOCAL ROLE", "RESET ROLE")

_answers: ContextVar[Answers | None] = ContextVar("answers of one reading", default=None)


def once(question: Callable[P, T]) -> Callable[P, T]:
    """A question of the file that is answered once in a reading, for the very rows it is asked about; what it
    answers is not changed by whoever asks. Outside of a reading it is asked each time."""

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        answers = _answers.get()
        if answers is None:
            return question(*args, **kwargs)
        key = (question, *map(_as_key, args), *((name, _as_key(one)) for name, one in kwargs.items()))
        if key not in answers:
            answer = question(*args, **kwargs)
            answers[key] = (args, kwargs), answer  # rows are held: no other has their place in memory
            return answer
        return cast(T, answers[key][1])

    return asked


def _as_key(given: object) -> Hashable:
    if isinstance(given, models.Model):
        return models.Model, id(given)
    return tuple(given) if isinstance(given, list) else given


@contextmanager
def reading() -> Iterator[None]:
    """Keeps the answers to what is asked `once`, until something is written or the reading ends."""
    if _answers.get() is not None:
        yield
        return
    answers: Answers = {}
    with _as(answers), connection.execute_wrapper(_forgetting(answers)):
        yield


@contextmanager
def writing() -> Iterator[None]:
    """Asks everything afresh for a while: a change may set what it writes later."""
    if _answers.get() is None:
        yield
        return
    with _as(None):
        yield


@contextmanager
def _as(answers: Answers | None) -> Iterator[None]:
    token = _answers.set(answers)
    try:
        yield
    finally:
        _answers.reset(token)


def _forgetting(answers: Answers) -> Callable[..., Any]:
    def execute(send: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not str(sql).startswith(_WRITES_NOTHING):
            answers.clear()
        return send(sql, params, many, context)

    return execute
