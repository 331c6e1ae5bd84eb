#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the participants' pages as people do, in headless Chromium.

usage: check_participants.py CHROMIUM FOLDER [SCREENSHOTS]

FOLDER holds kyoto.html, hostile.html, large.html and empty.html as ParticipantsTests write them
(PAGES=FOLDER). Each check is a function; all run, the first words of its docstring name it.
"""

import datetime
import functools
import http.server
import json
import os
import pathlib
import re
import sys
import threading
import time

import axe_playwright_python
import icalendar

from browser_checks import all_tried

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


class Visit:
    """One browser context with one page, which may say no word on the console and ask for nothing."""

    def __init__(self, browser, folder, shots):
        self.browser, self.folder, self.shots, self.contexts = browser, folder, shots, []

    def open(self, name="kyoto", fragment="", context=None, at=None, address=None, **options):
        address = address or (self.folder / f"{name}.html").as_uri() + fragment
        options.setdefault("timezone_id", "Asia/Tokyo")
        self.context = context or self.browser.new_context(**options)
        self.contexts.append(self.context)
        page = self.context.new_page()
        page.set_default_timeout(8000)
        self.faults = []
        page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", lambda request: self.faults.append(f"asks for {request.url}")
                if not request.url.startswith(("file:", "blob:")) and request.url != address else None)
        if at:
            page.clock.set_fixed_time(at)
        page.goto(address)
        self.page = page
        return page

    def shot(self, name):
        if self.shots:
            self.page.screenshot(path=self.shots / f"{name}.png")

    def view(self, name):
        self.page.locator(".views button", has_text=name).click()

    def shown(self):
        # Off screen the page leaves sessions unrendered: text_content, not inner_text, reads them.
        return self.page.locator(".session:visible").count()

    def axe(self, what):
        found = self.page.evaluate(
            AXE + ";axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(r => r.violations.map("
            "v => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)]))")
        for finding in found:
            print("    axe:", what, *finding)
        assert not [f for f in found if f[0] in ("serious", "critical")], f"axe on {what}: {found}"

    def no_sideways_scroll(self):
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"the page scrolls sideways by {wide} px"

    def close(self):
        for context in self.contexts:
            context.close()


def scripts_off(visit):
    """Scripts off: the whole list by day, with details, changes and feeds."""
    page = visit.open(java_script_enabled=False, **PHONE)
    assert visit.shown() == 46, visit.shown()
    for day in range(5):
        assert page.get_by_text(f"Day {day}", exact=True).first.is_visible()
    page.locator(".session details summary").first.click()
    assert page.locator(".session .about").first.is_visible()
    page.locator("#changes summary").click()
    assert page.locator("#changes li").count() == 6
    assert page.locator(".pick, .views button, #controls input").count() == 0
    page.locator("nav.days a").nth(2).click()
    assert page.url.endswith("#day-2023-10-10")
    visit.shot("scripts-off")


def sizes(visit):
    """Every width from 320 to 2560: nothing scrolls sideways, in any view, both directions."""
    for width in (320, 390, 768, 960, 1440, 2560):
        page = visit.open(viewport={"width": width, "height": 900})
        for direction in ("ltr", "rtl"):
            page.evaluate(f"document.documentElement.dir = '{direction}'")
            for view in ("Timetable", "List", "My agenda"):
                visit.view(view)
                visit.no_sideways_scroll()
        page.get_by_role("button", name="Filter").click()
        visit.no_sideways_scroll()
        visit.view("Timetable")
        visit.shot(f"rtl-{width}")
        assert not visit.faults, visit.faults
        visit.close()
    visit.open("hostile", viewport={"width": 320, "height": 700})
    for view in ("Timetable", "List", "My agenda"):
        visit.view(view)
        visit.no_sideways_scroll()
    visit.shot("hostile-320")


def filters(visit):
    """Filters and search: any of one choice, all of the choices, words without accents."""
    page = visit.open(**PHONE)
    page.get_by_role("button", name="Filter").click()
    visit.shot("phone-filter")
    page.get_by_label("Workshop").check()
    assert visit.shown() == 5, visit.shown()
    page.get_by_label("Town hall").check()
    both = visit.shown()
    assert both > 5
    page.locator("label.chip", has_text="cybersecurity").locator("input").check()
    assert 0 < visit.shown() < both
    assert re.fullmatch(r"\d+ of 45 sessions", page.locator(".tally").inner_text())
    page.get_by_role("button", name="Show all").click()
    assert visit.shown() == 46
    assert not page.get_by_label("Workshop").is_checked()
    page.get_by_label("Search").fill("csirt dialogue")
    assert visit.shown() == 1
    page.get_by_label("Search").fill("FRANCAIS")
    assert 0 < visit.shown() < 46
    page.get_by_label("Search").fill("nothing is called that")
    assert visit.shown() == 0
    # "room i" is about Room I, not about everything with an i; no word of the page's own is found.
    page.get_by_label("Search").fill("room i")
    found = page.locator(".session:visible").all_text_contents()
    assert 0 < len(found) < 12, len(found)
    assert all(re.search(r"\bI\b", text) and re.search(r"\broom", text, re.I) for text in found), found
    for words in ("details", "where", "in my agenda"):
        page.get_by_label("Search").fill(words)
        assert visit.shown() < 23, (words, visit.shown())
    page.get_by_label("Search").fill("")
    page.locator("label.chip", has_text="Main Hall").locator("input").check()
    rooms = page.locator(".session:visible .place").all_text_contents()
    assert rooms and set(rooms) == {"Main Hall"}, rooms
    visit.view("Timetable")
    assert page.locator(".row:visible h4").all_inner_texts().count("Main Hall") >= 4
    assert set(page.locator(".row:visible h4").all_inner_texts()) == {"Main Hall"}


def clocks(visit):
    """Clocks: the venue's, the viewer's own with its date, UTC; kept for the next visit."""
    page = visit.open(timezone_id="America/New_York", **DESKTOP)
    visit.view("List")
    card = page.locator("#s-HLP1")
    assert card.locator("time").first.text_content() == "09:30"
    page.get_by_label("Times").select_option("own")
    assert "20:30" in card.locator(".when").text_content()
    assert "Sat 7 Oct" in card.locator(".when").text_content()
    assert "New York (UTC−4)" in page.locator("#day-2023-10-08 > .hours").text_content()
    page.get_by_label("Times").select_option("utc")
    assert "00:30" in card.locator(".when").text_content()
    assert "Sat" not in card.locator(".when").text_content()
    page.reload()
    assert "00:30" in page.locator("#s-HLP1 .when").text_content()
    visit.view("Timetable")
    assert page.locator(".ticks span").first.inner_text() == "00:00"
    page.get_by_label("Times").select_option("own")
    assert page.locator(".ticks span").first.inner_text() == "Sat 20:00"
    page.get_by_label("Times").select_option("venue")
    assert page.locator(".ticks span").first.inner_text() == "09:00"
    assert page.locator("#changes .was time").first.text_content() == "Sun 8 Oct, 15:15"
    # Half an hour off, and a summer time that begins between the publication and the meeting.
    page = visit.open("hostile", timezone_id="Asia/Kolkata", **PHONE)
    assert "St Johns (UTC−2:30)" in page.locator("#clock").inner_text()
    page.get_by_label("Times").select_option("own")
    assert "Kolkata (UTC+5:30)" in page.locator(".day > .hours").first.text_content()


def agenda(visit):
    """My agenda: picked, kept, clashes told, shared by link, taken over elsewhere, emptied, undone."""
    page = visit.open(permissions=["clipboard-read", "clipboard-write"], **PHONE)
    for session in ("HLP1", "D0-DFI2", "D0-194"):
        page.locator(f"#s-{session} .pick").click()
    assert page.locator("#s-HLP1 .pick").get_attribute("aria-pressed") == "true"
    assert "Clash with “BREAK OUT ROOM 2" in page.locator(".voice").text_content()
    assert "BREAK OUT ROOM 2" in page.locator("#s-HLP1 .clash").text_content()
    picked = page.locator(".pick[aria-pressed=true]").count()
    page.reload()
    assert page.locator(".pick[aria-pressed=true]").count() == picked
    visit.view("My agenda")
    assert visit.shown() == picked
    assert "overlap on Sun 8 Oct, 09:30–11:00" in page.locator(".clashes").inner_text()
    page.wait_for_timeout(600)
    visit.shot("phone-agenda")
    visit.axe("the agenda")
    page.get_by_role("button", name="Share").click()
    link = page.get_by_label("Link to copy").input_value()
    assert "#agenda=" in link and "HLP1" in link, link
    # Somebody else opens it, who has an agenda already.
    own, fragment = visit.page, link[link.index("#"):]
    other = visit.open(fragment=fragment, **PHONE)
    assert f"agenda of {picked} sessions" in other.locator(".shared").inner_text()
    assert visit.shown() == picked
    assert other.locator(".pick[aria-pressed=true]").count() == 0
    visit.shot("phone-shared")
    other.get_by_role("button", name="Add to my agenda").click()
    assert visit.shown() == picked
    assert "#" not in other.url
    other.get_by_role("button", name="Empty").click()
    assert other.locator(".nothing").is_visible()
    other.get_by_role("button", name="Undo").click()
    assert visit.shown() == picked
    # The same device, when the programme has moved a session since.
    reload_changed(own, lambda kept: kept.update(HLP1=[kept["HLP1"][0] - 3600, "annex-1"], GONE=[0, "x"]))
    visit.page = own
    visit.view("My agenda")
    told = own.locator(".agenda-notes .banner.broken").inner_text()
    assert "Sun 8 Oct, 08:30, WS 1 – Annex Hall 1" in told and "GONE is no longer" in told, told
    own.get_by_role("button", name="I have seen it").click()
    assert own.locator(".agenda-notes .banner.broken").count() == 0
    # A link with nonsense in it is offered nothing.
    page = visit.open(fragment="#agenda=%E0%A4%A,<script>,nope", **PHONE)
    assert "agenda of 0 sessions" in page.locator(".shared").inner_text()


def reload_changed(page, change):
    """Loads the page again with another agenda kept on the device. It is put there before the page's own
    scripts run: what a page writes last can reach the next one too late."""
    key = "programme:igf-2023-kyoto:agenda"
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", key))
    change(kept)
    page.add_init_script(f"localStorage.setItem({json.dumps(key)}, {json.dumps(json.dumps(kept))});")
    page.reload()


def refusing_device(visit):
    """A device that keeps nothing: the page works and says so once."""
    context = visit.browser.new_context(**PHONE)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})")
    page = visit.open(context=context)
    page.locator("#s-HLP1 .pick").click()
    assert page.locator("#s-HLP1 .pick").get_attribute("aria-pressed") == "true"
    visit.view("My agenda")
    assert visit.shown() == 1


def no_network(visit):
    """No network: once loaded from a server, everything works without; so does a saved copy."""
    quiet = functools.partial(type("Quiet", (http.server.SimpleHTTPRequestHandler,),
                                   {"log_message": lambda *_: None}), directory=visit.folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = visit.open(address=f"http://127.0.0.1:{server.server_port}/kyoto.html", **PHONE)
    visit.context.set_offline(True)
    server.shutdown()
    page.locator("#s-HLP1 .pick").click()
    page.get_by_label("Search").fill("cyber")
    assert 0 < visit.shown() < 46
    page.get_by_label("Search").fill("")
    page.get_by_label("Times").select_option("utc")
    assert page.locator("#s-HLP1 .when time").first.inner_text() == "00:30"
    visit.view("Timetable")
    visit.view("My agenda")
    assert visit.shown() == 1
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Add to my calendar").click()
    read_calendar(waiting.value)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save this page").click()
    assert waiting.value.suggested_filename == "igf-2023-kyoto.html"
    copy = pathlib.Path(waiting.value.path())
    text = copy.read_text(encoding="utf-8")
    assert '<html lang="en" dir="ltr">' in text and not re.search('class="session[^"]*is-picked', text)
    again = visit.open(address=copy.rename(copy.with_suffix(".html")).as_uri(), **PHONE)
    assert visit.shown() == 46
    again.locator("#s-HLP1 .pick").click()
    visit.view("My agenda")
    assert visit.shown() == 1


def read_calendar(download):
    data = pathlib.Path(download.path()).read_bytes()
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, line
        line.decode("utf-8")
    return icalendar.Calendar.from_ical(data), data


def calendar_file(visit):
    """The calendar file: whole, in UTC, with the official UIDs, cancelled ones as such."""
    page = visit.open(**DESKTOP)
    visit.view("List")
    picks = page.locator(".session .pick")
    for index in range(25):
        picks.nth(index).click()
    visit.view("My agenda")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Add to my calendar").click()
    assert waiting.value.suggested_filename == "agenda-igf-2023-kyoto.ics"
    calendar, data = read_calendar(waiting.value)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    assert len(events) == 25
    event = events["HLP1@igf2023.programme.example"]
    assert event["DTSTART"].dt == datetime.datetime(2023, 10, 8, 0, 30, tzinfo=datetime.timezone.utc)
    assert event["DTEND"].dt == datetime.datetime(2023, 10, 8, 2, 0, tzinfo=datetime.timezone.utc)
    assert event["DTSTAMP"].dt.year == 2023
    assert str(event["SUMMARY"]).startswith("High Level Panel I - Understanding Data Free Flow")
    assert str(event["LOCATION"]) == "Main Hall, Kyoto International Conference Center"
    assert str(event["STATUS"]) == "CONFIRMED"
    assert [str(e["STATUS"]) for e in events.values()].count("CANCELLED") == 1
    assert sorted(int(e["SEQUENCE"]) for e in events.values())[-2:] == [1, 2]
    described = [e for e in events.values() if "the room will vote" in str(e.get("DESCRIPTION", ""))]
    assert len(described) == 1 and "\n\nBring a question" in str(described[0]["DESCRIPTION"])
    # One session alone, from its own sheet.
    page.locator("#s-HLP1 .title").click()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Calendar file").click()
    calendar, data = read_calendar(waiting.value)
    assert waiting.value.suggested_filename == "HLP1.ics" and len(calendar.walk("VEVENT")) == 1


def hostile(visit):
    """Hostile text: nothing runs, nothing is forged, in the page and in its calendar file."""
    page = visit.open("hostile", **DESKTOP)
    visit.shot("hostile")
    for view in ("Timetable", "List"):
        visit.view(view)
    for index in range(page.locator(".session").count()):
        if page.locator(".session .title").nth(index).text_content():
            page.locator(".session .title").nth(index).click()
        if page.locator("#sheet[open]").count():
            page.locator("#sheet .pick").click()
            page.keyboard.press("Escape")
    page.get_by_role("button", name="Filter").click()
    assert page.title() == "<i>Hostile</i> & meeting: programme", page.title()
    assert page.locator("img, svg[onload], iframe, object").count() == 0
    assert page.locator("script").count() == 3
    assert page.locator("a[href^=javascript], a[href^=data]").count() == 0
    visit.view("My agenda")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Add to my calendar").click()
    calendar, data = read_calendar(waiting.value)
    events = calendar.walk("VEVENT")
    assert len(events) >= 14 and data.count(b"\r\nBEGIN:VEVENT") == len(events)
    assert b"\r\nSUMMARY:Injected" not in data and b"\x00" not in data
    assert "=cmd|' /C calc'!A0" in [str(event["SUMMARY"]) for event in events]
    assert str(events[0]["STATUS"]) == "TENTATIVE"
    # In closed details the checker takes text to lie on whatever is painted there.
    page.locator("#changes summary").click()
    visit.axe("hostile text")
    assert "owned" not in page.title()


def keyboard(visit):
    """Keyboard alone: skip link, star, sheet and back, filter, views; focus is always in sight."""
    page = visit.open(reduced_motion="reduce", **DESKTOP)
    focused = "document.activeElement"
    page.keyboard.press("Tab")
    assert page.evaluate(focused + ".textContent") == "Skip to the programme"
    page.keyboard.press("Enter")
    assert page.evaluate(focused + ".id") == "programme"
    page.keyboard.press("Tab")
    assert page.evaluate(focused + ".closest('.cell') !== null"), "the timetable follows"
    # Arrows go through the day; the tab key leaves it.
    def cell():
        return page.evaluate(focused + ".closest('.cell')?.querySelector('.name').textContent")
    first = cell()
    page.keyboard.press("ArrowRight")
    second = cell()
    assert second and second != first, (first, second)
    page.keyboard.press("ArrowDown")
    assert cell() not in (None, first, second), cell()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert cell() == first, cell()
    page.keyboard.press("Tab")
    assert page.evaluate(focused + ".closest('.day').id") == "day-2023-10-09", "one stop a day"
    page.keyboard.press("Shift+Tab")
    assert cell() == first
    page.keyboard.press("Enter")
    assert page.locator("#sheet[open]").count() == 1
    assert page.evaluate(focused + ".id") == "sheet-title"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#sheet .pick[aria-pressed=true]").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    assert page.locator("#sheet[open]").count() == 0
    assert page.evaluate(focused + ".closest('.cell') !== null"), "focus comes back"
    visit.view("List")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_label("Search").focus()
    seen = set()
    for step in range(120):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
          const node = document.activeElement, box = node.getBoundingClientRect();
          const x = Math.min(innerWidth - 1, Math.max(0, box.x + box.width / 2));
          const y = Math.min(innerHeight - 1, Math.max(0, box.y + Math.min(8, box.height / 2)));
          const top = document.elementFromPoint(x, y);
          return [node.tagName, node.className, node.textContent.slice(0, 40),
                  node === top || node.contains(top) || (top && top.contains(node))];
        }""")
        seen.add(place[1])
        assert place[3], f"focus is hidden on {place}"
    assert {"title", "pick"} <= seen, seen
    page.get_by_role("button", name="Filter").focus()
    page.keyboard.press("Enter")
    assert page.locator("#filters").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert visit.shown() < 46


