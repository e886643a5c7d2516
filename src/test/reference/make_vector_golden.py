#!/usr/bin/python3
"""Writes src/test/resources/golden/vectors/* with gensim and fastText, and what gensim reads from each.

    apt-get install python3-gensim fasttext          # Debian: gensim 4, fastText 0.9.2
    src/test/reference/make_vector_golden.py [FOLDER]

gensim-*: the same vectors saved by gensim in three formats. fasttext.vec: trained by fastText on the lines below, one
thread, so that two runs on one machine give the same bytes. google.bin: gensim's binary file with a line feed after each
vector, as Google's word2vec program writes it; gensim must read it too. expected.json: {file: {word: [numbers]}} as
gensim loads them, every float32 as its shortest decimal.

With --check FILE FORMAT it prints what gensim reads from a file, for VectorFileInGensimTest.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
from gensim.models import KeyedVectors

DEFAULT_FOLDER = pathlib.Path(__file__).resolve().parent.parent / "resources/golden/vectors"

WORDS = ["film", "good", "n't", "8/10", "...", "caf\u00e9", "\u6620\u753b", "\U0001F3AC", "a\u00a0b", "7", "bad"]
TEXT = ["a good film and a good end", "a bad film and a bad end", "caf\u00e9 film good bad"] * 20


def load(path, form):
    return KeyedVectors.load_word2vec_format(str(path), binary=form == "binary", no_header=form == "glove")


def content(vectors):
    return {word: [float(str(x)) for x in vectors[word]] for word in vectors.index_to_key}


def sample():
    vectors = KeyedVectors(5)
    values = np.random.default_rng(4).normal(0, 0.3, (len(WORDS), 5)).astype(np.float32)
    values[2] = [0, -0.0, 1e-30, 3.4028235e38, -1.1754944e-38]
    vectors.add_vectors(WORDS, values)
    return vectors


def google(text_file):
    """From gensim's text file: word, space, floats, line feed."""
    lines = text_file.read_text(encoding="utf-8").split("\n")[:-1]
    out = (lines[0] + "\n").encode()
    for line in lines[1:]:
        word, *numbers = line.split(" ")
        out += word.encode() + b" " + np.array(numbers, dtype="<f4").tobytes() + b"\n"
    return out


def fasttext(folder):
    with tempfile.TemporaryDirectory() as work:
        source = pathlib.Path(work) / "text"
        source.write_text("\n".join(TEXT) + "\n", encoding="utf-8")
        options = "-dim 4 -minCount 1 -thread 1 -bucket 100 -epoch 2 -verbose 0".split()
        subprocess.run(
            ["fasttext", "skipgram", "-input", str(source), "-output", work + "/model", *options], check=True
        )
        (folder / "fasttext.vec").write_bytes((pathlib.Path(work) / "model.vec").read_bytes())


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    vectors = sample()
    vectors.save_word2vec_format(str(folder / "gensim-text.txt"))
    vectors.save_word2vec_format(str(folder / "gensim-binary.bin"), binary=True)
    vectors.save_word2vec_format(str(folder / "gensim-glove.txt"), write_header=False)
    (folder / "google.bin").write_bytes(google(folder / "gensim-text.txt"))
    fasttext(folder)
    formats = {
        "gensim-text.txt": "text",
        "gensim-binary.bin": "binary",
        "gensim-glove.txt": "glove",
        "google.bin": "binary",
        "fasttext.vec": "text",
    }
    expected = {name: {"format": form, "vectors": content(load(folder / name, form))} for name, form in formats.items()}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--check"]:
        json.dump(content(load(sys.argv[2], sys.argv[3])), sys.stdout)
    else:
        main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER)
