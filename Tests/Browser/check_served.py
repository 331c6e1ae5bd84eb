#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses a participants' page that is served together with its worker: with a network, without one, and
when a newer publication is out.

usage: check_served.py CHROMIUM FOLDER [SCREENSHOTS]

FOLDER holds served-4 and served-5, two publications of one programme, and phone.html with 300 sessions, as
ParticipantsTests write them.
Each check is a function with a host of its own; all run, the first words of its docstring name it.
"""

import functools
import http.server
import os
import pathlib
import shutil
import sys
import tempfile
import threading
import time

from playwright.sync_api import sync_playwright

from browser_checks import tried

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
MEETING = "igf-2023-kyoto"
FRESH = ".told[aria-label='Newer programme']"


class Host:
    """A folder on the web that can be filled with another publication, and be out of reach."""

    def __init__(self, folder):
        self.source, self.folder = folder, pathlib.Path(tempfile.mkdtemp())
        self.asked, self.status, self.wait = [], 200, 0
        self.filled = int(time.time()) - 10_000
        host = self

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                host.asked.append(self.path)
                time.sleep(host.wait)
                if host.status != 200:
                    self.send_error(host.status)
                    return
                super().do_GET()

        self.handler = functools.partial(Handler, directory=self.folder)
        self.server, self.port = None, 0
        self.up()

    def fill(self, name):
        # A host tells browsers of changes by the second: two fillings within one would look alike.
        self.filled += 10
        for file in (self.source / name).iterdir():
            target = self.folder / file.name
            shutil.copyfile(file, target)
            os.utime(target, (self.filled, self.filled))

    def up(self):
        http.server.ThreadingHTTPServer.allow_reuse_address = True
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), self.handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def down(self):
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}/"


class Visit:
    """A browser at a host, with one page that may say no error of its own."""

    def __init__(self, browser, folder, shots):
        self.browser, self.host, self.shots = browser, Host(folder), shots
        self.context = browser.new_context(timezone_id="Asia/Tokyo", **PHONE)
        self.faults = []

    def open(self, name="served-4", at=""):
        if name:
            self.host.fill(name)
        page = self.context.new_page()
        page.set_default_timeout(15000)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", lambda message: self.faults.append(f"console: {message.text}")
                if "Content Security" in message.text else None)
        page.goto(self.host.address + at)
        return page

    def shot(self, page, name):
        if self.shots:
            page.screenshot(path=self.shots / f"{name}.png")

    def close(self):
        self.context.close()
        self.host.down()


def kept(page):
    """Waits until the device keeps the programme; the stores that it has."""
    page.wait_for_function("() => document.querySelector('.holds').textContent.includes('keeps')")
    return page.evaluate("caches.keys()")


def publication(page):
    return page.evaluate("JSON.parse(document.getElementById('data').textContent).number")


def offline(visit):
    """Offline: after one visit the page opens without a network, also anew, and says what it is."""
    page = visit.open()
    assert len(kept(page)) == 1, kept(page)
    assert page.locator(FRESH).count() == 0, "what is new needs no word"
    visit.shot(page, "served-kept")
    visit.host.down()
    visit.context.set_offline(True)
    page.reload()
    assert page.locator(".session:visible").count() == 46
    page.wait_for_selector(FRESH)
    said = page.locator(FRESH).inner_text()
    assert "publication 4 of" in said and "could not be looked up" in said, said
    visit.shot(page, "served-offline")
    page.locator(FRESH).get_by_role("button", name="Close").click()
    assert page.locator(FRESH).count() == 0
    page.locator("#s-HLP1 .pick").click()
    page.close()
    again = visit.open(name="", at="index.html#s-HLP1")
    assert "High Level Panel I" in again.locator("#sheet-title").inner_text()
    assert again.locator("#sheet .pick").get_attribute("aria-pressed") == "true"
    news = visit.open(name="", at="changes.html")
    assert news.locator("h1").is_visible()
    # Back in the network, what was said is taken back.
    visit.host.up()
    visit.context.set_offline(False)
    again.evaluate("dispatchEvent(new Event('online'))")
    again.wait_for_function("notice => !document.querySelector(notice)", arg=FRESH)


def newer(visit):
    """Newer: an open page says that another publication is out, and shows it; the old store is gone."""
    page = visit.open()
    old = kept(page)
    visit.host.fill("served-5")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_selector(FRESH)
    assert "A newer programme is out. This is publication 4 of" in page.locator(FRESH).inner_text()
    visit.shot(page, "served-newer")
    page.locator(FRESH).get_by_role("button", name="Show the newer one").click()
    page.wait_for_function(
        "() => JSON.parse(document.getElementById('data').textContent).number === 5")
    page.wait_for_function(
        "names => caches.keys().then(now => now.length === 1 && now[0] !== names[0])", arg=old)
    assert page.locator(FRESH).count() == 0
    visit.host.down()
    page.reload()
    assert publication(page) == 5


def returning(visit):
    """Returning: with a network a visit shows the newest at once, without a word."""
    page = visit.open()
    kept(page)
    page.close()
    page = visit.open("served-5")
    assert publication(page) == 5
    page.wait_for_function("() => caches.keys().then(names => names.length === 1)")
    page.wait_for_timeout(1500)
    assert page.locator(FRESH).count() == 0


def slow_host(visit):
    """A slow host: the copy is shown after three seconds, and that it is looked up; so with one out of order."""
    page = visit.open()
    kept(page)
    visit.host.wait = 8
    begin = time.monotonic()
    page.reload(wait_until="commit")
    page.wait_for_selector(".session")
    assert 2.5 < time.monotonic() - begin < 7, time.monotonic() - begin
    page.wait_for_selector(FRESH)
    assert "Looking whether a newer one is out" in page.locator(FRESH).inner_text()
    visit.host.wait, visit.host.status = 0, 503
    page = visit.open(name="")
    assert page.locator(".session:visible").count() == 46
    page.wait_for_selector(FRESH)


def half_filled(visit):
    """A host half filled: a worker that is newer than its page keeps nothing, and the old copy stays."""
    page = visit.open()
    old = kept(page)
    shutil.copyfile(visit.host.source / "served-5" / "service-worker.js",
                    visit.host.folder / "service-worker.js")
    page.evaluate("dispatchEvent(new Event('online'))")
    page.wait_for_selector(FRESH)
    page.wait_for_timeout(500)
    assert "publication 4 of" in page.locator(FRESH).inner_text()
    assert page.evaluate("caches.keys()") == old
    visit.host.down()
    page.reload()
    assert publication(page) == 4


def other_files(visit):
    """Other files: the worker answers for the pages alone; calendars come from the host."""
    page = visit.open()
    kept(page)
    page.reload()
    (visit.host.folder / "programme.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert "VCALENDAR" in page.request.get(visit.host.address + "programme.ics").text()
    visit.host.asked.clear()
    with page.expect_download() as waiting:
        page.evaluate("location.href = 'programme.ics'")
    assert waiting.value.suggested_filename == "programme.ics"
    assert "/programme.ics" in visit.host.asked


def feeds(visit):
    """Calendars that follow: each picked session has an address of its own, where the page is served."""
    page = visit.open()
    page.locator("#s-HLP1 .title").click()
    link = page.locator("#sheet a", has_text="Follow in my calendar").get_attribute("href")
    assert link == f"webcal://127.0.0.1:{visit.host.port}/sessions/HLP1.ics", link
    page.locator("#sheet .pick").click()
    page.keyboard.press("Escape")
    page.locator(".views button", has_text="My agenda").click()
    assert "does not follow when a session moves" in page.locator(".copies").inner_text()
    page.locator(".follow summary").click()
    assert page.locator(".follow .address").inner_text().endswith("/sessions/HLP1.ics")
    visit.shot(page, "served-follow")


SLOW = """(() => {
  const look = () => {
    const session = document.querySelector(".session");
    if (session && session.getBoundingClientRect().height)
      requestAnimationFrame(() => { window.firstSession = performance.now(); });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
    .observe({ type: "layout-shift", buffered: true });
})()"""


def slow_phone(visit):
    """A slow phone: of 300 sessions the first stand within a second, and nothing jumps."""
    page = (visit.host.source / "phone.html").read_bytes()
    (visit.host.folder / "index.html").write_bytes(page)
    found = []
    for _ in range(3):
        context = visit.browser.new_context(timezone_id="Europe/Oslo", **PHONE)
        page = context.new_page()
        phone = context.new_cdp_session(page)
        # A processor six times as slow; a network of 1.6 Mbit/s that answers after 150 ms.
        phone.send("Emulation.setCPUThrottlingRate", {"rate": 6})
        phone.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": 150, "downloadThroughput": 200000, "uploadThroughput": 93750})
        page.add_init_script(SLOW)
        page.goto(visit.host.address, wait_until="load", timeout=60000)
        page.wait_for_timeout(500)
        found.append((page.evaluate("window.firstSession"), page.evaluate("window.shift")))
        assert page.locator(".tally").text_content() == "300 sessions"
        context.close()
    print("    first sessions after ms, layout shift:", [(round(a), round(b, 3)) for a, b in found])
    # The best of three: what else runs on the machine is no part of the page.
    assert min(first for first, _ in found) < 1000, found
    assert max(shift for _, shift in found) < 0.1, found


CHECKS = [offline, newer, returning, slow_host, half_filled, other_files, feeds, slow_phone]


def main(chromium, folder, shots=None):
    failures = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which(chromium), args=["--no-sandbox"])
        for check in CHECKS:
            visit = Visit(browser, pathlib.Path(folder).resolve(), pathlib.Path(shots) if shots else None)
            line, has_failed = tried(check, visit)
            failures += has_failed
            print(line, flush=True)
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
