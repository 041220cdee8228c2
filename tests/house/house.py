#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that a script can check. Usage: house.py CHECK SOURCE_DIR [BUILD_DIR]. Prints each breach; exit 1 if any."""
import hashlib
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[2]).resolve()
LIB = ROOT / "lib" / "longmen"
breaches: list[str] = []


def breach(text: str) -> None:
    breaches.append(text)


def sources(*roots: str, suffixes=(".hpp", ".cpp")):
    for root in roots:
        for path in sorted((ROOT / root).rglob("*")):
            if path.suffix in suffixes and "node_modules" not in path.parts and "build" not in path.parts:
                yield path


def modules() -> dict[str, int]:
    text = (ROOT / "lib" / "CMakeLists.txt").read_text()
    found = {m: int(f) for m, f in re.findall(r"^longmen_module\((\w+) (\d+)", text, re.M)}
    if len(found) < 10:
        breach("lib/CMakeLists.txt: the floor list could not be read")
    return found


# Third-party headers and the modules that bracket them.
BRACKETS = {
    "sqlite3.h": {"store"}, "xapian.h": {"search"}, "toml++/": {"base"}, "unicode/": {"base"}, "xxhash.h": {"base"},
    "zip.h": {"ingest"}, "expat.h": {"ingest", "graph"}, "archive.h": {"ingest"}, "archive_entry.h": {"ingest"},
    "simdjson.h": {"ingest"}, "uchardet/": {"ingest"}, "uchardet.h": {"ingest"}, "iconv.h": {"ingest"},
    "xlsxwriter.h": {"report"}, "kainjow/": {"report"}, "CLI/": set(), "httplib.h": set(),
    "Eigen/": {"stats", "graph", "indicators", "scoring"}, "boost/": {"graph", "stats"}, "igraph": {"graph"},
}


def floors() -> None:
    floor = modules()
    for path in sources("lib/longmen"):
        module = path.relative_to(LIB).parts[0]
        if module not in floor:
            breach(f"{path.relative_to(ROOT)}: the module `{module}` is not in the floor list")
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            included = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not included:
                continue
            name = included[1]
            where = f"{path.relative_to(ROOT)}:{number}"
            if name.startswith("longmen/"):
                other = name.split("/")[1]
                if other != module and floor.get(other, 99) >= floor[module]:
                    breach(f"{where}: {module} (floor {floor[module]}) includes {other} (floor {floor.get(other)})")
                if other != module and "/detail/" in name:
                    breach(f"{where}: private header of another module: {name}")
                if not (ROOT / "lib" / name).exists():
                    breach(f"{where}: no such header: {name}")
            for prefix, allowed in BRACKETS.items():
                if name.startswith(prefix) and module not in allowed:
                    breach(f"{where}: {name} belongs to {sorted(allowed) or 'tools'}")


def mirror() -> None:
    for path in sources("lib/longmen", suffixes=(".cpp",)):
        relative = path.relative_to(LIB)
        if "detail" in relative.parts:
            continue
        header = path.with_suffix(".hpp")
        if not header.exists():
            continue
        test = ROOT / "tests" / "unit" / relative.parts[0] / f"test_{relative.stem}.cpp"
        if not test.exists():
            breach(f"{relative}: its unit test {test.relative_to(ROOT)} is missing")


def heads() -> None:
    for path in sources("lib", "tools", "tests", "examples"):
        lines = path.read_text().splitlines()
        where = path.relative_to(ROOT)
        if not lines or lines[0] != "// SPDX-License-Identifier: GPL-3.0-or-later":
            breach(f"{where}: the first line is not the licence line")
        elif len(lines) < 2 or not lines[1].startswith("// ") or len(lines[1]) < 15:
            breach(f"{where}: the second line does not say what the file is for")
        limit = 400 if "tests" in where.parts else 500
        if len(lines) > limit:
            breach(f"{where}: {len(lines)} lines, more than {limit}")
        if path.suffix == ".hpp" and "#pragma once" not in lines:
            breach(f"{where}: no #pragma once")


