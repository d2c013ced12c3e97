"""The extra that reads for meaning: on a model made here, and on a real one where there is one."""

from __future__ import annotations

import builtins
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gapcheck.matchers.evidence import Question
from gapcheck.matchers.model_folder import Model, open_model
from gapcheck.matchers.no_model import NoModel
from gapcheck.matchers.semantic import likeness, read_for_meaning
from gapcheck.vectors import Vectors

from .tiny_model import MEANINGS, lay, onnx, tokenizer

IMPERATIVES = ("Pay grants.", "Seats on the board.")
EXCERPTS = ("The cheque.", "A chair.", "Nobody.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lay(tmp_path / "tiny")


@pytest.fixture
def model(folder: Path) -> Model:
    return open_model(folder)


def test_what_means_alike_is_near_without_a_shared_word(model: Model) -> None:
    found = read_for_meaning(Question(IMPERATIVES, EXCERPTS), model)
    assert found.scores[0, 0] > 0.5 > found.scores[0, 1]
    assert found.scores[1, 1] > 0.5 > found.scores[1, 0]
    assert found.touched.tolist()[:2] == [[True, False], [False, True]]
    assert found.scores.mean() == pytest.approx(0)
    near, far = found.brought(0, np.array([0, 1]))
    assert near.meaning > 0
    assert (far.meaning, far.words, far.letters) == (0, (), 0)


def test_it_is_named_and_hashed(model: Model, folder: Path) -> None:
    assert model.name == "tiny"
    assert model.sha256 == sha256((folder / "model.onnx").read_bytes()).hexdigest()


def test_a_long_text_is_read_in_full_up_to_the_models_limit(model: Model) -> None:
    # The tokenizer's own limit of two words is lifted.
    short, long = model.vector("pay pay"), model.vector("pay pay chair chair chair")
    assert long[1] > short[1] + 0.3
    full, more = (model.vector("pay " * 300 + end) for end in ("", "chair " * 300))
    assert np.array_equal(full, more)
    assert np.linalg.norm(short) == pytest.approx(1)


def test_order_changes_nothing_but_order(model: Model) -> None:
    one = likeness(model, Question(IMPERATIVES, EXCERPTS))
    other = likeness(model, Question(IMPERATIVES[::-1], EXCERPTS[::-1]))
    assert np.array_equal(one, other[::-1, ::-1])


def test_texts_that_are_all_alike_tell_nothing(model: Model) -> None:
    found = read_for_meaning(Question(("Pay",), ("pay", "pay")), model)
    assert found.scores.tolist() == [[0], [0]]
    assert not found.touched.any()
    assert likeness(model, Question((), ())).shape == (0, 0)


def test_vectors_are_remembered_where_words_may_be_shown(
    model: Model, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Vectors(tmp_path / "cache")
    question = Question(IMPERATIVES, EXCERPTS, (True, False, True), cache=cache)
    expected = likeness(model, question)
    read: list[str] = []
    first = Model.vector

    def counted(self: Model, text: str) -> Any:
        read.append(text)
        return first(self, text)

    monkeypatch.setattr(Model, "vector", counted)
    assert np.array_equal(likeness(model, question), expected)
    assert read == [EXCERPTS[1]]
    held = (tmp_path / "cache" / "vectors.sqlite").read_bytes().lower()
    assert not [text for text in (*IMPERATIVES, *EXCERPTS) if text.lower().encode() in held]


def test_it_says_how_far_it_has_read(model: Model) -> None:
    told: list[tuple[int, int]] = []
    question = Question(IMPERATIVES, (*EXCERPTS, EXCERPTS[0]), progress=lambda *n: told.append(n))
    likeness(model, question)
    assert told == [(n, 5) for n in range(1, 6)]


def test_nothing_is_remembered_unless_it_is_said_to_be(model: Model, tmp_path: Path) -> None:
    cache = Vectors(tmp_path / "cache")
    likeness(model, Question(IMPERATIVES, EXCERPTS, cache=cache))
    known = cache.known(model.mark, (*IMPERATIVES, *EXCERPTS))
    assert set(known) == set(IMPERATIVES)


@pytest.mark.parametrize(
    ("name", "held", "said"),
    [
        ("model.onnx", None, "it lacks model.onnx. A model is a folder with"),
        ("tokenizer.json", None, "it lacks tokenizer.json."),
        ("model.onnx", b"words", "model.onnx is no model that can be run: "),
        ("model.onnx", b"", "model.onnx is no model that can be run: "),
        ("tokenizer.json", b"{}", "tokenizer.json is no tokenizer: "),
        (
            "model.onnx",
            onnx(list(MEANINGS.values()), ("pixels",)),
            "model.onnx is no model of sentences: it takes pixels.",
        ),
        (
            "model.onnx",
            onnx(list(MEANINGS.values()), ("input_ids", "pixels")),
            "is no model of sentences: it takes input_ids, pixels.",
        ),
    ],
)
def test_a_wrong_folder_is_told(folder: Path, name: str, held: bytes | None, said: str) -> None:
    if held is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(held)
    with pytest.raises(NoModel) as wrong:
        open_model(folder)
    assert said in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoModel, match="There is no folder"):
        open_model(tmp_path / "gone")


def test_a_file_that_cannot_be_read_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(NoModel, match=r"cannot be read: Permission denied\."):
        open_model(folder)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_missing_package_is_told_with_the_command_that_installs_it(
    folder: Path, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == package:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(NoModel) as wrong:
        open_model(folder)
    assert str(wrong.value) == (
        f'{package} is not installed. It needs two more packages: pip install "gapcheck[semantic]"'
    )


def test_a_model_that_fails_on_a_text_is_told_without_the_text(tmp_path: Path) -> None:
    words = [*MEANINGS, "secretword"]
    folder = lay(tmp_path / "short")
    # The tokenizer knows a word for which the model has no vector.
    (folder / "tokenizer.json").write_text(tokenizer(words), encoding="utf-8")
    with pytest.raises(NoModel) as wrong:
        open_model(folder).vector("secretword")
    assert str(wrong.value).startswith("The model in short cannot be run: ")
    assert "secretword" not in str(wrong.value)


def test_a_model_that_gives_no_number_is_told(tmp_path: Path) -> None:
    folder = lay(tmp_path / "odd")
    odd = [[float("nan")] * 3 for _ in MEANINGS]
    (folder / "model.onnx").write_bytes(onnx(odd))
    with pytest.raises(NoModel, match="gives no vector"):
        open_model(folder).vector("pay")


REAL = os.environ.get("GAPCHECK_TEST_MODEL", "")


@pytest.mark.weights
@pytest.mark.skipif(not REAL, reason="GAPCHECK_TEST_MODEL names no folder with a real model")
def test_a_real_model_reads_for_meaning() -> None:
    asked = (
        "Pay grants to voluntary groups before they have to spend the money.",
        "Give residents training so that they can take part in meetings.",
        "Reduce the gap in life expectancy between neighbourhoods.",
    )
    told = (
        "We had to borrow from the bank until the cheque arrived in summer.",
        "A course on how committees work would have helped us to speak up.",
        "People on our estate die ten years earlier than across the river.",
    )
    found = read_for_meaning(Question(asked, told), open_model(Path(REAL)))
    assert found.scores.argmax(axis=1).tolist() == [0, 1, 2]
    assert found.scores.argmax(axis=0).tolist() == [0, 1, 2]
    again = read_for_meaning(Question(asked, told), open_model(Path(REAL)))
    assert np.array_equal(found.scores, again.scores)
