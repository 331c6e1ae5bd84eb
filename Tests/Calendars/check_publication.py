#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every file of a publication with programs that are not ours.

usage: check_publication.py PUBLIC_FOLDER [SCHEDULE.csv]

Each calendar with PyPI's icalendar and vobject, its VTIMEZONE against the system's zone data, jCal by
icalendar, xCal against jCal, frab's files against the schemas beside this script, Atom as XML, the
codes of the index page by ZXing. With a schedule, what was published is held against it.
"""

import csv
import json
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import jsonschema
import numpy
import vobject
import zxingcpp
from lxml import etree
from tinycss2.color3 import parse_color

HERE = Path(__file__).parent
faults = []


def fault(path, sentence):
    faults.append(f"{path}: {sentence}")


def utc(moment):
    return moment.astimezone(timezone.utc)


def check_zone(path, calendar):
    """What the VTIMEZONE says, each hour around its events, against the system's zone data."""
    zones = calendar.walk("VTIMEZONE")
    if len(zones) != 1:
        return fault(path, f"{len(zones)} time zones")
    for kind, low in (("STANDARD", 1), ("DAYLIGHT", 0)):
        if not low <= len(calendar.walk(kind)) <= 1:
            fault(path, f"{len(calendar.walk(kind))} {kind}")
    ours, system = zones[0].to_tz(), ZoneInfo(str(zones[0]["TZID"]))
    for event in calendar.walk("VEVENT"):
        for key in ("DTSTART", "DTEND"):
            local = event[key].dt
            if "TZID" not in event[key].params:
                continue
            if str(event[key].params["TZID"]) != system.key:
                fault(path, f"TZID {event[key].params['TZID']}")
            naive = local.replace(tzinfo=None)
            if ours.utcoffset(naive) != naive.replace(tzinfo=system).utcoffset():
                fault(path, f"VTIMEZONE is wrong at {naive}")


def event_facts(event):
    return {
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]),
        "start": utc(event["DTSTART"].dt), "end": utc(event["DTEND"].dt),
        "summary": str(event["SUMMARY"]), "location": str(event.get("LOCATION", "")),
        "status": str(event["STATUS"]), "stamp": event["DTSTAMP"].dt,
    }


def check_calendar(path):
    data = path.read_bytes()
    calendar = icalendar.Calendar.from_ical(data)
    facts = {}
    name, figures = str(calendar.get("COLOR")), str(calendar.get("X-APPLE-CALENDAR-COLOR"))
    if figures != "#" + "".join(f"{round(part * 255):02X}" for part in parse_color(name)[:3]):
        fault(path, f"its colour is {name}, for Apple {figures}")
    for event in calendar.walk("VEVENT"):
        if event.errors:
            fault(path, f"icalendar: {event.errors}")
        own = event_facts(event)
        if own["uid"] in facts:
            fault(path, f"{own['uid']} twice")
        facts[own["uid"]] = own
        if event["LAST-MODIFIED"].dt != own["stamp"]:
            fault(path, f"{own['uid']}: DTSTAMP is not LAST-MODIFIED")
    check_zone(path, calendar)
    order = [item[0] for item in calendar.property_items() if item[0] in ("NAME", "X-WR-CALNAME", "BEGIN")]
    if order[:3] != ["BEGIN", "NAME", "X-WR-CALNAME"]:
        fault(path, f"names do not come first: {order[:4]}")
    second = vobject.readOne(data.decode("utf-8"))
    read = {}
    for event in getattr(second, "vevent_list", []):
        read[event.uid.value] = (utc(event.dtstart.value), utc(event.dtend.value), event.summary.value)
    for uid, own in facts.items():
        if uid not in read:
            fault(path, f"vobject does not see {uid}")
        elif read[uid] != (own["start"], own["end"], own["summary"]):
            fault(path, f"vobject reads {uid} as {read[uid]}, icalendar as {own}")
    if len(read) != len(facts):
        fault(path, f"vobject reads {len(read)} events, icalendar {len(facts)}")
    return facts


def check_other_forms(public, whole):
    path = public / "programme.jcal.json"
    jcal = json.loads(path.read_text(encoding="utf-8"))
    calendar = icalendar.Calendar.from_jcal(jcal)
    read = {str(event["UID"]): event_facts(event) for event in calendar.walk("VEVENT")}
    if read != whole:
        fault(path, "is not what programme.ics says")
    path = public / "programme.xcal.xml"
    space = "{urn:ietf:params:xml:ns:icalendar-2.0}"

    def component(data):
        name, properties, components = data
        # xml: name, properties as (name, parameters, type, values), components
        return (
            name, [(p[0], sorted(p[1].items()), p[2], [str(v) for v in p[3:]]) for p in properties],
            [component(part) for part in components],
        )

    def element(node):
        def child(name):
            found = node.find(space + name)
            return [] if found is None else list(found)

        properties = []
        for prop in child("properties"):
            parameters = prop.find(space + "parameters")
            listed = [] if parameters is None else [
                (p.tag.removeprefix(space), p[0].text) for p in parameters]
            values = [v for v in prop if v is not parameters]
            properties.append((
                prop.tag.removeprefix(space), sorted(listed), values[0].tag.removeprefix(space),
                [v.text or "" for v in values]))
        return (node.tag.removeprefix(space), properties, [element(c) for c in child("components")])

    tree = etree.parse(path).getroot()
    if element(tree[0]) != component(jcal):
        fault(path, "is not what programme.jcal.json says")


