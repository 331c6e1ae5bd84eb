// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// A text with a time of day in it, taken apart: what comes before, the time, and the zone after
/// it.
struct MomentText {
  /// Empty if the time is alone.
  let date: String
  let time: String
  /// Seconds east of UTC.
  let zone: Int?

  /// `nil` if the text has no `:` and no mark of the half day, or nothing to take apart.
  init?(_ text: String) {
    let characters = Array(text)
    guard let mark = characters.firstIndex(of: ":") else { return nil }
    var start = mark
    while start > 0, characters[start - 1].isASCII, characters[start - 1].isNumber { start -= 1 }
    guard start < mark else { return nil }
    var before = characters[..<start]
    if let last = before.last, last == "T" || last == "t" {
      // Only after a digit: `Oct` ends in a letter too.
      guard before.dropLast().last?.isNumber == true else { return nil }
      before.removeLast()
    } else if let last = before.last {
      guard last == " " || last == "," else { return nil }
      while let last = before.last, last == " " || last == "," { before.removeLast() }
    }
    let behind = String(characters[start...])
    let (time, zone) = Self.split(behind)
    date = String(before)
    self.time = time
    self.zone = zone
  }

  /// `07:00:00Z`, `09:00+02:00`, `09:00 UTC`.
  private static func split(_ text: String) -> (time: String, zone: Int?) {
    let upper = text.uppercased()
    for name in ["Z", "UTC", "GMT"] where upper.hasSuffix(name) {
      return (trimmed(text.dropLast(name.count)), 0)
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, nil) }
    let digits = text[text.index(after: sign)...].filter { $0 != ":" }
    guard digits.isDigits, digits.count == 4 || digits.count == 2,
      let hours = Int(digits.prefix(2)),
      let minutes = Int(digits.count == 4 ? digits.suffix(2) : "0"), hours <= 14, minutes < 60
    else { return (text, nil) }
    let offset = (hours * 60 + minutes) * 60
    var time = trimmed(text[..<sign])
    for name in ["UTC", "GMT"] where time.uppercased().hasSuffix(name) {
      time = trimmed(time.dropLast(3))
    }
    return (time, text[sign] == "-" ? -offset : offset)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = String(text)
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A moment with a zone: on the meeting's clocks it is another time, so the zone is never cut off.
enum Instant {
  static func refusal(
    _ date: CalendarDate?, _ minute: Int, _ zone: Int, _ context: CellContext
  ) -> Refusal {
    guard let date, let clock = context.zone else { return .instant(date: nil, time: nil) }
    let seconds = WallTime(date, minuteOfDay: minute).minutes * 60 - zone
    let wall = clock.wallTime(atInstant: seconds)
    return .instant(date: "\(wall.date)", time: wall.clock)
  }
}
