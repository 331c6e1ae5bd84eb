#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the board as the program serves it, in headless Chromium.

usage: check_board_served.py CHROMIUM PROGRAMME [SCREENSHOTS]

What answers may look like, and connections that break, is tried with a stand-in (check_board.py); here it
is that the page and the program understand each other, and that nothing is lost when the program is killed.
ASSETS=FOLDER in the environment takes the page from there (index.html and assets/), to try it without a build.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

import check_board


class Served:
    """The program, serving a copy of a scenario; killed and started again on the same port."""

    def __init__(self, programme, scenario, work):
        self.programme, self.work, self.port = programme, pathlib.Path(work), 0
        self.scenario = self.work / "scenario"
        shutil.copytree(scenario, self.scenario)
        subprocess.run([programme, "draft", self.scenario, "--out", self.work / "draft"], check=True, capture_output=True)
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.programme, "board", self.scenario, self.work / "draft", "--out", self.work / "out",
             "--port", str(self.port), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read()
        said = json.loads(line)
        self.port, self.address = said["port"], said["address"]

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=60)


def window(browser, served, bodies, faults):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script("localStorage.setItem('board-author', 'Ada');" + check_board.SAME_KEYS
                            if bodies is not None else "localStorage.setItem('board-author', 'Grace');")
    page = context.new_page()
    page.set_default_timeout(15000)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    if bodies is not None:
        page.on("request", lambda request: bodies.append(request.post_data)
                if request.method == "POST" and request.url.endswith("/acts") else None)
    if folder := os.environ.get("ASSETS"):
        site = pathlib.Path(folder)
        page.route("**/assets/*", lambda route: route.fulfill(
            path=site / "assets" / route.request.url.rsplit("/", 1)[1],
            content_type="text/css" if route.request.url.endswith(".css") else "text/javascript"))
        page.route(served.address, lambda route: route.fulfill(path=site / "index.html", content_type="text/html"))
    page.goto(served.address)
    page.wait_for_selector(".session")
    return page


def settled(page):
    page.wait_for_function("() => !document.querySelector('.is-waits') && !document.querySelector('.link-state')")


def cost(page):
    return int(page.locator(".cost-total b").inner_text())


def moves(browser, served, faults):
    """Moving: dragged, clicked and typed, the same bytes; the price that was shown is what it then costs."""
    sent = []
    for way in (check_board.by_drag, check_board.by_clicks, check_board.by_keys):
        bodies = []
        page = window(browser, served, bodies, faults)
        page.locator(".view").nth(1).click()
        id_ = "town-1"
        before = cost(page)
        check_board.session(page, id_).click()
        check_board.lifted(page)
        target = page.locator("td:not(.busy) > .place:not(.is-barred):not(.is-never)").first
        key, price = target.get_attribute("data-place"), target.inner_text()
        page.keyboard.press("Escape")
        way(page, id_, key)
        settled(page)
        change = int(price.replace("±", "").replace("−", "-"))
        assert cost(page) == before + change, (way.__name__, before, price, cost(page))
        sent.append({name: value for name, value in json.loads(bodies[0]).items() if name != "base"})
        page.keyboard.press("Control+z")
        page.wait_for_function(f"() => document.querySelector('.cost-total b').textContent === '{before}'")
        settled(page)
        # The next way asks with the same key, which is spent: it must be another board's.
        page.context.close()
        served.kill()
        shutil.rmtree(served.work / "out")
        served.start()
    assert len({json.dumps(body) for body in sent}) == 1, sent


def killed(browser, served, faults):
    """A kill: what was answered is there again, what was not is sent again; undo reaches over the restart."""
    page = window(browser, served, None, faults)
    check_board.session(page, "cyber-1").click()
    check_board.lifted(page)
    key = page.locator("td:not(.busy) > .place").first.get_attribute("data-place")
    check_board.place(page, key).click()
    settled(page)
    served.kill()
    page.wait_for_selector(".link-state.is-lost")
    check_board.session(page, "cyber-1").click(modifiers=["Control"])
    page.locator(".tab", has_text="Several").click()
    page.get_by_label("by minutes").fill("15")
    page.get_by_role("button", name="Move", exact=True).click()
    page.wait_for_selector(".is-waits")
    served.start()
    page.wait_for_selector(".link-state", state="detached", timeout=30000)
    settled(page)
    page.locator(".tab", has_text="History").click()
    page.locator(".act-head").nth(1).wait_for()
    assert page.locator(".act-head").count() == 2
    page.locator(".panel-body").get_by_role("button", name="Undo").click()
    page.locator(".act-head").nth(2).wait_for()
    assert "Undid act" in page.locator(".panel-body .card").first.inner_text()


def solved(browser, served, faults):
    """A solve: the real solver mends what was broken, and its answer is accepted whole."""
    page = window(browser, served, None, faults)
    best = cost(page)
    check_board.session(page, "nri-1").click()
    check_board.lifted(page)
    page.locator(".place.is-barred").first.click()
    page.wait_for_selector(".cost-total.is-bad")
    page.locator(".tab", has_text="Solve").click()
    page.get_by_role("button", name="Improve").click()
    page.get_by_role("button", name="Accept all …").click(timeout=60000)
    page.get_by_label("Why").fill("the solver's")
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    page.wait_for_selector(".cost-total.is-good")
    assert cost(page) <= best, (cost(page), best)


