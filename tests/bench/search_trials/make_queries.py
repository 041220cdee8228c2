# SPDX-License-Identifier: GPL-3.0-or-later
"""Known-item queries from records of a table (number, title, abstract, ...), made by seed: what a person would type who has seen the
record once. Kinds: `paraphrase` (words in another order, filler dropped, other words for some), `middle` (words from the middle of
the abstract), `mixed` (terms of the title in the other language, and Latin terms or numbers of the abstract).

Usage: make_queries.py <table.tsv> <records> <seed> <output folder>; writes <kind>.queries: id, text, number of the record.
"""
import pathlib
import random
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
WORDS = tomllib.loads((HERE / "person.toml").read_text(encoding="utf-8"))
FILLER_ZH = re.compile("一种|所述|新型|改进型|(?<!应)用于|该|本发明|的(?=方法|装置|系统|设备|工艺|结构)")
GENERIC = {"方法", "装置", "系统", "控制", "检测", "测量"}
FILLER_EN = {"a", "an", "the", "of", "for", "and", "thereof", "its", "with", "in", "to", "by", "same", "using", "on", "or", "from", "having"}
HAN = re.compile("[\u3400-\u9fff]")


def chinese(text):
    return bool(HAN.search(text))


def replaced(text, table, chance, rng):
    """Each term of the table that stands in the text is exchanged with this chance; longer terms first, no place twice."""
    out, at = [], 0
    terms = sorted(table, key=len, reverse=True)
    while at < len(text):
        term = next((t for t in terms if text.startswith(t, at)), None)
        if term is None:
            out.append(text[at])
            at += 1
            continue
        choice = table[term] if isinstance(table[term], str) else rng.choice(table[term])
        out.append(choice if rng.random() < chance else term)
        at += len(term)
    return "".join(out)


def paraphrase_zh(title, rng):
    text = title
    m = re.fullmatch("(?:一种)?用于(.+?)的(.+)", text)
    if m and rng.random() < 0.6:  # 用于X的Y: X用Y, Y 用于X, X Y
        x, y = m.groups()
        text = rng.choice([f"{x}用{y}", f"{y}，用于{x}", f"{x} {y}"])
    else:
        m = re.fullmatch("(?:一种)?(.+)的(.+)", text)
        if m and rng.random() < 0.5:  # X的Y: XY, Y X
            x, y = m.groups()
            text = rng.choice([f"{x}{y}", f"{y} {x}", f"{x} {y}"])
    m = re.fullmatch("(.+?)(?:及其|以及|及|和|与)([^的]{2,})", text)
    if m and rng.random() < 0.5:
        x, y = m.groups()
        text = rng.choice([f"{y}和{x}", f"{x} {y}", f"{x}"] if len(x) > 5 else [f"{x} {y}"])
    text = FILLER_ZH.sub(lambda f: "" if rng.random() < 0.8 else f.group(), text)
    text = replaced(text, WORDS["chinese"], 0.4, rng)
    if rng.random() < 0.2:
        text = rng.choice(["关于", "一种", "有关"]) + text
    return text.strip("，, ") or title


def other_form(word, rng):
    """Another form of an English word, roughly as a person would type it."""
    if re.fullmatch(r"[a-z]{4,}s", word) and not word.endswith("ss"):
        return word[:-1]
    if re.fullmatch(r"[a-z]{5,}ing", word) and rng.random() < 0.5:
        return word[:-3] + rng.choice(["ed", "es" if word[-4] in "sxz" else "s"])
    if re.fullmatch(r"[a-z]{4,}[^sxzyh]", word) and rng.random() < 0.5 and not word.endswith(("ing", "ed", "al", "ic", "ive", "ous", "ent", "able")):
        return word + "s"
    return word


