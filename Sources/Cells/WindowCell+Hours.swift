// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Texts

extension WindowCell {
  /// From one time to another, minutes of the day.
  public static func hours(_ cell: String) -> Reading<Range<Int>> {
    let plain = CellText(cell)
    var text = plain.text.lowercased()
    for word in ["from ", "von ", "de ", "between "] where text.hasPrefix(word) {
      text.removeFirst(word.count)
    }
    for (sign, isPlain) in [
      ("-", true), (" to ", false), (" until ", false), (" till ", false), (" bis ", false),
      (" and ", false), (" à ", false), (" a ", false), ("/", false), ("~", false), ("..", false),
    ] {
      let ends = text.components(separatedBy: sign)
      guard ends.count == 2 else { continue }
      let reading = hours(ends[0].trimmed, ends[1].trimmed)
      if case .refused(.unlike(let guesses)) = reading, guesses.isEmpty { continue }
      let isSpaced = ends[0].hasSuffix(" ") || ends[1].hasPrefix(" ")
      return reading.spelt(plain.spellings.union(isPlain ? (isSpaced ? [.blanks] : []) : [.clock]))
    }
    return .refused(.unlike(openEnded(text)))
  }

  private static func hours(_ start: String, _ end: String) -> Reading<Range<Int>> {
    if let start = ClockTime.minutes(start), let end = ClockTime.minutes(end) {
      return stretch(start, end, [])
    }
    guard case .read(let from, let first) = strict(start),
      case .read(let until, let second) = strict(end)
    else {
      let guess = loose(start, end).map { stretch($0, $1, []) }
      return .refused(.unlike(guess?.value.map { [plain($0)] } ?? []))
    }
    return stretch(from, until, first.union(second))
  }

  /// A time that cannot be a number of something else: `9` does not count, `9:00` and `9 am` do.
  private static func strict(_ text: String) -> Reading<Int> {
    if let minute = ClockTime.minutes(text) { return .read(minute, []) }
    return ClockCell.time(text)
  }

  /// `9` and `13`, `2` and `4 pm` as hours.
  private static func loose(_ start: String, _ end: String) -> (Int, Int)? {
    func minutes(_ text: String) -> Int? {
      if let minute = strict(text).value { return minute }
      guard text.isDigits, let hour = Int(text), hour <= 24 else { return nil }
      return hour * 60
    }
    let half = ["am", "pm", "a.m.", "p.m."].first { end.hasSuffix($0) }
    let isHalved = half != nil && start.allSatisfy { $0.isNumber || $0 == ":" || $0 == "." }
    guard let first = minutes(isHalved ? start + (half ?? "") : start), let last = minutes(end)
    else { return nil }
    return (first, last)
  }

  /// A window over midnight ends before this; later ends are taken for slips.
  static let latestNight = 360

  /// An end that is not after the start is on the next day, if that makes it a night.
  private static func stretch(_ start: Int, _ end: Int, _ spellings: Set<Spelling>) -> Reading<
    Range<Int>
  > {
    if start < end { return .read(start..<end, spellings) }
    if end == 0, start < 1440 { return .read(start..<1440, spellings.union([.clock])) }
    if start >= 720, start < 1440, end <= latestNight {
      return .read(start..<(end + 1440), spellings)
    }
    let turned = end < start && start <= 1440 ? [plain(end..<start)] : []
    return .refused(.backwards(turned))
  }

  /// `from 14:00`, `until 12:00`.
  private static func openEnded(_ text: String) -> [String] {
    for word in ["after ", "from ", "ab ", "desde ", "since "] where text.hasPrefix(word) {
      if let start = strict(String(text.dropFirst(word.count))).value, start < 1440 {
        return [plain(start..<1440)]
      }
    }
    for word in ["before ", "until ", "till ", "bis ", "hasta ", "to "] where text.hasPrefix(word) {
      if let end = strict(String(text.dropFirst(word.count))).value, end > 0 {
        return [plain(0..<end)]
      }
    }
    // A time alone, such as `14:00`, says when something begins, not until when.
    if let start = strict(text).value, start < 1440 { return [plain(start..<1440)] }
    return []
  }
}
