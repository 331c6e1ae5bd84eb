# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what addresses.sh published and exported, by programs that are not ours."""
import json
import pathlib
import sys

import icalendar
import openpyxl
import vobject
from lxml import etree, html

work = pathlib.Path(sys.argv[1])
public = work / "out" / "public"

# What goes out of each cell: an address, words, or nothing.
PAGE = {
    "a-1": "https://www.meeting.example/a",
    "a-2": "https://meeting.example/session/%C3%A9",
    "a-3": None,
    "a-4": "https://meeting.example/four",
    "a-5": None,
    "a-6": "https://meeting.example/6",
}
ONLINE = {
    "a-1": None,
    "a-2": "https://video.example/j/1?pwd=a%20b",
    "a-3": "https://video.example/%E4%BC%9A%E8%AE%AE",
    "a-4": "https://xn--bro-hoa.example/4",
    "a-5": None,
    "a-6": "tel:+41229170000",
}
WORDS = {"a-1": "Zoom 000 0000 0000 (code 00)", "a-5": "https://zoom.example/j/5 Passcode: 123"}

# Every cell is told, with its place, by all three commands.
cells = {(2, "url"), (2, "conference"), (3, "url"), (3, "conference"), (4, "url"), (4, "conference"),
         (5, "url"), (5, "conference"), (6, "url"), (6, "conference")}
told = [("check.json", "findings", "check"), ("publish.json", "addresses", "publish"),
        ("export.json", "addresses", "export.err")]
for data, key, text in told:
    findings = json.loads((work / data).read_text())[key]
    found = {(f["line"], f["column"]) for f in findings if f["rule"] == "address"}
    assert found == cells, (data, found ^ cells)
    assert {f["column"] for f in findings if f["rule"] == "calendar"} == {
        "calendar.domain", "calendar.organizer", "calendar.url"}, data
    words = " ".join((work / text).read_text().split())
    for part in ["line 3, column conference", "a blank stands at place", "%E4%BC%9A%E8%AE%AE", "javascript:",
                 "it is taken as tiny.example"]:
        assert part in words, (text, part)


def judge(events, uid, url, conference, description):
    seen = set()
    for event in events:
        session, _, domain = uid(event).partition("@")
        assert domain == "tiny.example", domain
        seen.add(session)
        assert (url(event) or None) == PAGE[session], (session, url(event))
        assert (conference(event) or None) == ONLINE[session], (session, conference(event))
        said = description(event)
        for shown in [PAGE[session], ONLINE[session], WORDS.get(session)]:
            assert shown is None or shown in said, (session, shown)
    assert seen == set(PAGE), seen


calendar_text = (public / "programme.ics").read_text()
calendar = icalendar.Calendar.from_ical(calendar_text)
judge(calendar.walk("VEVENT"), lambda e: str(e["UID"]), lambda e: str(e.get("URL", "")),
      lambda e: str(e.get("CONFERENCE", "")), lambda e: str(e["DESCRIPTION"]))
assert all(str(e["ORGANIZER"]) == "mailto:desk@tiny.example" for e in calendar.walk("VEVENT"))


def of(event, name):
    return event.contents[name][0].value if name in event.contents else ""


judge(vobject.readOne(calendar_text).vevent_list, lambda e: e.uid.value, lambda e: of(e, "url"),
      lambda e: of(e, "conference"), lambda e: of(e, "description"))

# xCal and jCal say the same.
xcal = etree.parse(str(public / "programme.xcal.xml"))
uris = {e.text for e in xcal.iter("{urn:ietf:params:xml:ns:icalendar-2.0}uri")}
jcal = json.loads((public / "programme.jcal.json").read_text())
values = {p[3] for part in [jcal] + jcal[2] for p in part[1] if p[2] == "uri"}
right = {a for a in [*PAGE.values(), *ONLINE.values()] if a}
right |= {"https://www.tiny.example", "https://tiny.example/programme.ics"}
assert uris == values == right, (uris ^ right, values ^ right)

# The pages: links are addresses, words are words.
for folder in [public, work / "export"]:
    page = html.parse(str(folder / "index.html"))
    links = {a.get("href") for a in page.iter("a")}
    for address in [*PAGE.values(), *ONLINE.values()]:
        assert address is None or address in links, address
    text = page.getroot().text_content()
    for words in WORDS.values():
        assert f"Take part online{words}" in text, words
    for name in ["google-calendar.csv", "outlook.csv", "sched.csv"]:
        table = (folder / name).read_text()
        for shown in right - {"https://www.tiny.example", "https://tiny.example/programme.ics"}:
            assert shown in table, (name, shown)
        for words in WORDS.values():
            assert words in table, (name, words)
    sheet = openpyxl.load_workbook(folder / "programme.xlsx")["List"]
    links = {row[0].value: row[13].hyperlink.target if row[13].hyperlink else None
             for row in sheet.iter_rows(min_row=2)}
    assert links == PAGE, links

# Conference apps.
frab = etree.parse(str(public / "schedule.xml"))
hrefs = {link.get("href") for link in frab.iter("link")}
assert hrefs == {a for a in ONLINE.values() if a and a.startswith("https")}, hrefs
for words in [*WORDS.values(), "tel:+41229170000"]:
    assert any(words in (d.text or "") for d in frab.iter("description")), words

# What can run stands nowhere.
for folder in [public, work / "export", work / "out" / "team"]:
    for path in folder.rglob("*"):
        if path.is_file():
            bytes_ = path.read_bytes()
            assert b"alert(1)" not in bytes_ and b"text/html;alert" not in bytes_, path
print("addresses: as they must be")
