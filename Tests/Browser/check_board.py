#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the board's page as a committee does, in headless Chromium.

usage: check_board.py CHROMIUM SITE [SCREENSHOTS]

SITE holds the page and its assets as BoardPagesTests writes them (PAGES=…, its folder `board`); answers
come from board_mock.py. Each check is a function; all run, the first words of its docstring name it.
"""

import json
import os
import pathlib
import re
import sys
import time

import axe_playwright_python

import board_meetings
import board_mock
from browser_checks import all_tried

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
PROJECTOR = {"viewport": {"width": 1920, "height": 1080}}
LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
# The same keys in every window, one after the other, so that whole requests can be compared.
SAME_KEYS = "let drawn = 0; crypto.getRandomValues = array => array.fill(++drawn);"


class Visit:
    """A board and windows on it, which may say no word on the console but what a check expects."""

    def __init__(self, browser, site, shots):
        self.browser, self.site, self.shots = browser, site, shots
        self.contexts, self.servers, self.faults = [], [], []

    def board(self, sessions=30, rooms=5, **options):
        drawn = {name: options.pop(name) for name in ("hostile", "starts") if name in options}
        server = board_mock.serve(self.site, *board_meetings.drawn(sessions, rooms, **drawn), **options)
        self.servers.append(server)
        return server

    def open(self, server, name="Ada", script="", **options):
        options = {**LAPTOP, **options}
        context = self.browser.new_context(**options)
        self.contexts.append(context)
        if name:
            context.add_init_script(f"localStorage.setItem('board-author', {json.dumps(name)});")
        context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.goto(server.address)
        page.wait_for_selector(".session")
        return page

    def shot(self, page, name):
        if self.shots:
            page.screenshot(path=self.shots / f"board-{name}.png")

    def axe(self, page, what):
        # The checker is put in from outside: the page's own policy would not let it in.
        page.evaluate(AXE)
        found = page.evaluate(
            "axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}).then(r => r.violations.map("
            "v => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)]))")
        for finding in found:
            print("    axe:", what, *finding)
        assert not [f for f in found if f[0] in ("serious", "critical")], f"axe on {what}: {found}"

    def expects(self, words):
        """Takes what the browser itself says of broken connections off the list of faults."""
        self.faults = [fault for fault in self.faults if not any(word in fault for word in words)]

    def close(self):
        for context in self.contexts:
            context.close()
        for server in self.servers:
            server.board.fault["down"] = True
            server.shutdown()
            server.server_close()


def session(page, id_):
    return page.locator(f'.grid [data-session="{id_}"]')


def some(page, place=0):
    """A session of the timetable, and a free place for it that is not the best."""
    return page.locator(".grid .session").nth(place).get_attribute("data-session")


def lifted(page):
    page.wait_for_selector(".grid.is-lifting")


def free_place(page):
    """A place that keeps every rule and lies in nobody's cell."""
    return page.locator("td:not(.busy) > .place:not(.is-barred):not(.is-never)").nth(3).get_attribute("data-place")


def place(page, key):
    return page.locator(f'[data-place="{key}"]')


def taken(server, count, seconds=5):
    """The bodies of editing requests, once there are so many."""
    until = time.monotonic() + seconds
    while len(server.board.bodies) < count and time.monotonic() < until:
        time.sleep(.05)
    assert len(server.board.bodies) >= count, server.board.bodies
    return server.board.bodies


def tally_adds_up(page, all_):
    words = page.locator("[data-tally]").inner_text()
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    assert sum(numbers[:4]) == numbers[4] == all_, words
    drawn = page.locator(".grid .session").count()
    assert drawn == numbers[0], (drawn, words)
    return numbers


def by_drag(page, id_, to):
    box = session(page, id_).bounding_box()
    page.mouse.move(box["x"] + 12, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 30, box["y"] + 20, steps=3)
    lifted(page)
    there = place(page, to).bounding_box()
    page.mouse.move(there["x"] + there["width"] / 2, there["y"] + there["height"] / 2, steps=5)
    assert page.locator(".ghost").is_visible()
    page.mouse.up()


def by_clicks(page, id_, to):
    session(page, id_).click()
    lifted(page)
    place(page, to).click()


def by_taps(page, id_, to):
    session(page, id_).tap()
    lifted(page)
    place(page, to).tap()