def paraphrase_en(title, rng):
    text = title.lower()
    m = re.fullmatch(r"(?:an? )?(method|process|apparatus|system|device)s? (?:for|of|to) (.+)", text)
    if m and rng.random() < 0.6:
        text = f"{m.group(2)} {m.group(1)}"
    else:
        parts = re.split(r" (?:for|of|and|with|having|using|based on) ", text)
        if len(parts) > 1 and rng.random() < 0.6:
            rng.shuffle(parts)
            text = " ".join(parts)
    text = " ".join(w for w in text.split() if w not in FILLER_EN or rng.random() < 0.3)
    for term, choices in WORDS["english"].items():
        if re.search(rf"\b{term}\b", text) and rng.random() < 0.4:
            text = re.sub(rf"\b{term}\b", rng.choice(choices), text)
    return " ".join(other_form(w, rng) if rng.random() < 0.3 else w for w in text.split())


def middle(abstract, rng):
    if chinese(abstract):
        pieces = [p for p in re.split("[，。；：、！？（）()\\s,;:]+", abstract[len(abstract) // 4:-len(abstract) // 4]) if len(HAN.findall(p)) >= 4]
        if len(pieces) < 2:
            return ""
        at = rng.randrange(len(pieces) - 1)
        taken = " ".join(pieces[at:at + rng.choice([1, 2, 2, 3])])
        start = rng.randrange(4) if len(taken) > 24 else 0
        return taken[start:start + 30].strip()
    words = re.findall(r"[A-Za-z0-9][A-Za-z0-9\-]*", abstract)
    if len(words) < 40:
        return ""
    at = rng.randrange(len(words) // 4, len(words) * 3 // 4)
    return " ".join(words[at:at + rng.randrange(8, 13)])


def latin_of(text):
    return [w for w in re.findall(r"[A-Za-z0-9][A-Za-z0-9.\-/]*[A-Za-z0-9]|[A-Z]", text) if re.search("[A-Z]|[0-9]", w) and len(w) > 1]


def mixed(title, abstract, rng):
    """Empty when the title has nothing to exchange and the abstract no Latin term to add."""
    if chinese(title):
        text = FILLER_ZH.sub("", title)
        table = WORDS["other_language"]
        found = [t for t in table if t in text]
        rng.shuffle(found)
        found.sort(key=lambda t: t in GENERIC)  # what the thing is about first
        keep = found[:max(1, (len(found) + 1) // 2)]
        out = replaced(text, {t: f" {table[t]} " for t in keep}, 1.0, rng)
        extra = [w for w in dict.fromkeys(latin_of(abstract)) if w.lower() not in out.lower() and re.search("[A-Za-z]{2}|[A-Z][0-9]+[A-Z]", w)]
        if not keep and not extra:
            return ""
        if extra and (not keep or rng.random() < 0.4):
            out += " " + rng.choice(extra)
        return re.sub(" +", " ", out).strip()
    text = " " + title.lower() + " "
    back = {en: zh for zh, en in WORDS["other_language"].items()}
    found = [en for en in sorted(back, key=len, reverse=True) if re.search(rf"\b{en}s?\b", text)]
    keep = found[:max(1, (len(found) + 1) // 3)]
    if not keep:
        return ""
    for en in keep:
        text = re.sub(rf"\b{en}s?\b", f" {back[en]} ", text)
    return re.sub(" +", " ", text).strip()


def main(table, records, seed, folder):
    rows = [line.rstrip("\n").split("\t") for line in open(table, encoding="utf-8")]
    rng = random.Random(int(seed))
    rng.shuffle(rows)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made = {"paraphrase": [], "middle": [], "mixed": []}
    for number, title, abstract, *_ in rows:
        if len(title) < 4:
            continue
        for kind, text in (("paraphrase", (paraphrase_zh if chinese(title) else paraphrase_en)(title, rng)),
                           ("middle", middle(abstract, rng)), ("mixed", mixed(title, abstract, rng))):
            if text and len(made[kind]) < int(records):
                made[kind].append((text, number))
        if all(len(m) >= int(records) for m in made.values()):
            break
    for kind, queries in made.items():
        with open(folder / f"{kind}.queries", "w", encoding="utf-8") as out:
            for i, (text, number) in enumerate(queries):
                out.write(f"{kind}-{i}\t{text}\t{number}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