def own_first() -> None:
    """A source includes its own header before all others: so that header compiles alone. A public header without a
    source is compiled alone (tests/house/CMakeLists.txt); so is one whose source does not include it."""
    for path in sources("lib", suffixes=(".cpp",)):
        header = path.with_suffix(".hpp")
        includes = re.findall(r"^#include <(.*)>", path.read_text(), re.M)
        own = header.relative_to(ROOT / "lib").as_posix()
        if header.exists() and own in includes and includes[0] != own:
            breach(f"{path.relative_to(ROOT)}: <{own}> is not the first include")


HEAD_LABELS = ("Question", "Definition", "Source", "Variant", "Undefined", "Inputs", "Result", "Errors", "Cost", "Stable",
               "Checked by", "Grade")
NEEDED_LABELS = {"Question", "Definition", "Source", "Result", "Cost", "Stable", "Checked by", "Grade"}


def indicator_heads() -> None:
    """Heads of algorithms: labels in their order, sources in the bibliography, tests that exist."""
    bibliography = (ROOT / "docs" / "references.bib").read_text()
    known = set(re.findall(r"^@\w+\{([\w-]+),", bibliography, re.M))
    for entry in re.split(r"(?m)^(?=@)", bibliography)[1:]:
        if entry.count("{") != entry.count("}") or " title" not in entry:
            breach(f"docs/references.bib: an entry is not whole: {entry.splitlines()[0]}")
    tests = {path.stem for path in (ROOT / "tests").rglob("test_*.cpp")}
    seen = 0
    for path in sorted(LIB.glob("indicators/*.hpp")) + sorted(LIB.glob("graph/*.hpp")):
        for comment in re.findall(r"(?:^///.*\n)+", path.read_text(), re.M):
            found = re.findall(r"^/// (" + "|".join(HEAD_LABELS) + r")\b *(.*)$", comment, re.M)
            labels = [label for label, _ in found]
            if "Question" not in labels:
                continue
            seen += 1
            where = path.relative_to(ROOT)
            if labels != sorted(labels, key=HEAD_LABELS.index):
                breach(f"{where}: labels out of order: {', '.join(labels)}")
            # Measures of whole networks may tell their result in the struct they return.
            needed = NEEDED_LABELS - ({"Definition", "Result", "Grade"} if path.parent.name == "graph" else set())
            for label in sorted(needed - set(labels)):
                breach(f"{where}: no `{label}`")
            for label, text in found:
                if label == "Source" and not any(key in known for key in re.findall(r"[\w-]+", text)):
                    breach(f"{where}: source `{text}` is not in docs/references.bib")
                if label == "Checked by" and not any(key in tests for key in re.findall(r"\w+", text)):
                    breach(f"{where}: no such test: {text}")
    if not seen:
        breach("no head of an indicator found")


def lists() -> None:
    text = (ROOT / "tools" / "commands.cmake").read_text()
    commands = re.findall(r"^longmen_command\((\w+) ", text, re.M)
    if not commands:
        breach("tools/commands.cmake: no commands")
    for name in commands:
        for needed in (f"tools/commands/{name}.cpp", f"docs/commands/{name}.md", f"tests/cli/{name}/cases.cmake"):
            if not (ROOT / needed).exists():
                breach(f"command {name}: {needed} is missing")
    for path in sorted((ROOT / "tools" / "commands").glob("*.cpp")):
        if path.stem not in commands:
            breach(f"{path.relative_to(ROOT)}: not in tools/commands.cmake")
    for path in sorted((ROOT / "docs" / "commands").glob("*.md")):
        if path.stem not in commands and path.stem != "common":
            breach(f"{path.relative_to(ROOT)}: no such command")
    for module in modules():
        if (LIB / module).is_dir() and any((LIB / module).glob("*.hpp")) and not (LIB / module / "README.md").exists():
            breach(f"lib/longmen/{module}/README.md is missing")