def what_if(browser, served, faults):
    """A what-if of the tables: its cost and moves, none of which the draft takes over; the draft is kept and listed."""
    page = window(browser, served, None, faults)
    before = cost(page)
    page.locator(".tab", has_text="What-ifs").click()
    page.get_by_role("button", name="Ask", exact=True).first.click()
    page.locator(".solve .verdict").wait_for(timeout=60000)
    page.locator(".solve .plain-list button").first.click()
    page.wait_for_selector(".is-found")
    assert cost(page) == before
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_role("button", name="Keep as it is now …").click()
    page.get_by_label("What for").fill("before lunch")
    page.keyboard.press("Enter")
    page.get_by_text("It is in the history as draft").wait_for()
    page.get_by_label("With").select_option("kept:1")
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("0 sessions elsewhere").wait_for()
    listed = subprocess.run([served.programme, "drafts", served.scenario, "--out", served.work / "out", "--json"],
                            check=True, capture_output=True, text=True)
    assert [draft["note"] for draft in json.loads(listed.stdout)["drafts"]] == ["before lunch"], listed.stdout


def published(browser, served, faults):
    """Publishing: what the program would publish is shown, then published, and stands in the history with why."""
    page = window(browser, served, None, faults)
    page.locator(".tab", has_text="Publish").click()
    page.get_by_label("Status").select_option("final")
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Folder of the register and files").fill(str(served.work / "site"))
    page.get_by_role("button", name="Show what would be published").click()
    page.get_by_text("Would be publication 1 (final): 12 sessions").wait_for()
    assert not (served.work / "site").exists()
    page.get_by_role("button", name="Publish this …").click()
    page.get_by_label("Why").fill("the committee agreed")
    page.get_by_role("dialog").get_by_role("button", name="Publish", exact=True).click()
    page.get_by_role("heading", name="Published", exact=True).wait_for()
    assert (served.work / "site/public/index.html").is_file()
    page.locator(".tab", has_text="History").click()
    page.get_by_text("Published as publication 1 (final), kept as draft 1").wait_for()
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_text("It is in the history as draft 1.").wait_for()
    page.get_by_role("button", name="Rename …").click()
    page.get_by_label("Its name").fill("After publication")
    page.keyboard.press("Enter")
    page.locator(".panel-body").get_by_role("button", name="After publication").wait_for()
    listed = subprocess.run([served.programme, "drafts", served.scenario, "--out", served.work / "out", "--json"],
                            check=True, capture_output=True, text=True)
    # What people know by its former name is there under it; nothing was done to it since, so it is there once.
    assert [draft["name"] for draft in json.loads(listed.stdout)["drafts"]] == ["schedule"], listed.stdout


def tables(browser, served, faults):
    """Tables: a finding beside the cell, the difference first, the file saved with the rest as it was."""
    page = window(browser, served, None, faults)
    file = served.scenario / "rooms.csv"
    text = file.read_text(encoding="utf-8")
    page.locator(".tab", has_text="Tables").click()
    page.get_by_role("button", name=re.compile("^rooms")).click()
    cell = page.get_by_label("capacity, row 2")
    cell.fill("many")
    page.keyboard.press("Tab")
    page.locator("td.bad .finding").first.wait_for()
    cell.fill("85")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Show what changes …").click()
    page.get_by_label("Why (for").fill("measured again")
    page.get_by_role("button", name="Save the file").click()
    until = time.monotonic() + 10
    while file.read_text(encoding="utf-8") == text and time.monotonic() < until:
        time.sleep(.1)
    assert file.read_text(encoding="utf-8") == text.replace("Room Fjord,80,", "Room Fjord,85,")
    page.locator(".tab", has_text="History").click()
    page.get_by_text("Saved rooms.csv").wait_for()
    page.get_by_text("Why: measured again").wait_for()


def minutes_page(browser, served, faults):
    """The decisions: a page and Markdown, from the history."""
    page = window(browser, served, None, faults)
    page.locator(".tab", has_text="History").click()
    page.get_by_role("link", name="as Markdown").wait_for()
    answer = page.request.get(served.address + page.get_by_role("link", name="as Markdown").get_attribute("href")[1:])
    assert answer.ok, answer.status
    page.get_by_role("link", name="Decisions").click()
    page.wait_for_load_state()
    assert page.locator("h1").count() == 1


def findings(browser, served, faults):
    """Tables that cannot be read: what is wrong is shown, and once they are mended the draft begins."""
    served.stop()
    rooms = served.scenario / "rooms.csv"
    text = rooms.read_bytes()
    rooms.write_text("nonsense\n1\n")
    shutil.rmtree(served.work / "out")
    served.start()
    page = browser.new_context().new_page()
    page.goto(served.address)
    page.get_by_text("There is no draft yet: the tables have errors").wait_for()
    page.get_by_text("rooms.csv").first.wait_for()
    rooms.write_bytes(text)
    time.sleep(1.5)
    page.get_by_role("button", name="Look again").click()
    page.wait_for_selector(".session")


CHECKS = [moves, killed, solved, what_if, published, tables, minutes_page, findings]


def main(chromium, programme, shots=None):
    failures = 0
    only = os.environ.get("ONLY", "").split()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(chromium), args=["--no-sandbox"])
        for check in CHECKS:
            if only and check.__name__ not in only:
                continue
            faults = []
            with tempfile.TemporaryDirectory() as work:
                served = Served(programme, "Scenarios/small", work)
                try:
                    check(browser, served, faults)
                    told = [fault for fault in faults if "ERR_" not in fault and "Failed to load" not in fault]
                    assert not told, told
                    outcome = "ok"
                except Exception as error:  # every check is told of, not the first that fails alone
                    failures += 1
                    outcome = f"FAILED\n{type(error).__name__}: {error}\n{faults}"
                for context in browser.contexts:
                    if shots and context.pages:
                        context.pages[0].screenshot(path=pathlib.Path(shots) / f"served-{check.__name__}.png")
                    context.close()
                served.stop()
            print(f"{check.__doc__.split(':')[0]}: {outcome}", flush=True)
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
