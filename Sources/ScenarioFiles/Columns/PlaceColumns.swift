// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Meetings

extension TableName {
  static let roomColumns: [Column] = [
    Column("id", .id, "what the tables call it", isRequired: true, also: ["room_id"]),
    Column("name", .text, "what people call it", also: ["room_name"]),
    Column(
      "capacity", .number(.seats, 0...1_000_000), "seats", isRequired: true, also: ["seats"]),
    Column(
      "features", .words(.feature), "what it has: hybrid;captioning;interpretation;roundtable;stage"
    ),
    Column(
      "available", .windows, "windows in which it can be used; empty: always",
      maybe: ["availability", "windows"]),
    Column(
      "turnover_minutes", .number(.minutes, 0...1440),
      "between two sessions in it; empty: as in meeting.json", also: ["turnover"]),
    Column("location", .text, "where it is"),
    Column(
      "position", .position, "where that is on a map: latitude;longitude",
      also: ["coordinates", "geo"], maybe: ["latitude", "longitude", "gps"]),
    Column(
      "map", .address, "a page or picture that shows the way to it", also: ["floor_plan"],
      maybe: ["plan", "picture"]),
    Column("parts", .references(.room), "for a room made of others when joined: their ids"),
  ]

  static let sessionColumns: [Column] = [
    Column("id", .id, "what the tables call it", isRequired: true, also: ["session_id"]),
    Column(
      "activity", .references(.activity), "one id, or several for a joint session",
      isRequired: true, also: ["activities", "activity_id"]),
    Column("title", .text, "what the agenda says", also: ["session_title"], maybe: ["name"]),
    Column(
      "minutes", .number(.minutes, 1...1440), "its length, a multiple of the grid",
      isRequired: true, also: ["duration", "length", "duration_minutes", "length_minutes"]),
    Column(
      "audience", .number(.seats, 0...1_000_000), "seats wanted",
      also: ["expected_audience"],
      maybe: ["seats", "participants", "attendees", "attendance", "pax", "capacity"]),
    Column(
      "themes", .words(.theme), "its own; empty: its activities'",
      also: ["theme"], maybe: ["topics", "topic", "tags", "tracks", "track"]),
    Column(
      "needs", .words(.feature), "features that its room must have",
      maybe: ["features", "feature", "equipment", "requirements"]),
    Column(
      "placement", .choice(Session.Placement.allCases.map(\.rawValue)),
      "must (default), or optional: may be left out"),
    Column("priority", .number(.things, 1...5), "1–5, what leaving it out costs; empty: 3"),
    Column("day", .day, "a pin: the day it must be on", maybe: ["date", "days"]),
    Column(
      "start", .clock, "a pin: when it must begin", also: ["start_time", "starts"],
      maybe: ["time", "begins"]),
    Column(
      "room", .reference([.room]), "a pin: where it must be", also: ["room_id"],
      maybe: ["room_name", "venue", "location"]),
    Column("allowed", .windows, "windows that it must lie in", maybe: ["available", "windows"]),
    Column("exclusive", .answer, "yes: nothing else runs while it does"),
    Column("url", .address, "its page", maybe: ["link", "web_page", "website", "address"]),
  ]

  static let furtherSessionColumns: [Column] = [
    Column("description", .text, "shown to participants"),
    Column("languages", .words(.language), "shown to participants"),
    Column("conference", .address, "where to take part online"),
  ]
}