def by_keys(page, id_, to):
    """From the top of the page with keys alone: Tab into the timetable, arrows, Enter, N, Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.grid .session')"):
            break
    for _ in range(200):
        at = page.evaluate("document.activeElement.dataset.session")
        if at == id_:
            break
        page.evaluate("id => { window.wanted = id; }", id_)
        page.keyboard.press(toward(page, id_))
    assert page.evaluate("document.activeElement.dataset.session") == id_
    page.keyboard.press("Enter")
    lifted(page)
    for _ in range(200):
        page.keyboard.press("n")
        if page.evaluate("document.activeElement.dataset.place") == to:
            break
    page.keyboard.press("Enter")


def toward(page, id_):
    """The arrow that leads from the session with the focus nearer to another."""
    return page.evaluate("""id => {
      const from = document.activeElement.getBoundingClientRect();
      const to = document.querySelector(`.grid [data-session="${id}"]`).getBoundingClientRect();
      const [x, y] = [to.left - from.left, to.top - from.top];
      if (Math.abs(y) > 4) return y > 0 ? "ArrowDown" : "ArrowUp";
      return x > 0 ? "ArrowRight" : "ArrowLeft"; }""", id_)


def three_ways(visit):
    """Three ways of moving: dragged, clicked, tapped and typed, the same act in the same bytes."""
    bodies = []
    for way, options in ((by_drag, {}), (by_clicks, {}), (by_taps, {"has_touch": True}), (by_keys, {})):
        server = visit.board()
        page = visit.open(server, script=SAME_KEYS, **options)
        page.locator(".view").nth(1).click()
        id_ = some(page)
        if not bodies:
            session(page, id_).click()
            lifted(page)
            target = free_place(page)
            page.keyboard.press("Escape")
        way(page, id_, target)
        bodies.append(taken(server, 1)[0])
        page.wait_for_function("() => !document.querySelector('.is-waits')")
        assert server.board.drafts[1].places()[id_] == dict(zip(("start", "room"), target.split()))
        assert page.locator(".voice-words").inner_text().startswith("Moved “")
        if way is by_keys:
            assert page.evaluate("document.activeElement.dataset.session") == id_, "the session keeps the focus"
        page.keyboard.press("Control+z")
        taken(server, 2)
        page.wait_for_function("() => /Undone/.test(document.querySelector('.voice-words').textContent)")
        page.wait_for_function("() => !document.querySelector('.link-state')")
        assert server.board.drafts[1].places() == server.board.drafts[1].first
    assert len(set(bodies)) == 1, bodies
    assert json.loads(bodies[0])["moves"][0]["session"] == id_


def week(visit):
    """The projector: 300 sessions in 25 rooms for a week, on one screen, with no scroll bar."""
    server = visit.board(300, 25)
    begin = time.monotonic()
    page = visit.open(server, **PROJECTOR)
    print(f"    on screen after {1000 * (time.monotonic() - begin):.0f} ms; drawn in "
          f"{page.evaluate('performance.getEntriesByType(`paint`)[0].startTime'):.0f} ms")
    size = page.evaluate("""() => { const f = document.querySelector('.grid-frame'); const d = document.documentElement;
      return [f.scrollHeight - f.clientHeight, f.scrollWidth - f.clientWidth, d.scrollHeight - d.clientHeight,
        d.scrollWidth - d.clientWidth]; }""")
    assert max(size) <= 0, size
    tally_adds_up(page, 300)
    cost = page.evaluate("""async () => { const times = [];
      for (const view of [1, 0, 2, 0, 3, 0]) { const start = performance.now();
        document.querySelectorAll('.view')[view].click();
        await new Promise(done => setTimeout(done));
        document.body.offsetHeight;
        times.push(Math.round(performance.now() - start)); }
      return times; }""")
    print(f"    a day and the week are drawn in turns in {cost} ms")
    minutes = {s["id"]: s["minutes"] for s in server.board.scenario["sessions"]}
    scale = page.evaluate("""() => [...document.querySelectorAll('.grid .session')].map(node =>
      [node.dataset.session, node.offsetHeight + 1])""")
    ratios = [height / minutes[id_] for id_, height in scale]
    assert max(ratios) - min(ratios) < .09, (min(ratios), max(ratios))
    visit.shot(page, "week")
    session(page, some(page, 40)).click()
    lifted(page)
    assert page.locator(".place").count() == 5 * 5 * 25
    visit.shot(page, "week-lifted")
    visit.axe(page, "the week, a session lifted")


def lifting(visit):
    """A lifted session: every place says its price or the rule that bars it; its kin stand out."""
    server = visit.board()
    page = visit.open(server)
    id_ = next(s["id"] for s in server.board.scenario["sessions"] if s["links"] and server.board.drafts[1].places()[s["id"]]
               and server.board.drafts[1].places()[s["links"][0]])
    session(page, id_).click()
    lifted(page)
    lift = server.board.drafts[1].lift(id_)
    for priced in lift["places"]:
        box = place(page, f"{priced['start']} {priced['room']}")
        words = box.get_attribute("aria-label")
        if priced["breaks"]:
            assert words.startswith("✗") and priced["breaks"][0]["sentence"] in words, words
        else:
            number = abs(priced["cost"])
            assert (f"{number} more" if priced["cost"] > 0 else f"{number} less" if priced["cost"] < 0 else "the same") in words
    for other in lift["related"]["links"]:
        if server.board.drafts[1].places()[other]:
            assert "linked" in session(page, other).inner_text() and session(page, other).locator(".kin .sign").count()
    said = page.locator(".voice-words").inner_text()
    free = [priced for priced in lift["places"] if not priced["breaks"]]
    assert f"{len(free)} place" in said or len(free) - 1 == int(re.search(r"(\d+) places? keep", said)[1]), said
    page.locator(".chip").first.hover()
    assert page.locator(".hint").inner_text().startswith(page.locator(".place.is-aimed").inner_text())
    assert page.locator(".chain").count() and "Ask" in page.locator(".chain .ask").first.inner_text()
    visit.shot(page, "lifted")
    visit.axe(page, "a session lifted, with its chains")
    barred = next(priced for priced in lift["places"] if priced["breaks"])
    place(page, f"{barred['start']} {barred['room']}").click()
    taken(server, 1)
    assert "breaks a rule" in page.locator(".voice-words").inner_text()
    page.wait_for_selector(".cost-total.is-bad")
    page.locator(".cost-total.is-bad").click()
    page.locator(".card.bad .find").first.click()
    page.wait_for_selector(".session.is-found")


def structure(visit):
    """One table with real headers, no application: kinds by colour, sign and text, names first, ids small."""
    server = visit.board()
    page = visit.open(server)
    assert page.locator("main table").count() == 1 and page.locator('[role="application"]').count() == 0
    rooms = {room["name"] for room in server.board.scenario["rooms"]}
    heads = {head.split("\n")[0] for head in page.locator('thead th[scope="col"] .room-name').all_inner_texts()}
    assert heads == rooms, heads ^ rooms
    for body in page.locator("tbody").all():
        assert body.locator('th[scope="rowgroup"]').count() == 1
        assert body.locator("tr").count() == body.locator('tr > th[scope="row"]').count()
    told = page.evaluate("""() => [...document.querySelectorAll('.grid .session')].map(box => ({
      id: box.dataset.session, kind: box.querySelector('.kind').textContent, title: box.querySelector('.title').textContent,
      colour: getComputedStyle(box).borderInlineStartColor, small: box.querySelector('.id').tagName,
      words: box.textContent, first: parseFloat(getComputedStyle(box.querySelector('.title')).fontSize),
      last: parseFloat(getComputedStyle(box.querySelector('.id')).fontSize)}))""")
    sessions = {s["id"]: s for s in server.board.scenario["sessions"]}
    looks = {}
    for box in told:
        session = sessions[box["id"]]
        sign, kind = box["kind"][0], box["kind"][1:]
        assert kind == session["kind"] and box["title"] == session["title"], box
        assert box["small"] == "SMALL" and box["last"] < box["first"], box
        assert re.search(r"\d\d:\d\d to \d\d:\d\d", box["words"]), "its time is told to those who listen"
        looks.setdefault(kind, set()).add((sign, box["colour"]))
    assert all(len(each) == 1 for each in looks.values()), looks
    assert len(set.union(*looks.values())) == len(looks), "no two kinds look the same"
    assert page.locator('.voice-words[role="status"][aria-live="polite"]').count() == 1


def told(visit):
    """Costs, findings, links, fairness: one click away each, naming sessions that a click finds in the timetable."""
    server = visit.board(60, 6)
    placed = next(id_ for id_, at in server.board.drafts[1].places().items() if at)
    session_ = next(s for s in server.board.scenario["sessions"] if s["id"] == placed)
    server.board.scenario["findings"] = [
        {"severity": "warning", "file": "sessions.csv", "line": 3, "column": "id", "value": None, "suggestion": "look at it",
         "sentence": f"1 session has no moderator: {placed}."}, *({
             "severity": "warning", "file": "activities.csv", "line": line, "column": "id", "value": session_["activities"][0],
             "sentence": "Not known whether it is eligible."} for line in range(40))]
    page = visit.open(server)
    for tab, where in (("Costs", ".cost"), ("Problems", ".card.bad"), ("Problems", "details .card"), ("Links", ".card"),
                       ("Fairness", "tbody")):
        page.locator(".tab", has_text=tab).click()
        page.evaluate("document.querySelectorAll('.panel-body details').forEach(each => { each.open = true; })")
        visit.axe(page, f"{tab}, all of it open")
        for place_ in (0, 1):
            link = page.locator(f".panel-body {where} .find").nth(place_)
            id_ = link.locator("small").inner_text()
            if not server.board.drafts[1].places()[id_]:
                continue
            link.click()
            page.wait_for_selector(f'.grid .session.is-found[data-session="{id_}"]')
    # No sentence says a name and then gives it again to click on.
    page.locator(".tab", has_text="Costs").click()
    for cause in page.locator(".causes li").all():
        ids = cause.locator(".find small").all_text_contents()
        assert len(ids) == len(set(ids)) == 2, cause.text_content()


def quarters(visit):
    """Starts every quarter of an hour in 25 rooms: what is written is whole, and the cheapest of all is among it."""
    server = visit.board(100, 25, starts=None)
    page = visit.open(server, **PROJECTOR)
    for width in (True, False):
        if not width:
            page.get_by_role("button", name="Close", exact=True).click()
        size = page.evaluate("""() => { const f = document.querySelector('.grid-frame');
          return [f.scrollHeight - f.clientHeight, f.scrollWidth - f.clientWidth]; }""")
        assert max(size) <= 0, size
        id_ = some(page, 40)
        before = session(page, id_).bounding_box()
        session(page, id_).click()
        lifted(page)
        assert session(page, id_).bounding_box() == before, "nothing moves under the pointer that lifts"
        places = server.board.drafts[1].lift(id_)["places"]
        assert page.locator(".place").count() == len(places) == 5 * 25 * 34
        written = page.evaluate("""() => [...document.querySelectorAll('.place')].filter(box => box.firstChild).map(box => {
          const range = document.createRange(); range.selectNodeContents(box);
          const { left, right, top, bottom } = range.getBoundingClientRect();
          return [Math.round(left), Math.round(right), top + 2, bottom - 2, box.className.includes('is-best')]; })""")
        columns = {}
        for left, right, top, bottom, _ in written:
            columns.setdefault(right // 8, []).append((top, bottom))
        for lines in columns.values():
            lines.sort()
            assert all(one[1] <= other[0] for one, other in zip(lines, lines[1:])), "one price is over another"
        assert len(written) > 25 * 5 and sum(each[4] for each in written) == 1
        # What is not written is told where somebody points.
        quiet = page.locator(".place.is-none").nth(30)
        price = quiet.get_attribute("data-price")
        quiet.hover()
        teller = page.locator(".hint" if width else ".hand-hint")
        assert teller.inner_text().startswith(price), (price, teller.inner_text())
        shown_ = quiet.evaluate("box => getComputedStyle(box, '::after').content")
        assert shown_ == json.dumps(price, ensure_ascii=False), shown_
        visit.shot(page, "quarters" if width else "quarters-closed")
        page.keyboard.press("Escape")


def lifted_and_drawn(visit):
    """Lifting changes the table in place: it is then what drawing all of it anew gives, under filters too."""
    server = visit.board()
    page = visit.open(server)

    def compared():
        """As it stands, and as it is drawn for another width and back."""
        told = page.locator("table.grid").first.evaluate("table => table.outerHTML")
        width = page.viewport_size["width"]
        for other in (width - 40, width):
            before = page.query_selector("table.grid .session")
            page.set_viewport_size({"width": other, "height": page.viewport_size["height"]})
            page.wait_for_function("before => document.querySelector('table.grid .session') !== before", arg=before)
        again = page.locator("table.grid").first.evaluate("table => table.outerHTML")
        assert plain(told) == plain(again), difference(plain(told), plain(again))

    def plain(html):
        # What a click has led to flashes for a moment, and is not part of the drawing.
        return re.sub(r'class="([^"]*)"', lambda match: " ".join(sorted({*match[1].split()} - {"is-found"})), html)

    def difference(one, other):
        at = next((at for at, (a, b) in enumerate(zip(one, other)) if a != b), 0)
        at = max(0, at - 80)
        return f"{one[at:at + 240]}\nand drawn anew\n{other[at:at + 240]}"

    sessions = [s["id"] for s in server.board.scenario["sessions"] if s["links"] and server.board.drafts[1].places()[s["id"]]]
    compared()
    for id_ in sessions[:2]:
        session(page, id_).click()
        lifted(page)
        assert page.locator(".session.is-kin").count()
        compared()
        page.keyboard.press("Escape")
        page.wait_for_selector(".grid:not(.is-lifting)")
        assert not page.locator(".place, .is-kin").count()
        compared()
    session(page, sessions[0]).click()
    lifted(page)
    session(page, sessions[1]).click()
    page.wait_for_selector(f'.session.is-lifted[data-session="{sessions[1]}"]')
    lifted(page)
    compared()


def filters(visit):
    """Filters: the count adds up whatever is chosen, and finding a session goes past them."""
    server = visit.board(60, 6)
    page = visit.open(server)
    tally_adds_up(page, 60)
    for label, index in (("Room", 2), ("Theme", 2), ("Person", 3), ("Activity", 4)):
        page.get_by_label(label, exact=True).select_option(index=index)
        tally_adds_up(page, 60)
        page.get_by_role("button", name="Show all").click()
    page.locator(".legend .kind").nth(4).click()
    page.get_by_label("Has a problem").check()
    numbers = tally_adds_up(page, 60)
    assert numbers[1] > 0
    page.get_by_label("Find").fill("zzz")
    assert tally_adds_up(page, 60)[0] == 0
    page.locator(".tab", has_text="Costs").click()
    page.locator(".cost summary").first.click()
    page.locator(".cost .find").first.click()
    page.wait_for_selector(".session.is-found")
    tally_adds_up(page, 60)
    page.locator(".view").nth(2).click()
    assert page.locator("tbody").count() == 1


def two_windows(visit):
    """Two windows: an edit is in the other within a second; the same session at once is asked about."""
    server = visit.board()
    one, other = visit.open(server, "Ada"), visit.open(server, "Grace")
    id_ = some(one)
    session(one, id_).click()
    lifted(one)
    first = free_place(one)
    begin = time.monotonic()
    place(one, first).click()
    other.wait_for_function("([id, key]) => state(id) === key; function state(id) { const box = document.querySelector("
                            "`.grid [data-session='${id}']`); return box && box.closest('tbody').dataset.date; }",
                            arg=[id_, first[:10]])
    print(f"    in the other window after {1000 * (time.monotonic() - begin):.0f} ms")
    # The other one does not hear of the next act, so that hers is made on the older state.
    other.context.set_offline(True)
    session(one, id_).click()
    lifted(one)
    second = free_place(one)
    place(one, second).click()
    taken(server, 2)
    other.context.set_offline(False)
    visit.expects(["net::ERR"])


def conflict(visit):
    """A conflict: both sides are shown, nothing is merged in silence, and what was wanted is kept."""
    server = visit.board()
    page = visit.open(server, "Grace")
    draft = server.board.drafts[1]
    id_ = some(page)
    session(page, id_).click()
    lifted(page)
    target = free_place(page)
    # Somebody else moves it, and the window has not heard of it.
    server.board.listeners.clear()
    now = draft.places()[id_]
    there = {"start": now["start"][:11] + "17:00", "room": "r4"}
    server.board.act(draft, {"key": "theirs", "base": 0, "author": "Ada", "why": "the chair leaves early",
                             "kind": "moves", "moves": [{"session": id_, "from": now, "to": there}]})
    place(page, target).click()
    dialog = page.get_by_role("dialog", name="Somebody else changed this meanwhile")
    words = dialog.inner_text()
    assert "Ada" in words and "the chair leaves early" in words and "You want" in words
    visit.shot(page, "conflict")
    visit.axe(page, "a conflict")
    page.keyboard.press("Escape")
    page.reload()
    dialog.wait_for()
    assert draft.places()[id_] == there
    dialog.get_by_role("button", name="Do mine on top").click()
    page.wait_for_function("() => !document.querySelector('dialog') && !document.querySelector('.is-waits')")
    assert draft.places()[id_] == dict(zip(("start", "room"), target.split()))
    visit.expects(["409"])


def restart(visit):
    """Kill and restart: the edit is kept, shown as such, sent again with its key, and done once."""
    server = visit.board()
    page = visit.open(server)
    id_ = some(page)
    session(page, id_).click()
    lifted(page)
    target = free_place(page)
    server.board.fault["drop"] = 1
    place(page, target).click()
    bodies = taken(server, 2, 10)
    assert bodies[0] == bodies[1]
    page.wait_for_function("() => !document.querySelector('.is-waits')")
    assert len(server.board.drafts[1].acts) == 1
    server.board.fault["down"] = True
    page.wait_for_selector(".link-state.is-lost")
    page.locator(".panel .tab", has_text="Unplaced").click()
    page.locator(".panel .tab", has_text="Session").click()
    page.get_by_role("button", name="Pin …").click()
    page.get_by_label("Why it stays").fill("the minister's day")
    page.keyboard.press("Enter")
    page.wait_for_function("() => /1 edit is kept here/.test(document.querySelector('.link-state').textContent)")
    visit.shot(page, "not-connected")
    server.board.fault["down"] = False
    page.wait_for_selector(".link-state.is-lost", state="detached", timeout=15000)
    page.wait_for_selector(".badge.pinned", timeout=15000)
    assert [act["kind"] for act in server.board.drafts[1].acts] == ["moves", "pin"]
    visit.expects(["net::ERR", "ERR_", "EventSource", "Failed to load"])


def solving(visit):
    """Solving: watched as it goes, its answer accepted whole with a reason, as one act."""
    server = visit.board()
    page = visit.open(server)
    page.locator(".tab", has_text="Solve").click()
    page.get_by_role("button", name="Improve").click()
    page.wait_for_function("() => /\\d/.test(document.querySelector('.solve .figures')?.textContent || '')")
    session(page, some(page)).click()
    lifted(page)
    page.keyboard.press("Escape")
    page.locator(".tab", has_text="Solve").click()
    page.get_by_role("button", name="Accept all …").click()
    page.get_by_label("Why").fill("cheaper")
    visit.shot(page, "solve")
    page.get_by_role("dialog").get_by_role("button", name="Accept").click()
    page.wait_for_function("() => /accepted/.test(document.querySelector('.solve h3').textContent)")
    acts = server.board.drafts[1].acts
    assert len(acts) == 1 and len(acts[0]["moves"]) == 2 and acts[0]["why"] == "cheaper"


def what_ifs(visit):
    """What-ifs: named with what they ask, solved apart; what they move is found by a click, and is not accepted."""
    server = visit.board()
    page = visit.open(server)
    page.locator(".tab", has_text="What-ifs").click()
    page.get_by_text("What if the hall is lost on the second day?").wait_for()
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("Two sessions change places.").wait_for()
    visit.axe(page, "What-ifs")
    visit.shot(page, "what-ifs")
    assert page.get_by_role("button", name="Accept all …").count() == 0
    assert page.locator(".solve .verdict").inner_text().startswith("Costs")
    page.locator(".solve .plain-list button").first.click()
    page.wait_for_selector(".is-found")
    assert not server.board.drafts[1].acts


def kept(visit):
    """A draft is kept as it is, with what for; what to type to publish it is said, and copied."""
    server = visit.board()
    page = visit.open(server)
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_text("Nothing of it is in the history of drafts yet.").wait_for()
    page.get_by_role("button", name="Keep as it is now …").click()
    page.get_by_label("What for").fill("after the first round")
    page.keyboard.press("Enter")
    page.get_by_text("It is in the history as draft 1.").wait_for()
    page.locator(".tab", has_text="Publish").click()
    command = page.locator("code.command")
    assert command.inner_text() == "programme publish SCENARIO --from-board 'First draft'", command.inner_text()
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text; }")
    page.get_by_role("button", name="Copy").click()
    page.wait_for_function("() => window.copied")
    assert page.evaluate("window.copied") == command.inner_text()
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_label("Closed").click()
    page.get_by_role("dialog").get_by_role("button", name="Set").click()
    page.locator(".tab", has_text="Publish").click()
    page.get_by_text("programme publish SCENARIO 1").wait_for()
    assert page.get_by_role("button", name="Show what would be published").count() == 0
    visit.axe(page, "a draft that is kept")
    visit.shot(page, "kept")


def shown(page):
    page.get_by_role("button", name="Show what would be published").click()


def agreed(page, why):
    page.get_by_role("button", name="Publish this …").click()
    page.get_by_label("Why").fill(why)
    page.get_by_role("dialog").get_by_role("button", name="Publish", exact=True).click()


def publishing(visit):
    """Publishing: shown first, its questions answered, only then made; what changed meanwhile is shown again."""
    server = visit.board()
    publications = server.board.publications
    publications.rules = 3
    publications.questions = [{"sort": "session", "from": "ws-9", "to": "ws-10", "yes": "agendas go on", "no": "one is new",
                               "words": "ws-9 is gone, and ws-10 is new with the same title: was ws-9 renamed ws-10?"}]
    page = visit.open(server)
    page.locator(".tab", has_text="Publish").click()
    page.get_by_label("Status").select_option("final")
    shown(page)
    page.locator(".said", has_text="breaks the rules 3 times").wait_for()
    assert page.get_by_role("button", name="Publish this …").count() == 0
    assert page.get_by_role("button", name="Show again with this").count() == 0
    page.get_by_label("Why it goes out all the same").type("the venue asks for it")
    assert page.get_by_label("Why it goes out all the same").input_value() == "the venue asks for it"
    page.get_by_role("button", name="Show again with this").click()
    page.get_by_label("Yes: agendas go on").wait_for()
    visit.axe(page, "a publication that asks")
    visit.shot(page, "publish-asks")
    page.get_by_label("No: one is new").check()
    page.get_by_label("Yes: agendas go on").check()
    page.get_by_role("button", name="Show again with this").click()
    page.get_by_text("Would be publication 1 (final)").wait_for()
    wish = list(publications.all.values())[-1]["wish"]
    assert wish == {"status": "final", "reason": "the venue asks for it", "renamed": ["ws-9=ws-10"], "not_renamed": []}, wish
    # What is said otherwise since then is shown before it goes out.
    page.get_by_label("A note for everyone").fill("New rooms.")
    assert page.get_by_role("button", name="Publish this …").count() == 0
    page.get_by_label("A note for everyone").fill("")
    visit.axe(page, "a publication that is shown")
    visit.shot(page, "publish-shown")
    # Somebody moves a session before the yes.
    other = visit.open(server, name="Grace")
    other.locator(".tab", has_text="History").click()
    other.get_by_role("button", name="Note …").click()
    other.get_by_label("Note", exact=True).fill("wait")
    other.keyboard.press("Enter")
    taken(server, 1)
    assert publications.made == 0
    agreed(page, "the committee agreed")
    page.locator(".meanwhile", has_text="The draft has changed since this was shown").wait_for()
    assert publications.made == 0
    agreed(page, "the committee agreed")
    page.get_by_role("heading", name="Published", exact=True).wait_for()
    assert publications.made == 1
    visit.shot(page, "publish-done")
    other.locator(".card", has_text="Published as publication 1 (final), kept as draft 1").wait_for()
    assert "the committee agreed" in other.locator(".card").first.inner_text()
    # What is not right is said, and nothing is offered; what is not wanted is forgotten.
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Where the files will be found").fill("nowhere")
    shown(page)
    page.get_by_text("--address 'nowhere' is no address.").wait_for()
    assert page.get_by_role("button", name="Publish this …").count() == 0
    page.get_by_label("Where the files will be found").fill("")
    shown(page)
    page.get_by_role("button", name="Leave it").click()
    page.get_by_role("button", name="Publish this …").wait_for(state="detached")
    assert publications.made == 1
    look = visit.open(visit.board(may_edit=False), name="")
    look.locator(".tab", has_text="Publish").click()
    look.get_by_text("Somebody who may edit can publish it").wait_for()
    assert look.get_by_role("button", name=re.compile("Show what|Publish this")).count() == 0


def drafts(visit):
    """Drafts: a branch, two compared, the stage; the history says who, what and why; tables with findings."""
    server = visit.board()
    page = visit.open(server)
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_role("button", name="Branch for a what-if …").click()
    page.get_by_label("Its name").fill("Without the hall")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.head-parts select').value === '2'")
    id_ = some(page)
    session(page, id_).click()
    lifted(page)
    place(page, free_place(page)).click()
    taken(server, 1)
    assert not server.board.drafts[1].acts
    page.locator(".tab", has_text="Drafts").click()
    page.get_by_label("With").select_option("1")
    page.get_by_role("button", name="Compare").click()
    page.get_by_text("1 session elsewhere").wait_for()
    change = page.locator(".plain-list small", has_text="→").first.inner_text()
    assert "Dec, " in change and "Room" in change, change
    visit.axe(page, "two drafts compared")
    visit.shot(page, "compared")
    page.get_by_label("Closed").click()
    page.get_by_label("Why (for").fill("agreed in plenary")
    page.keyboard.press("Enter")
    page.wait_for_selector(".head-parts .stage")
    assert page.get_by_label("Closed").is_checked()
    assert server.board.drafts[2].acts[-1]["why"] == "agreed in plenary", server.board.drafts[2].acts[-1]
    page.locator(".tab", has_text="History").click()
    page.locator(".act-head").nth(1).wait_for()
    assert "Ada" in page.locator(".act-head").first.inner_text()
    visit.shot(page, "history")
    for tab in ("Problems", "Costs", "Links", "Fairness", "Unplaced", "Several", "Solve", "History", "Drafts"):
        page.locator(".tab", has_text=tab).click()
        visit.axe(page, tab)
    page.locator(".tab", has_text="Tables").click()
    page.get_by_role("button", name="rooms.csv").click()
    page.get_by_label("seats, row 2").fill("many")
    page.keyboard.press("Tab")
    page.get_by_text("Seats are a number").wait_for()
    visit.shot(page, "tables")
    visit.axe(page, "a table")
    page.reload()
    page.locator(".tab", has_text="Tables").click()
    held = []
    page.route("**/api/tables/rooms.csv/check", lambda route: held.append(route))
    page.get_by_role("button", name="rooms.csv").click()
    assert page.get_by_label("seats, row 2").input_value() == "many"
    page.get_by_label("seats, row 2").fill("85")
    # What `check` says of the former value comes while somebody types, and draws the table anew.
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    page.get_by_text("Seats are a number").wait_for()
    page.unroute("**/api/tables/rooms.csv/check")
    assert page.get_by_label("seats, row 2").input_value() == "85"
    page.keyboard.press("Tab")
    page.get_by_text("Seats are a number").wait_for(state="detached")
    page.get_by_role("button", name="Show what changes …").click()
    page.get_by_role("button", name="Save the file").click()
    page.wait_for_function("() => /saved/.test(document.querySelector('.voice-words').textContent)")
    assert server.board.rooms[1][2] == "85"


def several(visit):
    """Several at once: two slots swapped and a day's rest shifted, one act and one undo each."""
    server = visit.board()
    page = visit.open(server)
    before = server.board.drafts[1].places()
    page.locator(".tab", has_text="Several").click()
    page.get_by_label("What starts at").select_option(index=1)
    page.get_by_label("goes to").select_option(index=2)
    page.get_by_role("button", name="Swap").click()
    taken(server, 1)
    moved = [id_ for id_, at in server.board.drafts[1].places().items() if at != before[id_]]
    assert len(server.board.drafts[1].acts) == 1 and len(moved) > 1
    page.get_by_role("button", name="Undo").first.click()
    taken(server, 2)
    page.wait_for_timeout(100)
    assert server.board.drafts[1].places() == before
    session(page, some(page, 1)).click(modifiers=["Control"])
    session(page, some(page, 2)).click(modifiers=["Control"])
    page.get_by_label("by minutes").fill("30")
    page.get_by_role("button", name="Move", exact=True).click()
    assert len(json.loads(taken(server, 3)[2])["moves"]) == 2


