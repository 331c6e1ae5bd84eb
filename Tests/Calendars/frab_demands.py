# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds our schemas of schedule.xml and schedule.json to what the public ones ask for: each fault that
those refuse is planted into a publication's files, and ours must refuse it too.

    frab_demands.py PUBLIC
"""
import copy
import json
import sys
from pathlib import Path

import jsonschema
from lxml import etree

HERE = Path(__file__).parent
public = Path(sys.argv[1])
schema = etree.XMLSchema(etree.parse(HERE / "frab.xsd"))
document = etree.parse(public / "schedule.xml")
asked = jsonschema.Draft202012Validator(json.loads((HERE / "frab.schema.json").read_text()))
data = json.loads((public / "schedule.json").read_text(encoding="utf-8"))
assert schema.validate(document), schema.error_log
assert asked.is_valid(data), next(asked.iter_errors(data)).message


def text(path, value):
    def plant(root):
        found = root.find(path)
        if found is None:
            event = root.find(".//event")
            found = etree.Element(path.rpartition("/")[2])
            event.insert([child.tag for child in event].index("slug") + 1, found)
        found.text = value
    return plant


def without(path):
    def plant(root):
        found = root.find(path)
        found.getparent().remove(found)
    return plant


def attribute(path, name, value):
    def plant(root):
        found = root.find(path)
        if value is None:
            del found.attrib[name]
        else:
            found.set(name, value)
    return plant


def twice(name):
    def plant(root):
        first, second = root.findall(".//event")[:2]
        second.set(name, first.get(name))
    return plant


def same_slug(root):
    first, second = root.findall(".//event")[:2]
    second.find("slug").text = first.findtext("slug")


event = ".//event"
xml_faults = {
    "an empty url": text(f"{event}/url", ""),
    "a url without a scheme": text(f"{event}/url", "example.org/a"),
    "a url of another scheme": text(f"{event}/url", "mailto:a@example.org"),
    "a base_url that is empty": text("conference/base_url", "") if document.find("conference/base_url") is not None
    else lambda root: root.find("conference").insert(6, etree.Element("base_url")),
    "a date without its offset": text(f"{event}/date", "2023-10-09T09:30:00"),
    "a start that is no clock": text(f"{event}/start", "9.30"),
    "a duration in minutes": text(f"{event}/duration", "90"),
    "no version": without("version"),
    "no conference": without("conference"),
    "no acronym": without("conference/acronym"),
    "no title of the conference": without("conference/title"),
    "days that are no number": text("conference/days", "five"),
    "an event without a guid": attribute(event, "guid", None),
    "a guid that is none": attribute(event, "guid", "a-1"),
    "an event without an id": attribute(event, "id", None),
    "an id that is none": attribute(event, "id", "0"),
    "an id that is there twice": twice("id"),
    "a guid that is there twice": twice("guid"),
    "a slug that is there twice": same_slug,
    "a day's start without its offset": attribute("day", "start", "2023-10-09T09:30:00"),
    "a day's number that is none": attribute("day", "index", "0"),
    **{f"an event without {name}": without(f"{event}/{name}")
       for name in ("room", "title", "subtitle", "type", "date", "start", "duration", "abstract", "slug", "track")},
}
if document.find(f"{event}/persons/person") is not None:
    xml_faults["a person of number 0"] = attribute(f"{event}/persons/person", "id", "0")

for name, plant in xml_faults.items():
    root = copy.deepcopy(document.getroot())
    plant(root)
    assert not schema.validate(root), f"frab.xsd lets pass: {name}"


def first_event(data):
    return next(event for day in data["schedule"]["conference"]["days"]
                for room in day["rooms"].values() for event in room)


def put(where, key, value):
    def plant(data):
        where(data)[key] = value
    return plant


def drop(where, key):
    def plant(data):
        del where(data)[key]
    return plant


def whole(data):
    return data["schedule"]


def conference(data):
    return data["schedule"]["conference"]


def day(data):
    return conference(data)["days"][0]


def room(data):
    return conference(data)["rooms"][0]


json_faults = {
    "another key at the top": put(lambda data: data, "more", 1),
    "an empty base_url": put(whole, "base_url", ""),
    "no version": drop(whole, "version"),
    "an acronym of three letters": put(conference, "acronym", "igf"),
    "an acronym in capitals": put(conference, "acronym", "IGF2023"),
    "another key of the conference": put(conference, "venue", "Kyoto"),
    "a zone that is none": put(conference, "time_zone_name", "JST"),
    **{f"a conference without {key}": drop(conference, key)
       for key in ("title", "acronym", "days", "daysCount", "start", "end", "timeslot_duration")},
    **{f"a day without {key}": drop(day, key) for key in ("date", "day_end", "day_start", "index", "rooms")},
    "a room without a guid": drop(room, "guid"),
    "a room's guid that is none": put(room, "guid", "hall"),
    "another key of a room": put(room, "floor", 1),
    "a code in small letters": put(first_event, "code", "a-1"),
    "another key of an event": put(first_event, "note", "x"),
    "an empty url": put(first_event, "url", ""),
    "an id of 0": put(first_event, "id", 0),
    "a guid that is none": put(first_event, "guid", "a-1"),
    "a language in words": put(first_event, "language", "English"),
    "a duration in minutes": put(first_event, "duration", "90"),
    "a person with a number alone": put(first_event, "persons", [{"id": 1}]),
    "a person of both forms": put(first_event, "persons", [{"id": 1, "public_name": "A", "name": "A"}]),
    **{f"an event without {key}": drop(first_event, key)
       for key in ("abstract", "date", "duration", "guid", "id", "language", "links", "persons", "room", "slug",
                   "start", "subtitle", "title", "track", "type", "url")},
}
for name, plant in json_faults.items():
    planted = copy.deepcopy(data)
    plant(planted)
    assert not asked.is_valid(planted), f"frab.schema.json lets pass: {name}"
print(f"{public}: {len(xml_faults) + len(json_faults)} faults planted, all refused")
