# Another implementation of DevSplit, for RealArchiveTest: python3 dev_split.py aclImdb_v1.tar.gz
# Prints the dev set's size, what room was left, its films, some ids, and the SHA-256 of all ids, one a line.
import hashlib, re, sys, tarfile
SALT = "reelsense-dev-1:"
names, films = [], {}
with tarfile.open(sys.argv[1]) as tar:
    for member in tar:
        m = re.fullmatch(r"aclImdb/train/(neg|pos)/((\d+)_(\d+))\.txt", member.name)
        if m: names.append((m[1], int(m[3]), m[2]))
        m = re.fullmatch(r"aclImdb/train/urls_(neg|pos)\.txt", member.name)
        if m: films[m[1]] = [re.search("/title/([^/]*)", l)[1] for l in tar.extractfile(member).read().decode().splitlines()]
names.sort()
count = {}
for label, number, _ in names:
    count.setdefault(films[label][number], {"neg": 0, "pos": 0})[label] += 1
dev, room = set(), {"neg": 1250, "pos": 1250}
for film in sorted(count, key=lambda f: hashlib.sha256((SALT + f).encode()).hexdigest()):
    if all(count[film][l] <= room[l] for l in room):
        dev.add(film)
        for l in room: room[l] -= count[film][l]
ids = [f"train/{label}/{stem}" for label, number, stem in names if films[label][number] in dev]
print(len(ids), room, len(dev), ids[:3], ids[-1])
print(hashlib.sha256("".join(i + "\n" for i in ids).encode()).hexdigest())