def addresses(visit):
    """A link per session: opens it, the way back closes it, whatever is shown."""
    page = visit.open(fragment="#s-HLP1", **PHONE)
    assert "High Level Panel I" in page.locator("#sheet-title").inner_text()
    visit.shot("phone-sheet")
    visit.axe("the sheet")
    page.get_by_role("button", name="Close").click()
    page.wait_for_timeout(100)
    assert page.locator("#sheet[open]").count() == 0 and "#s-" not in page.url
    page.locator("#s-HLP1 .title").click()
    assert page.url.endswith("#s-HLP1")
    page.go_back()
    page.wait_for_timeout(100)
    assert page.locator("#sheet[open]").count() == 0
    page.locator("#changes summary").click()
    page.locator("#changes a").first.click()
    assert page.locator("#sheet[open]").count() == 1
    page = visit.open(fragment="#s-HLP1", **DESKTOP)
    assert page.locator("#sheet[open]").count() == 1


def states(visit):
    """Moved and cancelled: struck out, and said in words a screen reader reads."""
    page = visit.open(**PHONE)
    cancelled = page.locator(".session.is-cancelled")
    assert cancelled.count() == 1
    assert cancelled.locator("h4").text_content().startswith("Cancelled")
    assert cancelled.locator("h4 s").count() == 1
    moved = page.locator(".session", has=page.locator(".change-moved"))
    assert moved.locator(".before").text_content().startswith("before: ")
    page.locator("#changes summary").click()
    visit.shot("phone-changes")
    text = page.locator("#changes").inner_text()
    for word in ("Moved", "Room changed", "Cancelled", "New", "Retitled", "nobody proposed"):
        assert word in text, word
    page.locator("#people summary").click()
    page.locator("#people a").first.click()
    assert page.locator("#sheet[open]").count() == 1
    page.get_by_role("button", name="Close").click()
    page.locator("#feeds summary").click()
    assert page.locator("#feeds a[href^='webcal://']").count() == 2
    assert page.locator("#feeds a[href^='https://']").count() == 2
    visit.axe("changes and feeds")