def looks(visit):
    """Sizes and colours: phone, dark, forced colours, 200 %; no serious finding, no sideways scroll."""
    server = visit.board(60, 8)
    for name, options in (("phone", PHONE), ("dark", {**LAPTOP, "color_scheme": "dark"}), ("light", LAPTOP),
                          ("forced", {**LAPTOP, "forced_colors": "active"}),
                          ("zoomed", {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2})):
        page = visit.open(server, **options)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (name, wide)
        visit.shot(page, name)
        visit.axe(page, name)
        page.locator(".view").nth(2).click()
        session(page, some(page, 2)).click()
        lifted(page)
        visit.axe(page, f"{name}, a session lifted")
        visit.shot(page, f"{name}-lifted")
        small = page.evaluate("""() => [...document.querySelectorAll('.bar button, .filters button, .tab, .chip, .find')]
          .filter(node => node.checkVisibility() && node.getBoundingClientRect().height < 24).length""")
        assert not small, (name, small)
        page.keyboard.press("Escape")


def look_only(visit):
    """Looking only: prices are shown, nothing can be moved, no name is asked for."""
    server = visit.board(may_edit=False)
    page = visit.open(server, name="")
    assert not page.get_by_role("dialog").count()
    session(page, some(page)).click()
    lifted(page)
    place(page, free_place(page)).click()
    assert not server.board.bodies and not page.get_by_role("button", name="Undo").count()
    visit.axe(page, "looking only")


