// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// `schedule.xml`.
enum FrabXML {
  static func text(_ schedule: FrabSchedule) -> String {
    let head = schedule.head
    var xml = XMLText()
    xml.element("schedule") { xml in
      xml.leaf("generator", "", ["name": FrabSchedule.generator, "version": "1"])
      xml.leaf("version", schedule.version)
      xml.element("conference") { xml in
        xml.leaf("acronym", FrabSchedule.acronym(head))
        xml.leaf("title", head.name)
        xml.leaf("start", schedule.days.first?.date ?? "")
        xml.leaf("end", schedule.days.last?.date ?? "")
        xml.leaf("days", "\(schedule.days.count)")
        xml.leaf("timeslot_duration", ClockTime.text(head.gridMinutes))
        leaf("base_url", FrabSchedule.base(head), &xml)
        xml.leaf("time_zone_name", head.zone)
      }
      for item in schedule.days { day(item, &xml) }
    }
    return xml.text
  }

  private static func day(_ day: FrabSchedule.Day, _ xml: inout XMLText) {
    xml.element(
      "day", ["index": "\(day.index)", "date": day.date, "start": day.start, "end": day.end]
    ) { xml in
      for room in day.rooms {
        xml.element("room", ["name": room.name, "guid": room.guid]) {
          for item in room.events { event(item, &$0) }
        }
      }
    }
  }

  private static func event(_ event: FrabSchedule.Event, _ xml: inout XMLText) {
    xml.element("event", ["guid": event.guid, "id": "\(event.entry.serial)"]) { xml in
      xml.leaf("date", event.date)
      xml.leaf("start", event.start)
      xml.leaf("duration", event.duration)
      xml.leaf("room", event.room)
      xml.leaf("slug", event.slug)
      leaf("url", event.url, &xml)
      xml.leaf("title", event.title)
      xml.leaf("subtitle")
      xml.leaf("track", event.track)
      xml.leaf("type", event.type)
      leaf("language", event.language, &xml)
      xml.leaf("abstract")
      leaf("description", event.description, &xml)
      list("persons", FrabSchedule.people(event), &xml) { name, xml in
        xml.leaf("person", name, ["id": "\(FrabSchedule.number(ofPerson: name))"])
      }
      list("links", event.links, &xml) { link, xml in
        xml.leaf("link", link.title, ["href": link.url])
      }
    }
  }

  /// An element that may be missing: readers check the contents of one that is there.
  private static func leaf(_ name: String, _ text: String?, _ xml: inout XMLText) {
    if let text, !text.isEmpty { xml.leaf(name, text) }
  }

  private static func list<Item>(
    _ name: String, _ items: [Item], _ xml: inout XMLText, _ content: (Item, inout XMLText) -> Void
  ) {
    guard !items.isEmpty else { return }
    xml.element(name) { xml in for item in items { content(item, &xml) } }
  }
}