def now_and_next(visit):
    """Now and next: marked while the meeting lasts, with a way to them."""
    at = datetime.datetime(2023, 10, 8, 1, 0, tzinfo=datetime.timezone.utc)
    page = visit.open(at=at, **PHONE)
    assert "Now" in page.locator("#s-HLP1 h4").text_content()
    assert page.locator(".session .phase.next").count() >= 1
    page.get_by_role("button", name="Now", exact=True).click()
    assert page.evaluate("document.activeElement.classList.contains('session')")
    assert "today" in page.evaluate(
        "getComputedStyle(document.querySelector('.is-today span'), '::after').content")
    visit.shot("phone-now")
    page = visit.open(at=at, color_scheme="dark", **DESKTOP)
    assert page.locator(".now-line:visible").count() == 1
    visit.shot("desktop-now-dark")
    visit.axe("the timetable, dark, now")
    page = visit.open(**PHONE)
    assert not page.get_by_role("button", name="Now", exact=True).is_visible()
    assert page.locator(".phase").count() == 0


def marked(page):
    """The day that the bar marks, once the page has come to rest."""
    page.wait_for_function("""() => new Promise(rest => {
      let last = -1, still = 0;
      const look = () => { still = scrollY === last ? still + 1 : 0; last = scrollY;
        if (still > 8) rest(true); else requestAnimationFrame(look); };
      look();
    })""")
    return page.locator("nav.days [aria-current] b").all_text_contents()