def named(visit):
    """The entry: who edits says who they are, once; acts carry the name."""
    server = visit.board()
    page = visit.open(server, name="")
    dialog = page.get_by_role("dialog", name="Who are you?")
    page.keyboard.press("Escape")
    assert dialog.is_visible()
    visit.axe(page, "the entry")
    page.get_by_label("Your name").fill("Noor")
    page.keyboard.press("Enter")
    session(page, some(page)).click()
    lifted(page)
    place(page, free_place(page)).click()
    assert json.loads(taken(server, 1)[0])["author"] == "Noor"
    page.reload()
    page.wait_for_selector(".session")
    assert not dialog.count()


def refused(visit):
    """Tables that are refused: the page opens on what is wrong, and asks again."""
    server = visit.board()
    server.board.scenario["findings"] = [{"severity": "error", "file": "rooms.csv", "line": 2, "sentence": "No seats."}]
    page = visit.open(server)
    assert page.get_by_text("No seats.").is_visible()
    server.board.drafts[1].state = lambda: {}["none"]
    page.reload()
    page.get_by_role("button", name="Look again").wait_for()
    assert page.get_by_text("rooms.csv:2").is_visible() and page.get_by_role("alert").is_visible()
    visit.axe(page, "refused tables")
    visit.expects(["ERR_EMPTY_RESPONSE"])


def hostile(visit):
    """Hostile titles: text stays text, in the timetable, the panel, what is said and the log."""
    server = visit.board(30, 5, hostile=True)
    page = visit.open(server)
    id_ = next(s["id"] for s in server.board.scenario["sessions"] if "<img" in s["title"] and server.board.drafts[1].places()[s["id"]])
    session(page, id_).click()
    lifted(page)
    place(page, free_place(page)).click()
    taken(server, 1)
    for tab in ("History", "Costs", "Session", "Unplaced"):
        page.locator(".tab", has_text=tab).click()
        page.wait_for_timeout(100)
    assert not page.locator("img").count() and "<img src=x" in page.locator(".voice-words").inner_text()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, wide
    visit.shot(page, "hostile")


CHECKS = [looks, week, three_ways, drafts, restart, lifting, structure, told, quarters, lifted_and_drawn, filters, two_windows, conflict, solving,
          what_ifs, kept, publishing, several,
          look_only, named, refused, hostile]


def main(chromium, site, shots=None):
    only = os.environ.get("ONLY", "").split()
    chosen = [check for check in CHECKS if not only or check.__name__ in only]
    return all_tried(chosen, Visit, chromium, site, shots, at_once=2)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
