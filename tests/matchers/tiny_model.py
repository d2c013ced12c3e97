"""A model small enough to be written by hand: each word has a vector, and that is all.

The file is what ONNX defines (a ModelProto in protocol buffers' wire format), with one node that
looks vectors up. Words that mean alike here share a vector: `cheque` and `grants`, say.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path

FLOAT, INTEGER = 1, 7
MEANINGS: dict[str, tuple[float, float, float]] = {
    "[UNK]": (0.1, 0.1, 0.1),
    "cheque": (1, 0, 0),
    "grants": (1, 0, 0),
    "pay": (0.9, 0.1, 0),
    "chair": (0, 1, 0),
    "board": (0, 1, 0),
    "seats": (0, 0.9, 0.2),
    "nobody": (0, 0, 1),
}


def varint(number: int) -> bytes:
    parts = bytearray()
    while number > 127:
        parts.append(number & 127 | 128)
        number >>= 7
    return bytes([*parts, number])


def field(number: int, value: int | bytes | str) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def tensor(name: str, rows: Sequence[Sequence[float]]) -> bytes:
    raw = struct.pack(f"<{len(rows) * len(rows[0])}f", *(x for row in rows for x in row))
    sizes = field(1, len(rows)) + field(1, len(rows[0]))
    return sizes + field(2, FLOAT) + field(8, name) + field(9, raw)


def port(name: str, kind: int, sizes: Sequence[int | str]) -> bytes:
    shape = b"".join(
        field(1, field(1, size) if isinstance(size, int) else field(2, size)) for size in sizes
    )
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def onnx(
    vectors: Sequence[Sequence[float]], takes: Sequence[str] = ("input_ids", "attention_mask")
) -> bytes:
    """A model that gives each token its vector: batch x tokens to batch x tokens x width."""
    node = field(1, "table") + field(1, takes[0]) + field(2, "last_hidden_state")
    node += field(4, "Gather")
    graph = field(1, node) + field(2, "tiny") + field(5, tensor("table", vectors))
    graph += b"".join(field(11, port(name, INTEGER, ("batch", "tokens"))) for name in takes)
    graph += field(12, port("last_hidden_state", FLOAT, ("batch", "tokens", len(vectors[0]))))
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def tokenizer(words: Sequence[str]) -> str:
    return json.dumps(
        {
            "version": "1.0",
            "truncation": {
                "max_length": 2,
                "stride": 0,
                "strategy": "LongestFirst",
                "direction": "Right",
            },
            "padding": None,
            "added_tokens": [],
            "normalizer": {"type": "Lowercase"},
            "pre_tokenizer": {"type": "Whitespace"},
            "post_processor": None,
            "decoder": None,
            "model": {
                "type": "WordLevel",
                "vocab": {word: number for number, word in enumerate(words)},
                "unk_token": "[UNK]",
            },
        }
    )


def lay(folder: Path) -> Path:
    """Write the model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(onnx(list(MEANINGS.values())))
    (folder / "tokenizer.json").write_text(tokenizer(list(MEANINGS)), encoding="utf-8")
    return folder