def comes_to(page, day):
    """Whether the bar marks a day: a page that is asked for another one sets off some time after the click."""
    end = time.monotonic() + 10
    while marked(page) != [day]:
        if time.monotonic() > end:
            return False
    return True


def days(visit):
    """Days: the day that is asked for is the marked one, in every view and however it was asked for."""
    for options, motion in ((PHONE, "no-preference"), (DESKTOP, "reduce")):
        page = visit.open(reduced_motion=motion, **options)
        assert comes_to(page, "Day 0"), marked(page)
        for view, asked in (("Timetable", (2, 4)), ("List", (1, 3, 0))):
            visit.view(view)
            for day in asked:
                page.locator("nav.days a").nth(day).click()
                assert comes_to(page, f"Day {day}"), (view, day, marked(page))
                top = page.locator(".day-name").nth(day).bounding_box()["y"]
                bar = page.locator(".bar").bounding_box()
                assert top >= bar["y"] + bar["height"], (view, day, top, bar)
        # By hand: once a day's head is at the top, it is read.
        page.evaluate("""() => scrollTo({ behavior: 'instant',
          top: scrollY + document.querySelectorAll('.day')[2].getBoundingClientRect().top })""")
        page.mouse.wheel(0, 1)
        assert comes_to(page, "Day 2"), marked(page)
        # A link to a session stands on the session's day.
        last = page.locator(".session").last.get_attribute("id")
        page = visit.open(fragment=f"#{last}", **options)
        page.get_by_role("button", name="Close").click()
        assert comes_to(page, "Day 4"), marked(page)
        if options is DESKTOP:
            assert page.locator(f".cell a[href='#{last}']").bounding_box()["y"] < 900


