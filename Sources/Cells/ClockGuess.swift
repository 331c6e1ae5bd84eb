// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// What a cell that is not a time of day was probably meant to say.
enum ClockGuess {
  /// `noon`, `PM 2:30`, `下午2:30`, `09;00`: the one time in the text, as the contract writes it.
  static func all(in text: String) -> [String] {
    let lower = text.lowercased()
    if let minute = words[lower] { return [ClockTime.text(minute)] }
    guard text.contains(where: { $0.isLetter || $0 == ";" }) else { return [] }
    let times = times(in: lower.replacing(";", with: ":"))
    guard times.count == 1, var minute = times.first else { return [] }
    if minute < 720, afternoon.contains(where: lower.contains) { minute += 720 }
    return [ClockTime.text(minute)]
  }

  /// The times in a text that are written with a colon.
  static func times(in text: String) -> [Int] {
    text.split { !($0.isASCII && ($0.isNumber || $0 == ":")) }.filter { $0.contains(":") }
      .compactMap { ClockCell.time(String($0)).value }
  }

  /// Whether it has a time followed by the letters of a time zone, such as `09:00 CET`.
  static func hasZoneName(_ text: String) -> Bool {
    guard let blank = text.lastIndex(of: " ") else { return false }
    let name = text[text.index(after: blank)...]
    let isName =
      (3...5).contains(name.count) && name.allSatisfy { $0.isASCII && $0.isUppercase }
      || name.contains("/") && name.allSatisfy { $0.isLetter || $0 == "/" || $0 == "_" }
    return isName && ClockCell.time(String(text[..<blank])).value != nil
  }

  private static let words = [
    "noon": 720, "midday": 720, "midi": 720, "mittag": 720, "mediodía": 720, "meio-dia": 720,
    "полдень": 720, "midnight": 0, "minuit": 0, "mitternacht": 0, "medianoche": 0, "полночь": 0,
  ]

  private static let afternoon = ["pm", "p.m", "下午", "晚上", "오후", "午後", "م"]
}
