#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether hostile texts stay texts: opens the page that HostileMarkupTests wrote in Chromium.

usage: check_markup.py CHROMIUM FOLDER

The page has the same pieces for each of its texts, the first of which is plain, and holds as data
what each must be once a browser has read it.
"""

import shutil
import sys

from playwright.sync_api import sync_playwright

READ = """() => {
  const shape = element => element.tagName + "(" + [...element.children].map(shape).join("") + ")";
  const all = [...document.body.children].filter(child => child.tagName !== "SCRIPT");
  return {
    data: JSON.parse(document.getElementById("data").textContent),
    title: document.title, ran: window.ran, began: window.began,
    shapes: all.map(shape),
    texts: [...document.querySelectorAll("[data-text]")].map(e => [+e.dataset.text, e.textContent]),
    lines: [...document.querySelectorAll("[data-lines]")].map(e => [+e.dataset.lines, e.textContent]),
    attributes: [...document.querySelectorAll("[data-attributes]")].map(e =>
      [+e.dataset.attributes, [...e.attributes].map(a => [a.name, a.value])]),
    handlers: [...document.querySelectorAll("*")].flatMap(e => [...e.attributes])
      .filter(a => a.name.startsWith("on")).length,
    comments: document.evaluate("count(//comment())", document, null, 1, null).numberValue,
  };
}"""


def main(chromium, folder):
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which(chromium), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"file://{folder}/markup.html")
        found = page.evaluate(READ)
        browser.close()
    data = found["data"]
    assert len(data) > 15 and data[0] == ["plain", "plain"], data
    assert found["began"] == 1 and not found["ran"], "the page's own script, and no other"
    assert found["handlers"] == 0 and found["comments"] == 0, found
    assert found["title"] == " ".join("".join(line for line, _ in data).split()), found["title"]

    # The pieces of a hostile text are those of the plain one.
    shapes = found["shapes"]
    each = len(shapes) // len(data)
    assert each * len(data) == len(shapes) and each > 25, (each, len(shapes))
    for place in range(len(data)):
        assert shapes[place * each:(place + 1) * each] == shapes[:each], data[place]

    assert len(found["texts"]) > 35 * len(data), len(found["texts"])
    for place, text in found["texts"]:
        assert text == data[place][0], (text, data[place])
    assert len(found["lines"]) == len(data)
    for place, text in found["lines"]:
        assert text == data[place][1], (text, data[place])

    assert len(found["attributes"]) == 4 * len(data), len(found["attributes"])
    known = {"class", "id", "aria-label", "title", "href", "data-attributes"}
    for place, attributes in found["attributes"]:
        for name, value in attributes:
            assert name in known, name
            if name != "data-attributes":
                assert value == data[place][0], (name, value, data[place])
    print(f"{len(found['texts'])} texts and {len(found['attributes'])} elements with attributes "
          "arrive as they were written")


main(*sys.argv[1:])