def today(visit):
    """Today: the page opens at it while the meeting is on; "Now" leads to its day and covers none."""
    third = datetime.datetime(2023, 10, 10, 1, 0, tzinfo=datetime.timezone.utc)
    for width in (320, 390, 1000, 1440):
        page = visit.open(at=third, viewport={"width": width, "height": 844})
        assert comes_to(page, "Day 2"), (width, marked(page))
        top = page.locator("#day-2023-10-10 .day-name").bounding_box()["y"]
        assert 0 < top < 200, (width, top)
        said = page.evaluate("""() => [...document.querySelectorAll('.is-today, .is-today *')]
          .map(node => getComputedStyle(node, '::after').content)
          .filter(content => content.includes('today')).length""")
        assert said == 1, (width, said)
        page.locator("nav.days a").last.click()
        assert comes_to(page, "Day 4")
        visit.shot(f"today-{width}")
        button = page.get_by_role("button", name="Now", exact=True)
        # Nothing lies over the tab of the last day.
        assert page.evaluate("""() => {
          const box = [...document.querySelectorAll('nav.days a')].pop().getBoundingClientRect();
          const there = document.elementFromPoint(box.right - 4, box.top + box.height / 2);
          return Boolean(there && there.closest('nav.days a'));
        }"""), width
        button.click()
        assert comes_to(page, "Day 2"), (width, marked(page))
        visit.no_sideways_scroll()
    # Loaded again, the page stays where its reader was; off the meeting, it begins at its head.
    page.locator("nav.days a").last.click()
    marked(page)
    page.reload()
    assert comes_to(page, "Day 4"), marked(page)
    page = visit.open(**PHONE)
    assert page.evaluate("scrollY") == 0


