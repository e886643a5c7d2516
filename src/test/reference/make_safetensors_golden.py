#!/usr/bin/python3
"""Writes src/test/resources/golden/model/*.safetensors with nothing but Python's struct, json and hashlib.

An independent second writer of the file that org.reelsense.model describes in its package-info: layout, order and
checksum are programmed here from that page, not from the Java. To run:

    src/test/reference/make_safetensors_golden.py [FOLDER]     FOLDER: default ../resources/golden/model, from this file

The content stands a second time in GoldenModelFileTest.
"""

import hashlib
import json
import math
import pathlib
import struct
import sys

DEFAULT_FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources/golden/model"
OUT = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER

METADATA = {
    "format": "reelsense.v1",
    "spec": '{"cell": "gru", "hidden": 2}\n\t"quoted" \\ back\b\f\r/',
    "provenance": "caf\u00e9 \U0001F3AC \uFFFD \u007f \u2028",
    "\uFF5E": "after the basic plane's end comes",
    "\U0001F3AC": "a surrogate pair",
    "empty": "",
}


def floats(*values):
    return struct.pack("<%df" % len(values), *values)


TENSORS = {
    "vocabulary": ("U8", [15], "<pad>\nfilm \U0001F3AC".encode("utf-8")),
    "embedding.weight": ("I8", [3, 2], struct.pack("<6b", -128, -1, 0, 1, 2, 127)),
    "embedding.scale": ("F32", [3], floats(0.5, -0.25, 0.1)),
    "output.bias": ("F32", [], floats(1.5)),
    "output.weight": ("F32", [2, 3], floats(math.inf, -math.inf, -0.0, 1e-45, 3.4028234663852886e38, 0.0)),
    "rnn.weight_ih_l0": ("F32", [0, 4], b""),
    "caf\u00e9": ("U8", [1, 1, 1], b"\xff"),
}


def u32(number):
    return struct.pack("<I", number)


def text(value):
    raw = value.encode("utf-8")
    return u32(len(raw)) + raw


def checksum(metadata, tensors):
    """As package-info says. Python sorts text by code point, which is the order of the UTF-8 bytes."""
    parts = [u32(len(metadata))]
    parts += [text(key) + text(metadata[key]) for key in sorted(metadata)]
    parts += [u32(len(tensors))]
    for name in sorted(tensors):
        dtype, shape, data = tensors[name]
        parts += [text(name), text(dtype), u32(len(shape)), *map(u32, shape), u32(len(data)), data]
    return "sha256:" + hashlib.sha256(b"".join(parts)).hexdigest()


def entries(names, tensors):
    begin = 0
    for name in names:
        dtype, shape, data = tensors[name]
        yield name, {"dtype": dtype, "shape": shape, "data_offsets": [begin, begin + len(data)]}
        begin += len(data)


def write(file, header, names, tensors):
    data = b"".join(tensors[name][2] for name in names)
    (OUT / file).write_bytes(struct.pack("<Q", len(header)) + header + data)


def ours():
    """Byte for byte what the Java writer has to write."""
    metadata = dict(sorted({**METADATA, "checksum": checksum(METADATA, TENSORS)}.items()))
    names = sorted(TENSORS, key=lambda name: (["F32", "I8", "U8"].index(TENSORS[name][0]), name))
    header = {"__metadata__": metadata, **dict(entries(names, TENSORS))}
    raw = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    raw += b" " * (-len(raw) % 8)
    write("ours.safetensors", raw, names, TENSORS)


def resaved():
    """The same content by a tool of other habits: other order, escapes, spaces. The checksum has to hold."""
    names = sorted(TENSORS, reverse=True)
    shuffled = dict(reversed(list(entries(names, TENSORS))))
    header = {**shuffled, "__metadata__": {"checksum": checksum(METADATA, TENSORS), **METADATA}}
    write("resaved.safetensors", json.dumps(header, indent=1).encode("ascii") + b"   ", names, TENSORS)


def foreign():
    """Another tool's file: no checksum, its own format, an unpadded header, control characters, NaN."""
    tensors = {
        "odd": ("U8", [3], b"abc"),
        "unaligned": ("F32", [1, 2], floats(math.nan, 2.0)),
    }
    header = {"__metadata__": {"format": "pt", "note": "bell \u0007"}, **dict(entries(tensors, tensors))}
    raw = json.dumps(header).encode("ascii")
    raw += b" " * (-len(raw) % 8) + b" "
    write("foreign.safetensors", raw, list(tensors), tensors)


def bare():
    """The smallest file: no metadata, no tensor."""
    write("bare.safetensors", b"{}", [], {})


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    ours()
    resaved()
    foreign()
    bare()
