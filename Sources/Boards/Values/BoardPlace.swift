// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Where a session stands on a board: both its time and its room, or it stands nowhere.
public struct BoardPlace: Hashable, Sendable {
  /// When it starts, on the venue's clock.
  public var start: WallTime
  /// The room's id; perhaps of one that the tables no longer have.
  public var room: String

  public init(start: WallTime, room: String) {
    self.start = start
    self.room = room
  }

  /// The start as data has it: `2026-11-03T09:30`.
  public var startText: String { "\(start.date)T\(start.clock)" }

  /// Reads `2026-11-03T09:30`, and nothing else.
  public static func start(_ text: String) -> WallTime? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]),
      let minute = ClockTime.minutes(parts[1]), minute < 1440
    else { return nil }
    return WallTime(date, minuteOfDay: minute)
  }
}

extension BoardPlace: Codable {
  private enum Key: String, CodingKey { case start, room }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let text = try values.decode(String.self, forKey: .start)
    guard let start = Self.start(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .start, in: values, debugDescription: "a start such as 2026-11-03T09:30 is expected"
      )
    }
    self.init(start: start, room: try values.decode(String.self, forKey: .room))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(startText, forKey: .start)
    try values.encode(room, forKey: .room)
  }
}