def check_frab(public, whole):
    path = public / "schedule.xml"
    document = etree.parse(path)
    schema = etree.XMLSchema(etree.parse(HERE / "frab.xsd"))
    if not schema.validate(document):
        fault(path, str(schema.error_log))
    standing = {uid: own for uid, own in whole.items()
                if own["status"] != "CANCELLED" and not own["summary"].startswith("[CANCELLED]")}
    times = sorted((own["start"], own["end"]) for own in standing.values())

    def stay(date, duration):
        start = utc(datetime.fromisoformat(date))
        hours, minutes = map(int, duration.split(":"))
        return start, start + timedelta(hours=hours, minutes=minutes)

    events = document.findall(".//event")
    if sorted(stay(e.findtext("date"), e.findtext("duration")) for e in events) != times:
        fault(path, "its times are not those of programme.ics")
    for event in events:
        if datetime.fromisoformat(event.findtext("date")).strftime("%H:%M") != event.findtext("start"):
            fault(path, f"start is not of date in {event.get('id')}")
    path = public / "schedule.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    for error in jsonschema.Draft202012Validator(
            json.loads((HERE / "frab.schema.json").read_text()),
            format_checker=jsonschema.FormatChecker()).iter_errors(data):
        fault(path, error.message)
    listed = [event for day in data["schedule"]["conference"]["days"]
              for room in day["rooms"].values() for event in room]
    if sorted(stay(e["date"], e["duration"]) for e in listed) != times:
        fault(path, "its times are not those of programme.ics")
    if {e["guid"] for e in listed} != {e.get("guid") for e in events}:
        fault(path, "its guids are not those of schedule.xml")
    if len({e["id"] for e in listed}) != len(listed):
        fault(path, "an id is there twice")


def check_atom(public):
    path = public / "changes.atom"
    space = "{http://www.w3.org/2005/Atom}"
    feed = etree.parse(path).getroot()
    entries = feed.findall(space + "entry")
    for node in [feed, *entries]:
        for name in ("id", "title", "updated"):
            if len(node.findall(space + name)) != 1:
                fault(path, f"not one {name} in {node.tag}")
        datetime.fromisoformat(node.findtext(space + "updated"))
    ids = [entry.findtext(space + "id") for entry in entries]
    if not ids or len(set(ids)) != len(ids):
        fault(path, "entries share an id, or there is none")
    for entry in entries:
        etree.HTML(entry.findtext(space + "content"))


def check_codes(public):
    """Every code of the index page, read as a phone reads it, is the webcal address beside it."""
    path = public / "calendars.html"
    text = path.read_text(encoding="utf-8")
    rows = re.findall(r"<li id=\"[^\"]*\">.*?</li>", text, re.S)
    count = 0
    for row in rows:
        box = re.search(r'viewBox="0 0 (\d+) \d+"', row)
        webcal = re.search(r'href="(webcal://[^"]+)"', row)
        https = re.search(r'href="(https?://[^"]+)"', row)
        if not box or not webcal or not https:
            fault(path, f"a feed lacks an address or a code: {row[:200]}")
            continue
        size = int(box.group(1))
        modules = numpy.full((size, size), 255, dtype=numpy.uint8)
        drawn = re.search(r'fill="#000" d="([^"]+)"', row).group(1)
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn):
            modules[int(y), int(x):int(x) + int(width)] = 0
        found = zxingcpp.read_barcodes(numpy.kron(modules, numpy.ones((6, 6), dtype=numpy.uint8)))
        texts = [code.text for code in found]
        if texts != [webcal.group(1)]:
            fault(path, f"the code says {texts}, the address is {webcal.group(1)}")
        if https.group(1).split(":", 1)[1] != webcal.group(1).split(":", 1)[1]:
            fault(path, f"{https.group(1)} and {webcal.group(1)} differ")
        count += 1
    return count


def check_schedule(whole, schedule):
    with open(schedule, newline="", encoding="utf-8") as file:
        rows = {row["session"]: row for row in csv.DictReader(file) if row["status"] == "placed"}
    standing = {uid.rsplit("@", 1)[0]: own for uid, own in whole.items()
                if own["status"] != "CANCELLED" and not own["summary"].startswith("[CANCELLED]")}
    if set(rows) != set(standing):
        fault(schedule, f"not the sessions of programme.ics: {set(rows) ^ set(standing)}")
    for session in set(rows) & set(standing):
        for key in ("start", "end"):
            there = datetime.fromisoformat(rows[session][key + "_utc"])
            if standing[session][key] != there:
                fault(schedule, f"{session}: {key} {standing[session][key]}, the schedule says {there}")


def main():
    public = Path(sys.argv[1])
    whole, parts = None, {}
    for path in sorted(public.rglob("*.ics")):
        facts = check_calendar(path)
        if path.name == "programme.ics":
            whole = facts
        parts[path] = facts
    for path, facts in parts.items():
        for uid, own in facts.items():
            if whole.get(uid) != own:
                fault(path, f"{uid} is not as in programme.ics")
    check_other_forms(public, whole)
    check_frab(public, whole)
    check_atom(public)
    codes = check_codes(public)
    if len(sys.argv) > 2:
        check_schedule(whole, sys.argv[2])
    for sentence in faults[:50]:
        print(sentence)
    print(f"{public}: {len(parts)} calendars, {len(whole)} events, {codes} codes, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main())
