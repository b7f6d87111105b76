"""The store keeps every file whole, once, and can prove it."""

import hashlib
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lles.links.store import DamagedInStore, NotStored, SealedFromUs, Store

LETTER = b"Annwyl Ms Price,"


def files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(content=st.binary(max_size=2000), sealed=st.booleans())
def test_it_gives_back_what_was_put(tmp_path: Path, content: bytes, sealed: bool) -> None:
    store = Store(tmp_path / "sealed", Fernet.generate_key()) if sealed else Store(tmp_path / "plain")

    name = store.put(content)

    assert name == hashlib.sha256(content).hexdigest()
    assert store.get(name) == content


def test_it_keeps_one_copy(tmp_path: Path) -> None:
    store = Store(tmp_path)

    assert store.put(LETTER) == store.put(LETTER)

    assert len(files(tmp_path)) == 1


def test_it_seals_with_a_key(tmp_path: Path) -> None:
    name = Store(tmp_path, Fernet.generate_key()).put(LETTER)

    assert all(LETTER not in path.read_bytes() for path in files(tmp_path))
    with pytest.raises(SealedFromUs):
        Store(tmp_path).get(name)
    with pytest.raises(SealedFromUs):
        Store(tmp_path, Fernet.generate_key()).get(name)


def test_it_still_reads_files_kept_before_there_was_a_key(tmp_path: Path) -> None:
    name = Store(tmp_path).put(LETTER)

    assert Store(tmp_path, Fernet.generate_key()).get(name) == LETTER


@pytest.mark.parametrize("key", [None, Fernet.generate_key()], ids=["open", "sealed"])
def test_it_notices_a_changed_file(tmp_path: Path, key: bytes | None) -> None:
    store = Store(tmp_path, key)
    name = store.put(LETTER)
    files(tmp_path)[0].write_bytes(b"Annwyl Mr Price,")

    with pytest.raises(DamagedInStore):
        store.get(name)


def test_it_writes_a_damaged_file_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.put(LETTER)
    files(tmp_path)[0].write_bytes(b"")

    store.put(LETTER)

    assert store.get(name) == LETTER


def test_it_says_what_it_never_had(tmp_path: Path) -> None:
    with pytest.raises(NotStored):
        Store(tmp_path).get("0" * 64)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 63 + "/", "A" * 64])
def test_it_takes_no_name_but_a_hash(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotStored):
        Store(tmp_path).get(name)


def test_it_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(handle: int) -> None:
        raise OSError("disk full")

    store = Store(tmp_path)
    monkeypatch.setattr("os.fsync", cut)

    with pytest.raises(OSError, match="disk full"):
        store.put(LETTER)

    assert files(tmp_path) == []


def test_it_keeps_files_from_other_users(tmp_path: Path) -> None:
    Store(tmp_path / "store").put(LETTER)

    everything = [tmp_path / "store", *(tmp_path / "store").rglob("*")]

    assert all(path.stat().st_mode & 0o077 == 0 for path in everything)
