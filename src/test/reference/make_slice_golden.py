#!/usr/bin/env python3
"""Makes src/test/resources/golden/experiment/slices.json: length, stars, negations and rare tokens of each test review
of datasets/sample, and the slices of a made-up model that gets every third review wrong.

Reads the sample's files, cuts the dev set, counts and sorts on its own; tokens come from make_token_golden.py, which
knows nothing of the Java tokenizer. Run it from the repository's root with Python 3.11 or later; it needs nothing else.
"""

import collections
import fractions
import hashlib
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True  # no __pycache__ beside the scripts
import make_token_golden

SAMPLE = pathlib.Path("datasets/sample")
TARGET = pathlib.Path("src/test/resources/golden/experiment/slices.json")

NEGATIONS = "n't not no never nothing nobody none nor neither nowhere cannot without".split()
PER_MILLION = 10

# A slice begins where the one before it ends; the first of "negation" has its own rule.
LENGTH = [(1, "1-99"), (100, "100-149"), (150, "150-199"), (200, "200-299"), (300, "300-499"), (500, "500-999"),
          (1000, "1000+")]
NEGATION = [(0, "under 1"), (1, "1-2"), (2, "2-3"), (3, "3+")]
RARITY = [(0, "under 4 %"), (4, "4-6 %"), (6, "6-8 %"), (8, "8-10 %"), (10, "10 %+")]


def section(name):
    """[(id, stars, film, tokens)] by number."""
    part, kind = name.split("/")
    films = re.findall(r"/title/([^/\s]+)", (SAMPLE / part / f"urls_{kind}.txt").read_text())
    reviews = []
    for file in sorted((SAMPLE / name).glob("*.txt"), key=lambda file: int(file.stem.split("_")[0])):
        number, stars = map(int, file.stem.split("_"))
        text = file.read_bytes().decode("utf-8")
        reviews.append((f"{name}/{file.stem}", stars, films[number], make_token_golden.tokenize(text)))
    return reviews


def dev_films(negative, positive):
    """The films of the dev set: a tenth of each class, by the order of a digest, then the smallest that help."""
    counts = collections.defaultdict(lambda: [0, 0])
    for side, reviews in enumerate((negative, positive)):
        for review in reviews:
            counts[review[2]][side] += 1
    order = sorted(counts, key=lambda film: hashlib.sha256(f"reelsense-dev-1:{film}".encode()).hexdigest())
    goal = [round(len(negative) / 10), round(len(positive) / 10)]
    have, taken = [0, 0], set()

    def with_film(film):
        return [have[side] + counts[film][side] for side in (0, 1)]

    def distance(got):
        return sum(abs(goal[side] - got[side]) + (1_000_000 if got[side] == 0 else 0) for side in (0, 1))

    for film in order:
        if all(got <= wanted for got, wanted in zip(with_film(film), goal)):
            have, taken = with_film(film), taken | {film}
    for film in sorted(order, key=lambda film: sum(counts[film])):
        if film not in taken and distance(with_film(film)) < distance(have):
            have, taken = with_film(film), taken | {film}
    return taken


def label(bounds, value):
    return [name for bound, name in bounds if value >= bound][-1]


def labels(review):
    length = review["length"]
    negation = fractions.Fraction(100 * review["negations"], length)
    yield "length", label(LENGTH, length)
    yield "stars", str(review["stars"])
    yield "negation", label(NEGATION, negation) if negation else "none"
    yield "rarity", label(RARITY, fractions.Fraction(100 * review["rare"], length))


def order_of(slice_):
    names = [name for _, name in LENGTH] + [str(stars) for stars in range(1, 11)]
    names += ["none"] + [name for _, name in NEGATION] + [name for _, name in RARITY]
    return ["length", "stars", "negation", "rarity"].index(slice_[0]), names.index(slice_[1])


def main():
    negative, positive, unlabelled = (section(f"train/{kind}") for kind in ("neg", "pos", "unsup"))
    dev = dev_films(negative, positive)
    seen = [review for review in negative + positive if review[2] not in dev] + unlabelled
    counts = collections.Counter(token for review in seen for token in review[3])
    total = sum(counts.values())
    traits = []
    for name, stars, _, tokens in section("test/neg") + section("test/pos"):
        traits.append({
            "id": name,
            "length": len(tokens),
            "stars": stars,
            "negations": sum(token in NEGATIONS for token in tokens),
            "rare": sum(fractions.Fraction(counts[token] * 1_000_000, total) < PER_MILLION for token in tokens),
        })
    slices = collections.defaultdict(lambda: [0, 0])
    for i, review in enumerate(traits):
        for key in labels(review):
            slices[key][0] += 1
            slices[key][1] += i % 3 != 0
    rows = [{"by": by, "label": name, "reviews": slices[by, name][0], "correct": slices[by, name][1]}
            for by, name in sorted(slices, key=order_of)]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with open(TARGET, "w", encoding="ascii", newline="\n") as out:
        out.write('{"seen": %d,\n"traits": [\n' % len(seen))
        out.write(",\n".join(json.dumps(review) for review in traits))
        out.write('\n],\n"slices": [\n')
        out.write(",\n".join(json.dumps(row) for row in rows))
        out.write("\n]}\n")


if __name__ == "__main__":
    main()
