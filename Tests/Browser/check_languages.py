#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the participants' page in each of its languages, on a desktop and on a phone.

usage: check_languages.py CHROMIUM FOLDER [SCREENSHOTS]

FOLDER holds language-en.html, language-fr.html … as LanguagePagesTests write them. What the page and
its script say must be words of the language's table and none of English, nothing may scroll
sideways, and what is written from the right must begin there.
"""

import csv
import pathlib
import re
import shutil
import sys

from playwright.sync_api import sync_playwright

from check_participants import DESKTOP, PHONE, Visit

WORDS = pathlib.Path(__file__).parents[2] / "Sources/Languages/Words"
LANGUAGES = ["en", "fr", "es", "ar", "zh", "ru"]


def table(language):
    """Words without gaps, by key and category."""
    with open(WORDS / f"{language}.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["key"], row["count"]): row["words"] for row in rows if "{" not in row["words"]}


def said(page):
    """All that can be read or heard on the page."""
    return page.evaluate("""() => [document.body.innerText,
      ...[...document.querySelectorAll("[aria-label]")].map(e => e.getAttribute("aria-label")),
      ...[...document.querySelectorAll("[placeholder]")].map(e => e.placeholder),
      ...[...document.querySelectorAll("option, .unseen")].map(e => e.textContent)].join("\\n")""")


def use(visit, page, words):
    """Through views, a session, the agenda and a clock; what was said on the way."""
    heard = [said(page)]
    for key in ("script.view.grid", "script.view.list", "script.agenda"):
        visit.view(words[key, ""])
        visit.no_sideways_scroll()
        heard.append(said(page))
    visit.view(words["script.view.list", ""])
    page.locator(".session .pick").first.click()
    heard.append(said(page))
    page.locator(".session .title").first.click()
    heard.append(said(page))
    page.keyboard.press("Escape")
    visit.view(words["script.agenda", ""])
    page.get_by_role("button", name=words["script.agenda.empty", ""], exact=True).click()
    heard.append(said(page))
    page.get_by_role("button", name=words["script.undo", ""], exact=True).click()
    page.select_option("#clock", "utc")
    heard.append(said(page))
    return "\n".join(heard)


def check(visit, language, options, name):
    words, english = table(language), table("en")
    page = visit.open(f"language-{language}", timezone_id="America/Lima", **options)
    visit.shot(f"{language}-{name}")
    text = use(visit, page, words)
    # The sessions are in English: only words of several parts are the page's own for sure.
    left = [word for key, word in english.items()
            if key[0].startswith(("page.", "script.")) and " " in word and words.get(key) != word
            and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    assert not left, f"in English: {left}"
    keys = re.findall(r"\b(?:page|script|date|list)\.[a-z][a-z.-]+", text)
    assert not keys, keys
    assert not re.search(r"\{[a-z-]+\}", text), "a gap is open"
    if language == "ar":
        box = page.locator("h1 bdi").bounding_box()
        width = page.viewport_size["width"]
        assert width - box["x"] - box["width"] < box["x"] or box["width"] > width * .6, box
    page.evaluate("scrollTo(0, 0)")
    visit.view(words["script.view.grid", ""])
    visit.shot(f"{language}-{name}-grid")
    visit.axe(f"{language} {name}")
    assert not visit.faults, visit.faults
    visit.close()


def main(chromium, folder, shots=None):
    failures = 0
    shots = pathlib.Path(shots) if shots else None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which(chromium), args=["--no-sandbox"])
        visit = Visit(browser, pathlib.Path(folder).resolve(), shots)
        for language in LANGUAGES:
            for name, options in (("desktop", DESKTOP), ("phone", PHONE)):
                try:
                    check(visit, language, options, name)
                    print(f"{language}, {name}: ok", flush=True)
                except Exception as fault:
                    failures += 1
                    print(f"{language}, {name}: FAILED\n{fault}", flush=True)
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
