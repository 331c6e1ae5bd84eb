// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes

/// `schedule.json`.
enum FrabJSON {
  static func text(_ schedule: FrabSchedule) -> String {
    let head = schedule.head
    let conference: [String: Any] = [
      "acronym": FrabSchedule.acronym(head), "title": line(head.name),
      "start": schedule.days.first?.date ?? "", "end": schedule.days.last?.date ?? "",
      "daysCount": schedule.days.count, "timeslot_duration": ClockTime.text(head.gridMinutes),
      "time_zone_name": head.zone,
      "rooms": schedule.rooms.map { ["name": $0.name, "description": line($0.room.location)] },
      "tracks": tracks(schedule).map { ["name": $0] }, "days": schedule.days.map(day),
    ]
    let object: [String: Any] = [
      "generator": ["name": FrabSchedule.generator, "version": "1"],
      "schedule": [
        "version": schedule.version, "base_url": head.address, "conference": conference,
      ],
    ]
    let options: JSONSerialization.WritingOptions = [
      .sortedKeys, .prettyPrinted, .withoutEscapingSlashes,
    ]
    let data = try? JSONSerialization.data(withJSONObject: object, options: options)
    return String(decoding: data ?? Data("{}".utf8), as: UTF8.self) + "\n"
  }

  private static func tracks(_ schedule: FrabSchedule) -> [String] {
    Set(schedule.days.flatMap(\.rooms).flatMap(\.events).map { line($0.track) }).sorted()
  }

  private static func day(_ day: FrabSchedule.Day) -> [String: Any] {
    var rooms: [String: Any] = [:]
    for room in day.rooms { rooms[room.name] = room.events.map(event) }
    return [
      "index": day.index, "date": day.date, "day_start": day.start, "day_end": day.end,
      "rooms": rooms,
    ]
  }

  private static func event(_ event: FrabSchedule.Event) -> [String: Any] {
    [
      "guid": event.guid, "id": event.entry.serial, "code": line(event.entry.session),
      "date": event.date, "start": event.start, "duration": event.duration, "room": event.room,
      "slug": event.slug, "url": event.url, "title": line(event.title), "subtitle": "",
      "track": line(event.track), "type": line(event.type),
      "language": line(event.entry.event.languages.joined(separator: ", ")), "abstract": "",
      "description": CalendarText.clean(event.description), "do_not_record": false,
      "persons": FrabSchedule.people(event).map {
        ["id": FrabSchedule.number(ofPerson: $0), "public_name": line($0)] as [String: Any]
      },
      "links": event.links.map { ["title": $0.title, "url": $0.url] }, "attachments": [String](),
    ]
  }

  private static func line(_ text: String) -> String { CalendarText.line(text) }
}