def elsewhere(visit):
    """Elsewhere: one's own time is offered once, the sheet shows both, whoever is there is not asked."""
    offer = ".told.clock-offer"
    page = visit.open(timezone_id="America/New_York", **PHONE)
    assert "New York (UTC−4)" in page.locator(offer).inner_text()
    box = page.locator(offer).bounding_box()
    assert box["y"] + box["height"] < 844, box
    visit.shot("phone-elsewhere")
    visit.axe("the offer of one's own time")
    page.locator("#s-HLP1 .title").click()
    assert "Sun 8 Oct, 09:30–11:00" in page.locator(".sheet-when").inner_text()
    assert "For you: Sat 7 Oct, 20:30–22:00" in page.locator(".sheet-when").inner_text()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Show mine").click()
    assert "20:30" in page.locator("#s-HLP1 .when").text_content()
    assert page.locator(offer).count() == 0 and page.locator("#clock").input_value() == "own"
    page.locator("#s-HLP1 .title").click()
    assert "At the venue: Sun 8 Oct, 09:30–11:00" in page.locator(".sheet-when").inner_text()
    page.reload()
    assert page.locator(offer).count() == 0
    page = visit.open(timezone_id="Asia/Seoul", **PHONE)
    assert page.locator(offer).count() == 0, "Seoul has the same time"
    page.locator("#s-HLP1 .title").click()
    assert "For you" not in page.locator(".sheet-when").inner_text()


