#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a calendar with PyPI's icalendar and holds it against the schedule that it is made from.

usage: check_ics.py PROGRAMME.ics SCHEDULE.csv
"""

import csv
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

import icalendar


def main(calendar_path, schedule_path):
    faults = []
    with open(calendar_path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    with open(schedule_path, newline="", encoding="utf-8") as file:
        rows = {row["session"]: row for row in csv.DictReader(file) if row["status"] == "placed"}
    events = {str(event["UID"]).rsplit("@", 1)[0]: event for event in calendar.walk("VEVENT")}
    if set(events) != set(rows):
        faults.append(f"not the same sessions: {sorted(set(events) ^ set(rows))}")
    zones = calendar.walk("VTIMEZONE")
    if len(zones) != 1:
        faults.append(f"{len(zones)} time zones, one is expected")
    for kind, most in (("STANDARD", 1), ("DAYLIGHT", 1)):
        count = len(calendar.walk(kind))
        if count > most or (kind == "STANDARD" and count != 1):
            faults.append(f"{count} {kind}")
    for session in sorted(set(events) & set(rows)):
        event, row = events[session], rows[session]
        for key, column in (("DTSTART", "start_utc"), ("DTEND", "end_utc")):
            local = event[key].dt
            there = datetime.strptime(row[column], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
            if local.astimezone(timezone.utc) != there:
                faults.append(f"{session}: {key} is {local}, the schedule says {there}")
            zone = str(event[key].params["TZID"])
            known = local.replace(tzinfo=ZoneInfo(zone)).utcoffset()
            ours = zones[0].to_tz().utcoffset(local.replace(tzinfo=None))
            if ours != known:
                faults.append(f"{session}: VTIMEZONE gives {ours} at {local}, {zone} is {known}")
        if str(event["SUMMARY"]) != row["title"]:
            faults.append(f"{session}: {event['SUMMARY']!r} is not {row['title']!r}")
        if not str(event.get("LOCATION", "")):
            faults.append(f"{session}: no location")
        if "DTSTAMP" not in event:
            faults.append(f"{session}: no DTSTAMP")
    for fault in faults:
        print(fault)
    print(f"{calendar_path}: {len(events)} events, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
