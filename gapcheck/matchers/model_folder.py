"""A model for meaning in a folder on this machine: looked at, hashed and opened, never fetched."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gapcheck.matchers.no_model import NoModel
from gapcheck.matchers.texts import Floats

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS, TOKENIZER = "model.onnx", "tokenizer.json"
LONGEST = 256
"""Tokens of a text that are read; what comes after is not."""

_INPUTS = frozenset({"input_ids", "attention_mask", "token_type_ids"})
_INSTALL = 'It needs two more packages: pip install "gapcheck[semantic]"'


@dataclass(frozen=True, slots=True)
class Model:
    """An opened model; `sha256` is of its weights, `mark` of all that a vector depends on."""

    name: str
    sha256: str
    mark: bytes
    tokenizer: Tokenizer
    session: InferenceSession
    inputs: tuple[str, ...]

    def vector(self, text: str) -> Floats:
        """The meaning of one text as a vector of length one; NoModel where the model fails.

        One text at a time: weights in eight bits make a text's vector depend on its company.
        """
        encoded = self.tokenizer.encode(text)
        given = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        try:
            feed = {name: np.array([given[name]], dtype=np.int64) for name in self.inputs}
            found = np.asarray(self.session.run(None, feed)[0], dtype=np.float64)
        except Exception as error:
            raise NoModel(
                f"The model in {self.name} cannot be run: {_first_line(error)}."
            ) from None
        if found.ndim not in (2, 3) or len(found) != 1 or not np.isfinite(found).all():
            raise NoModel(f"The model in {self.name} gives no vector for a text.")
        # Without a pooling of its own the words' vectors are averaged.
        pooled = found[0].mean(axis=0) if found.ndim == 3 else found[0]
        length = float(np.sqrt((pooled * pooled).sum()))
        vector: Floats = pooled / (length or 1)
        return vector


def open_model(folder: Path) -> Model:
    """Open the model in a folder; NoModel says what is wrong, and what to do."""
    weights, tokenizer = folder / WEIGHTS, folder / TOKENIZER
    if not folder.is_dir():
        raise NoModel(f"There is no folder {folder} to take a model from.")
    missing = [path.name for path in (weights, tokenizer) if not path.is_file()]
    if missing:
        raise NoModel(
            f"{folder} is no model: it lacks {' and '.join(missing)}."
            f" A model is a folder with {WEIGHTS} and {TOKENIZER}."
        )
    hashes = _hash(weights), _hash(tokenizer)
    session = _session(weights)
    inputs = tuple(sorted(one.name for one in session.get_inputs()))
    if "input_ids" not in inputs or not _INPUTS.issuperset(inputs):
        raise NoModel(f"{weights} is no model of sentences: it takes {', '.join(inputs)}.")
    mark = bytes.fromhex(hashes[0] + hashes[1]) + LONGEST.to_bytes(4, "big")
    name = folder.resolve().name
    return Model(name, hashes[0], mark, _tokenizer(tokenizer), session, inputs)


def _session(path: Path) -> InferenceSession:
    try:
        import onnxruntime  # noqa: PLC0415  # an extra, and slow to import
    except ImportError:
        raise NoModel(f"onnxruntime is not installed. {_INSTALL}") from None
    options = onnxruntime.SessionOptions()
    # Its own messages would stand between ours; one thread, so that sums are formed alike.
    options.log_severity_level = 4
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        raise NoModel(f"{path} is no model that can be run: {_first_line(error)}.") from None


def _tokenizer(path: Path) -> Tokenizer:
    try:
        import tokenizers  # noqa: PLC0415  # as above
    except ImportError:
        raise NoModel(f"tokenizers is not installed. {_INSTALL}") from None
    try:
        found = tokenizers.Tokenizer.from_file(str(path))
    except Exception as error:
        raise NoModel(f"{path} is no tokenizer: {_first_line(error)}.") from None
    found.no_padding()
    found.enable_truncation(LONGEST)
    return found


def _hash(path: Path) -> str:
    whole = sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                whole.update(block)
    except OSError as error:
        raise NoModel(f"{path} cannot be read: {error.strerror}.") from None
    return whole.hexdigest()


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].strip().rstrip(".") if lines else type(error).__name__