def returning(visit):
    """Returning: how many of one's sessions changed is said in every view, until it was seen."""
    page = visit.open(**PHONE)
    for session in ("HLP1", "D0-DFI2", "D0-194"):
        page.locator(f"#s-{session} .pick").click()
    page.reload()
    assert page.locator(".told").count() == 0
    reload_changed(page, lambda kept: kept.update(
        {"HLP1": [kept["HLP1"][0] - 3600, kept["HLP1"][1]], "D0-194": [kept["D0-194"][0], "annex-1"]}))
    assert page.locator(".told p").inner_text() == (
        "2 of your sessions changed since you picked them.")
    page.get_by_role("button", name="See what changed").click()
    assert page.locator(".agenda-notes .banner.broken li").count() == 2
    assert page.locator(".told").count() == 0


def first_screen(visit):
    """The first screen of a phone: sessions have the greater part of it; nothing jumps."""
    page = visit.open(**PHONE)
    top = page.locator("main").bounding_box()["y"]
    bottom = page.locator("#views").bounding_box()["y"]
    assert bottom - top > 844 / 2, (top, bottom)
    assert page.locator(".session").nth(1).bounding_box()["y"] < bottom
    visit.shot("phone-first")
    for name in ("kyoto", "large"):
        for options in (PHONE, DESKTOP):
            page = visit.open(name, timezone_id="America/New_York", **options)
            page.wait_for_timeout(300)
            shift = page.evaluate("""() => new Promise(done => new PerformanceObserver(list =>
              done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
              .observe({ type: 'layout-shift', buffered: true }) || setTimeout(done, 400, 0))""")
            assert shift < 0.1, (name, options, shift)


def short_sessions(visit):
    """Short sessions: their names can be read in the timetable, however narrow their place."""
    for width in (1000, 1280, 1920):
        page = visit.open(viewport={"width": width, "height": 900})
        visit.view("Timetable")
        cut = page.evaluate("""() => [...document.querySelectorAll('.cell[data-short=yes] .name')]
          .filter(name => name.scrollHeight > name.clientHeight + 2
            || name.scrollWidth > name.clientWidth + 1).map(name => name.textContent)""")
        assert page.locator(".cell[data-short=yes]").count() >= 2 and not cut, (width, cut)
        widths = page.evaluate("""() => [...document.querySelectorAll('.cell[data-short=yes]')]
          .map(cell => cell.getBoundingClientRect().width)""")
        assert min(widths) >= 63, widths
        visit.no_sideways_scroll()


def lightning_talks(visit):
    """Lightning talks: what lasts a quarter of an hour is drawn wide enough to be read, below its neighbours."""
    for width in (1000, 1280, 1920):
        page = visit.open("short", viewport={"width": width, "height": 900})
        visit.view("Timetable")
        cells = page.locator(".cell[data-drawn]")
        assert cells.count() == 8, cells.count()
        boxes = page.evaluate("""() => [...document.querySelectorAll('.cell[data-drawn]')].map(cell => {
          const box = cell.getBoundingClientRect(), name = cell.querySelector('.name');
          return { left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            cut: name.scrollHeight > name.clientHeight + 2 || name.scrollWidth > name.clientWidth + 1 };
        })""")
        assert all(not box["cut"] and box["right"] - box["left"] >= 84 for box in boxes), boxes
        for index, one in enumerate(boxes):
            for other in boxes[index + 1:]:
                apart = (one["right"] <= other["left"] + 1 or other["right"] <= one["left"] + 1
                         or one["bottom"] <= other["top"] + 1 or other["bottom"] <= one["top"] + 1)
                assert apart, (one, other)
        assert [box["left"] for box in boxes] == sorted(box["left"] for box in boxes)
        visit.no_sideways_scroll()
        visit.shot(f"short-{width}")
    visit.axe("short sessions")


def zoomed(visit):
    """Zoom: at 200 % of a small desktop's width and with letters twice as large nothing is cut off."""
    for scale in (1, 2):
        page = visit.open(viewport={"width": 640, "height": 450}, device_scale_factor=2)
        page.evaluate(f"document.documentElement.style.fontSize = '{scale * 100}%'")
        for view in ("Timetable", "List", "My agenda"):
            visit.view(view)
            visit.no_sideways_scroll()
        visit.view("List")
        page.locator("#s-HLP1 .title").click()
        cut = page.evaluate("""() => { const body = document.querySelector('.sheet-body');
          return body.scrollWidth - body.clientWidth; }""")
        assert cut <= 0, cut
        page.keyboard.press("Escape")
        visit.shot(f"zoom-{scale}")


