# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the reports in Chromium: every chart drawn, no console error, no request, no overflow, Chinese text drawn.

Usage: check_reports.py <longmen> <bundled park>
"""
import html
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--virtual-time-budget=5000"]
# Measured inside the page: what is drawn, how wide it is, and whether Chinese is more than one blank box.
PROBE = """<script>addEventListener("load", () => setTimeout(() => {
  const plots = [...document.querySelectorAll("figure.chart .plot")];
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const ink = (text) => {
    canvas.canvas.width = 80; canvas.canvas.height = 80;
    canvas.font = "48px " + getComputedStyle(document.body).fontFamily;
    canvas.fillText(text, 8, 60);
    return canvas.getImageData(0, 0, 80, 80).data.filter((value, i) => i % 4 === 3 && value > 64).length;
  };
  const marks = plots.map((plot) => plot.querySelectorAll("svg path").length);
  document.body.dataset.probe = JSON.stringify({
    charts: plots.length, drawn: marks.filter((count) => count > 3).length,
    width: document.documentElement.scrollWidth, window: innerWidth,
    requests: performance.getEntriesByType("resource").length,
    glyphs: ["一", "龙", "赢"].map(ink),
  });
}, 300));</script>"""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)


def probe(browser, page, width, folder):
    opened = run(browser, *FLAGS, f"--user-data-dir={folder}/profile", f"--window-size={width},1200",
                 "--enable-logging=stderr", "--dump-dom", page.as_uri())
    errors = [line for line in opened.stderr.splitlines() if "CONSOLE" in line]
    found = re.search(r'data-probe="([^"]*)"', opened.stdout)
    assert found, "the page did not finish its script"
    import json
    return errors, json.loads(html.unescape(found.group(1)))


def picture_has_colour(browser, page, folder):
    """The first screen is no blank sheet: its picture holds many different rows of pixels."""
    shot = folder / "shot.png"
    run(browser, *FLAGS, f"--user-data-dir={folder}/profile", "--window-size=1280,1600", f"--screenshot={shot}",
        page.as_uri())
    data = shot.read_bytes()
    at, body = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IDAT":
            body += data[at + 8:at + 8 + size]
        at += size + 12
    raw = zlib.decompress(body)
    return len({raw[i:i + 400] for i in range(0, len(raw) - 400, 4001)})


def main():
    longmen, park = sys.argv[1], pathlib.Path(sys.argv[2])
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        print("chromium is not on this machine; the reports were not opened")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        workspace = str(folder / "w")
        files = ["企业名单.xlsx", "年度数据.csv", "园区专利_incoPat导出.xlsx", "竞争对手专利_incoPat导出.csv.xz"]
        run(longmen, "import", "-w", workspace, "--quiet", *[str(park / file) for file in files])
        reports = {
            "park": ["navigate", "park"], "enterprise": ["navigate", "enterprise", "山西鎏垣铸业股份有限公司"],
            "english": ["navigate", "park", "--lang", "en"], "portfolio": ["portfolio", "山西鎏垣铸业股份有限公司"],
            "validation": ["validate", "--outcome", "in_force", "--as-of", "2016-12-31", "--years", "3", "--drop-undated"]}
        for report, words in reports.items():
            page = folder / f"{report}.html"
            run(longmen, *words, "-w", workspace, "-o", str(page), "--quiet")
            text = page.read_text(encoding="utf-8")
            again = folder / "again.html"
            run(longmen, *words, "-w", workspace, "-o", str(again), "--overwrite", "--quiet")
            assert again.read_text(encoding="utf-8") == text, "the same report has other bytes"
            policy = re.search(r"<meta http-equiv[^>]*>", text).group(0)
            probed = folder / "probed.html"
            probed.write_text(text.replace("</body>", PROBE + "</body>"), encoding="utf-8")
            for width in (1280, 500):
                errors, seen = probe(browser, probed, width, folder)
                print(report, width, seen)
                assert not errors, errors
                assert "default-src 'none'" in policy
                assert seen["charts"] >= 6 and seen["drawn"] == seen["charts"], "a chart is not drawn"
                assert seen["requests"] == 0, "the page asked for something"
                assert seen["width"] <= seen["window"], "the page is wider than its window"
                one, dragon, win = seen["glyphs"]
                assert 0 < one < dragon < win, "Chinese characters are not drawn as such"
            assert picture_has_colour(browser, page, folder) > 20, "the picture of the page is blank"


if __name__ == "__main__":
    main()