def doc_paths() -> None:
    pattern = re.compile(r"`((?:lib|tools|tests|examples|models|docs|datasets|\.ci)/[\w./-]*)`")
    pages = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*.md")), *sorted(LIB.rglob("*.md"))]
    for page in pages:
        for number, line in enumerate(page.read_text().splitlines(), 1):
            for path in pattern.findall(line):
                if not (ROOT / path).exists():
                    breach(f"{page.relative_to(ROOT)}:{number}: `{path}` does not exist")


def manual_options() -> None:
    """Every option of `--help` stands on the command's page, and every one named on a page exists."""
    program = pathlib.Path(sys.argv[3]) / "bin" / "longmen"
    common = set(re.findall(r"--[a-z][a-z-]+", (ROOT / "docs" / "commands" / "common.md").read_text()))
    pages = [p for p in sorted((ROOT / "docs" / "commands").glob("*.md")) if p.stem != "common"]
    known: set[str] = set()
    for page in pages:
        out = subprocess.run([program, page.stem, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
        offered = set(re.findall(r"^  (?:-.,)?(--[a-z][a-z-]+)", out, re.M))
        known |= offered
        text = page.read_text()
        for option in sorted(offered - common - set(re.findall(r"--[a-z][a-z-]+", text))):
            breach(f"{page.relative_to(ROOT)}: {option} is not described")
        for option in sorted(set(re.findall(r"^\| `(?:-\w`, `)?(--[a-z][a-z-]+)", text, re.M)) - offered):
            breach(f"{page.relative_to(ROOT)}: {option} is no option of the command")
    for option in sorted(common - known):
        breach(f"docs/commands/common.md: {option} is no option of any command")


BANNED = {
    r" U exit$": "exit", r" U _?abort$": "abort", r" U rand$": "rand", r" U getenv$": "getenv", r" U system$": "system",
    r" U _ZSt4cout": "std::cout", r" U _ZSt4cerr": "std::cerr", r" U printf$": "printf", r" U puts$": "puts",
    r" U _ZNSt6chrono3_V212system_clock3nowEv": "system_clock", r" U time$": "time",
}


def banned_symbols() -> None:
    build = pathlib.Path(sys.argv[3])
    libraries = sorted((build / "lib").glob("liblongmen_*.a"))
    if not libraries:
        breach("no libraries in the build folder")
    for library in libraries:
        out = subprocess.run(["nm", "-u", "-A", str(library)], capture_output=True, text=True, check=True).stdout
        for line in out.splitlines():
            for symbol, name in BANNED.items():
                if re.search(symbol, line):
                    breach(f"{library.name}: {name} in {line.split(':')[1]}")


def datasets() -> None:
    for folder in sorted(p for p in (ROOT / "datasets").glob("*") if p.is_dir()):
        readme = folder / "README.md"
        text = readme.read_text() if readme.exists() else ""
        if not text:
            breach(f"datasets/{folder.name}: no README.md")
        for path in sorted(folder.iterdir()):
            if path.suffix in (".py", ".md") or path.is_dir():
                continue
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest not in text:
                breach(f"datasets/{folder.name}/{path.name}: its sha256 is not in README.md")


def speech() -> None:
    tracked = subprocess.run(["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True).stdout.split("\n")
    for name in tracked:
        path = ROOT / name
        if not name or not path.is_file() or path.suffix not in (".hpp", ".cpp", ".md", ".toml", ".cmake", ".sh", ".py", ".txt"):
            continue
        if name == "tests/house/house.py":
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
                breach(f"{name}:{number}: a promise instead of the thing: {line.strip()[:80]}")
            if re.search(r'https?://[\w.]*(registry|deb)[\w.]*/', line):
                breach(f"{name}:{number}: a package host is named")
    lock = ROOT / "package-lock.json"
    if lock.exists() and '"resolved"' in lock.read_text():
        breach("package-lock.json: download addresses are recorded")
    if lock.exists():
        json.loads(lock.read_text())


CHECKS = {f.__name__: f for f in (floors, mirror, heads, own_first, indicator_heads, lists, doc_paths, banned_symbols, datasets, manual_options, speech)}
CHECKS[sys.argv[1]]()
for text in breaches:
    print(text)
sys.exit(1 if breaches else 0)