def beside(visit):
    """Beside the page: what is published with it is linked from its foot, and rooms from theirs."""
    page = visit.open(**PHONE)
    page.locator("#files summary").click()
    links = page.locator("#files a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for name in ("changes.html", "calendars.html", "programme.ics", "programme.xlsx", "schedule.csv",
                 "changes.atom", "schedule.xml"):
        assert name in links, (name, links)
    page.locator("#rooms summary").click()
    assert "Kyoto International Conference Center" in page.locator("#rooms").inner_text()
    visit.axe("rooms and files")
    visit.shot("phone-rooms")


def check_scheme(visit, scheme):
    for size, options in (("phone", PHONE), ("desktop", DESKTOP)):
        page = visit.open(color_scheme=scheme, **options)
        page.locator("#s-HLP1 .pick").click(force=True) if size == "phone" else None
        for view in ("Timetable", "List"):
            visit.view(view)
            visit.axe(f"{view}, {size}, {scheme}")
            page.wait_for_timeout(50)
            visit.shot(f"{size}-{view.lower()}-{scheme}")
        page.get_by_role("button", name="Filter").click()
        visit.axe(f"filters, {size}, {scheme}")
        visit.shot(f"{size}-filters-{scheme}")
        page.evaluate("document.documentElement.dir = 'rtl'")
        if (size == "phone") == (scheme == "light"):
            visit.axe(f"rtl, {size}, {scheme}")
        visit.shot(f"{size}-rtl-{scheme}")


def checker_light(visit):
    """The accessibility checker, light: no serious finding in any view, in both directions."""
    check_scheme(visit, "light")


def checker_dark(visit):
    """The accessibility checker, dark: no serious finding in any view, in both directions."""
    check_scheme(visit, "dark")
    visit.open(java_script_enabled=True, forced_colors="active", **PHONE)
    visit.shot("phone-forced-colours")
    visit.open("empty", **PHONE)
    visit.axe("a programme without sessions")
    visit.shot("phone-empty")


def paper(visit):
    """Paper: the whole list, no controls; the agenda alone when it is the view."""
    page = visit.open(**DESKTOP)
    data = page.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", data))
    assert 2 <= pages <= 8, pages
    page.emulate_media(media="print")
    assert visit.shown() == 46
    assert not page.locator(".views").is_visible() and not page.locator(".grid").first.is_visible()
    if visit.shots:
        (visit.shots / "paper.pdf").write_bytes(data)
        visit.shot("paper")


def thousand(visit):
    """A thousand sessions: ready, searched and laid out without a wait."""
    begin = time.monotonic()
    page = visit.open("large", **PHONE)
    ready = time.monotonic() - begin
    assert visit.page.locator(".tally").inner_text() == "1000 sessions"
    cost = page.evaluate("""() => {
      const timed = act => { const start = performance.now(); act();
        document.body.offsetHeight; return Math.round(performance.now() - start); };
      const search = document.getElementById("search");
      const input = words => () => { search.value = words;
        search.dispatchEvent(new Event("input")); };
      return { first: timed(input("part 3")), search: timed(input("part 4")),
        clear: timed(input("")),
        clock: timed(() => { const choice = document.getElementById("clock");
          choice.value = "utc"; choice.dispatchEvent(new Event("change")); }),
        grid: timed(() => document.querySelector(".views button").click()) };
    }""")
    print(f"    ready after {ready * 1000:.0f} ms; in ms: {cost}")
    assert ready < 4 and cost["search"] < 400 and cost["grid"] < 2500, cost
    visit.open("large", **DESKTOP)
    visit.no_sideways_scroll()
    visit.shot("large")


# The longest first: several browsers share them.
CHECKS = [checker_light, checker_dark, sizes, days, today, elsewhere,
          returning, first_screen, short_sessions, lightning_talks, zoomed, beside, hostile, agenda, calendar_file, now_and_next, addresses, scripts_off, filters,
          clocks, no_network, refusing_device, keyboard, states, paper, thousand]


def main(chromium, folder, shots=None):
    return all_tried(CHECKS, Visit, chromium, folder, shots, at_once=min(4, os.cpu_count() or 2))


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
