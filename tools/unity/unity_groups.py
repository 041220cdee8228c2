#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which sources of a target may be compiled as one. Usage: unity_groups.py MOST_FILES LIST, where LIST holds `target source` a line.

Prints `target group source` for each, groups from 0. A source keeps names to itself in anonymous namespaces, as static, as macro, or by
`using`; two sources share a group only where no such name of the one is a word of the other, so that neither can hide, double or change
what the other means. Reading is by words, not by grammar: too much is taken for a name rather than too little.
"""
import pathlib
import re
import sys

WORD = re.compile(r"""\s+|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*.*?\*/|\#[^\n]*"""
                  r"""|\d[\w.']*|[A-Za-z_]\w*|::|->|.""", re.S)
OPENING = {"(": ")", "[": "]", "{": "}"}
TYPES = ("struct", "class", "union", "enum")
NOT_NAMES = set(
    "if for while switch return sizeof decltype noexcept alignas requires static_assert const constexpr auto bool int char double float void "
    "long unsigned class struct enum operator default delete true false nullptr final public private inline static".split())


def words(text: str) -> list[str]:
    """Words and signs, without comments, literals and directives (of which a macro's name counts as a word)."""
    found = []
    for part in WORD.finditer(text):
        word = part[0]
        if word[0].isspace() or word[0] in "\"'" or word[0].isdigit() or word.startswith(('R"', "//", "/*")):
            continue
        if word[0] == "#":
            macro = re.match(r"#\s*define\s+(\w+)", word)
            found += ["#define", macro[1]] if macro else []
            continue
        found.append(word)
    return found


def own_names(parts: list[str]) -> tuple[dict[str, str], set[str]]:
    """Names only this file sees, each with what it is brought from (empty: the file's own), and the namespaces it opens as a whole."""
    names: dict[str, str] = {}
    opened: set[str] = set()
    levels: list[str] = []  # of open brackets: "named", "hidden" (a namespace), "enum", "body"
    statement: list[str] = []

    def declare(word: str) -> None:
        if word.isidentifier() and word not in NOT_NAMES:
            names[word] = ""

    def finish(sign: str) -> None:
        """A statement at the level of a namespace that ends with ; or goes on with = ( { [."""
        if not statement:
            return
        if statement[0] == "using":
            if sign == ";" and statement[1] == "namespace":
                opened.add("".join(statement[2:]))
            elif sign == ";":
                name = statement[1] if "=" in statement else statement[-1]
                names[name] = "".join(statement)
        elif "=" in statement:
            return  # named when the sign was met
        elif "hidden" in levels or "static" in statement:
            # Of `struct Row final : Base {` the name comes first, of all else last.
            kinds = [i for i, word in enumerate(statement[:-1]) if word in TYPES and statement[i - 1] not in ("<", ",")]
            if kinds:
                declare(statement[kinds[-1] + 1])
            if sign == "(" or not kinds:
                declare(statement[-1])

    for i, word in enumerate(parts):
        at_top = all(level in ("named", "hidden") for level in levels)
        if word == "#define":
            continue
        if i and parts[i - 1] == "#define":
            names[word] = ""
        elif word in OPENING:
            kind = "body"
            if at_top and word == "{" and "namespace" in statement:
                kind = "hidden" if statement[-1] == "namespace" else "named"
                statement = []
            elif at_top:
                finish(word)
                kind = "enum" if word == "{" and "enum" in statement else "body"
            levels.append(kind)
        elif word in OPENING.values():
            if levels:
                levels.pop()
            if word == "}" and all(level in ("named", "hidden") for level in levels):
                statement = []
        elif at_top and word in (";", "="):
            finish(word)
            statement = statement + ["="] if word == "=" else []
        elif at_top:
            statement.append(word)
        elif levels[-1] == "enum" and "hidden" in levels:
            declare(word)
    return names, opened


class Group:
    """Sources that go together so far."""

    def __init__(self, opened: set[str]) -> None:
        self.files: list[str] = []
        self.names: dict[str, str] = {}
        self.used: set[str] = set()
        self.opened = opened

    def takes(self, names: dict[str, str], used: set[str], opened: set[str]) -> bool:
        if opened != self.opened:
            return False
        for mine, theirs, words_there in ((self.names, names, used), (names, self.names, self.used)):
            for name, origin in mine.items():
                if name in words_there and (origin == "" or theirs.get(name) != origin):
                    return False
        return True

    def add(self, source: str, names: dict[str, str], used: set[str]) -> None:
        self.files.append(source)
        self.names |= names
        self.used |= used


def main() -> None:
    most = int(sys.argv[1])
    groups: dict[str, list[Group]] = {}
    for row in pathlib.Path(sys.argv[2]).read_text().splitlines():
        target, source = row.split(" ", 1)
        parts = words(pathlib.Path(source).read_text())
        names, opened = own_names(parts)
        # A member is found in its class or namespace, whatever the file calls its own.
        used = {w for i, w in enumerate(parts) if w.isidentifier() and (i == 0 or parts[i - 1] not in (".", "->", "::"))} | set(names)
        others = groups.setdefault(target, [])
        group = next((g for g in others if len(g.files) < most and g.takes(names, used, opened)), None)
        if group is None:
            others.append(group := Group(opened))
        group.add(source, names, used)
        print(f"{target} {others.index(group)} {source}")


main()
