// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Programmes
import Tables
import Texts

/// `schedule.json`.
enum FrabJSON {
  static func text(_ schedule: FrabSchedule) throws -> String {
    let head = schedule.head
    var conference: [String: Any] = [
      "acronym": FrabSchedule.acronym(head), "title": line(head.name),
      "start": schedule.days.first?.date ?? "", "end": schedule.days.last?.date ?? "",
      "daysCount": schedule.days.count, "timeslot_duration": ClockTime.text(head.gridMinutes),
      "rooms": schedule.rooms.map { room($0.name, $0.guid, $0.room) },
      "tracks": tracks(schedule).map { ["name": $0] }, "days": schedule.days.map(day),
    ]
    // Readers check zones by this form, which a few of the world's zones do not have.
    if head.zone == "UTC" || head.zone.prefixMatch(of: /[A-Z][a-z]+\/[A-Z][a-z]+/) != nil {
      conference["time_zone_name"] = head.zone
    }
    var whole: [String: Any] = ["version": schedule.version, "conference": conference]
    whole["base_url"] = FrabSchedule.base(head)
    let object: [String: Any] = [
      "$schema": "https://c3voc.de/schedule/schema.json",
      "generator": ["name": FrabSchedule.generator, "version": "1"], "schedule": whole,
    ]
    return try JSONText.of(object, "schedule.json")
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

  /// A room that is known by its id wherever its name is changed.
  private static func room(
    _ name: String, _ guid: String, _ room: PublishedEvent.Room
  ) -> [String: Any] {
    var object: [String: Any] = ["name": name, "guid": guid]
    let location = line(room.location)
    if !location.isEmpty { object["description"] = location }
    return object
  }

  private static func event(_ event: FrabSchedule.Event) -> [String: Any] {
    var object: [String: Any] = [
      "guid": event.guid, "id": event.entry.serial, "date": event.date, "start": event.start,
      "duration": event.duration, "room": event.room, "slug": event.slug,
      // Readers ask for it even if there is no address: it is then the event's own name.
      "url": event.url ?? "urn:uuid:" + event.guid, "title": line(event.title), "subtitle": "",
      "track": line(event.track), "type": line(event.type),
      // ISO 639's code for what is not determined.
      "language": event.language ?? "und", "abstract": "",
      "description": CalendarText.clean(event.description), "do_not_record": false,
      "persons": FrabSchedule.people(event).map {
        ["id": FrabSchedule.number(ofPerson: $0), "public_name": line($0)] as [String: Any]
      },
      "links": event.links.map { ["title": $0.title, "url": $0.url] }, "attachments": [String](),
    ]
    object["code"] = event.code
    return object
  }

  private static func line(_ text: String) -> String { CalendarText.line(text) }
}
