"""Payloads as nobody would wish them: fields dropped, emptied, retyped, repeated, filled with junk."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Steps = tuple[str | int, ...]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)
NOTHING: tuple[object, ...] = (None, "", " ", {}, [], [{}], [None])
SHAPES: tuple[object, ...] = (
    0, -1, True, 1e300, "31/02/2026", "2026-02-30", "soon", "x" * 3000, "\x00", "\ud800", "٠١٢", "Yes", 
    "maybe", ["a", "b"], {"value": {"a": "b"}}, [{"id": "same", "value": {"firstName": "Nobody"}}] * 2,
)  # fmt: skip


@dataclass(frozen=True)
class Repeated:
    """An object in which one key stands twice."""

    fields: dict[str, Any]
    key: str
    earlier: object


def places(value: Any, at: Steps = ()) -> Iterator[Steps]:
    """Every place of a tree but its root."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield (*at, step)
        yield from places(inner, (*at, step))


@st.composite
def mutated(draw: st.DrawFn, raw: dict[str, Any]) -> Any:
    """A payload with one to six things wrong, at places far and near."""
    tree = raw
    for _ in range(draw(st.integers(1, 6))):
        here = list(places(tree))
        if not here:
            return tree
        tree = _changed(tree, draw(st.sampled_from(here)), draw)
    return tree


def _changed(tree: Any, place: Steps, draw: st.DrawFn) -> Any:
    way = draw(st.sampled_from(["drop", "nothing", "shape", "junk", "repeat", "stranger"]))
    match way:
        case "drop":
            return with_change(tree, place, lambda holder, step: _without(holder, step))
        case "nothing":
            return put(tree, place, draw(st.sampled_from(NOTHING)))
        case "shape":
            return put(tree, place, draw(st.sampled_from(SHAPES)))
        case "junk":
            return put(tree, place, draw(JUNK))
        case "stranger":
            name, value = draw(st.text(min_size=1, max_size=30)), draw(JUNK)
            return with_change(
                tree, place, lambda holder, _: {**holder, name: value} if isinstance(holder, dict) else holder
            )
    earlier = draw(JUNK)
    return with_change(
        tree,
        place,
        lambda holder, step: Repeated(holder, step, earlier) if isinstance(holder, dict) else holder,
    )


def put(tree: Any, place: Steps, value: object) -> Any:
    """The tree with another value in a place."""

    def replaced(holder: Any, step: str | int) -> Any:
        if isinstance(holder, dict):
            return {**holder, step: value}
        return [value if at == step else one for at, one in enumerate(holder)]

    return with_change(tree, place, replaced)


def with_change(tree: Any, place: Steps, change: Any) -> Any:
    """The tree with the container of a place changed; what is not on the way stays as it is."""
    if isinstance(tree, Repeated):
        return Repeated(with_change(tree.fields, place, change), tree.key, tree.earlier)
    if len(place) == 1:
        return change(tree, place[0])
    inner = with_change(tree[place[0]], place[1:], change)
    if isinstance(tree, dict):
        return {**tree, place[0]: inner}
    return [inner if at == place[0] else one for at, one in enumerate(tree)]


def _without(holder: Any, step: str | int) -> Any:
    if isinstance(holder, dict):
        return {key: value for key, value in holder.items() if key != step}
    return [one for at, one in enumerate(holder) if at != step]


def written(tree: Any) -> bytes:
    """The bytes of a tree as a court would send them, repeated keys and all."""
    return _text(tree).encode("ascii")


def _text(tree: Any) -> str:
    if isinstance(tree, Repeated):
        pairs = [(tree.key, tree.earlier), *tree.fields.items()]
        return "{" + ",".join(f"{json.dumps(key)}:{_text(value)}" for key, value in pairs) + "}"
    if isinstance(tree, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{_text(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return "[" + ",".join(map(_text, tree)) + "]"
    return json.dumps(tree)
