// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings

/// Dates with words in them: `16 Dec 2026`, `December 16, 2026`, `16 décembre 2026`, `2026年12月16日`.
enum DateWords {
  enum Named {
    case date(CalendarDate)
    case noSuchDay, none
  }

  /// - Parameter parts: three words or numbers in small letters.
  static func named(_ parts: [String]) -> Named {
    for (month, day) in [(1, 0), (0, 1)] {
      guard let month = self.month(parts[month]), let day = self.day(parts[day]),
        let year = year(parts[2])
      else { continue }
      return CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .noSuchDay
    }
    // `2026 Dec 16`, as some databases have it.
    if parts[0].count == 4, let year = year(parts[0]), let month = month(parts[1]),
      let day = day(parts[2])
    {
      return CalendarDate(year: year, month: month, day: day).map { .date($0) } ?? .noSuchDay
    }
    return .none
  }

  /// A year of four figures, or of two in this century.
  static func year(_ text: String) -> Int? {
    guard text.isDigits, let number = Int(text) else { return nil }
    switch text.count {
    case 4: return number
    case 2: return 2000 + number
    default: return nil
    }
  }

  /// Without days of the week, and the small words between; Chinese and Japanese dates taken apart.
  static func withoutFillers(_ parts: [String]) -> [String] {
    var parts = parts.flatMap { part in
      part.split { "年月日號号".contains($0) }.map(String.init)
    }
    parts.removeAll { ["de", "del", "of", "the", "feira", "г", "года", "год"].contains($0) }
    // `Mar 16, 2026` does not name a Tuesday (mardi).
    let isMonth = parts.count == 3 && month(parts[0]) != nil && parts[1...].allSatisfy(\.isDigits)
    if parts.count > 1, !isMonth, !weekdays(parts[0]).isEmpty { parts.removeFirst() }
    if parts.count == 4, !weekdays(parts[3]).isEmpty { parts.removeLast() }
    return parts
  }

  /// The days of the week, Monday being 0, that one of these words may mean beside a date.
  static func weekdays(besides date: [String], in parts: [String]) -> Set<Int> {
    let more = parts.filter { !date.contains($0) }
    return more.map(weekdays).first { !$0.isEmpty } ?? []
  }

  /// Whether a day is what these one or two words say: `16.12`, `16 Dec`, `Monday`.
  static func mayBe(_ date: CalendarDate, _ parts: [String]) -> Bool {
    if parts.count == 1 { return weekdays(parts[0]).contains(date.weekday) }
    for (month, day) in [(1, 0), (0, 1)] {
      let number = self.month(parts[month]) ?? (parts[month].isDigits ? Int(parts[month]) : nil)
      if number == date.month, self.day(parts[day]) == date.day { return true }
    }
    return false
  }

  /// `16`, `16th`, `1er`.
  private static func day(_ text: String) -> Int? {
    let digits = text.prefix { $0.isNumber }
    guard digits.isDigits, digits.count <= 2,
      ["", "st", "nd", "rd", "th", "er", "º", "ª", "°"].contains(
        String(text.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }

  private static func month(_ text: String) -> Int? {
    let word = text.folding(options: .diacriticInsensitive, locale: nil)
    guard word.count >= 3, word.first?.isLetter == true else { return nil }
    let found = Set(
      months.indices.filter { index in months[index].contains { matches(word, $0) } })
    return found.count == 1 ? found.first.map { $0 + 1 } : nil
  }

  /// The days of the week, Monday being 0, that a word may name in some language.
  private static func weekdays(_ text: String) -> Set<Int> {
    let word = text.folding(options: .diacriticInsensitive, locale: nil)
    guard word.count >= 2 else { return [] }
    return Set((0..<7).filter { day in weekdays.contains { matches(word, $0[day]) } })
  }

  /// A name or its beginning of three letters (two for days of the week).
  private static func matches(_ word: String, _ name: String) -> Bool {
    name == word || (word.count >= 2 && word.count <= 5 && name.hasPrefix(word))
  }

  /// English, French, Spanish, Portuguese, German, Russian; without accents.
  private static let months: [[String]] = [
    ["january", "janvier", "enero", "janeiro", "januar", "января", "январь"],
    ["february", "fevrier", "febrero", "fevereiro", "februar", "февраля", "февраль"],
    ["march", "mars", "marzo", "marco", "marz", "maerz", "марта", "март"],
    ["april", "avril", "abril", "апреля", "апрель"],
    ["may", "mai", "mayo", "maio", "мая", "маи"],
    ["june", "juin", "junio", "junho", "juni", "июня", "июнь"],
    ["july", "juillet", "julio", "julho", "juli", "июля", "июль"],
    ["august", "aout", "agosto", "августа", "август"],
    ["september", "septembre", "septiembre", "setembro", "sept", "сентября", "сентябрь"],
    ["october", "octobre", "octubre", "outubro", "oktober", "октября", "октябрь"],
    ["november", "novembre", "noviembre", "novembro", "ноября", "ноябрь"],
    ["december", "decembre", "diciembre", "dezembro", "dezember", "декабря", "декабрь"],
  ]

  private static let weekdays: [[String]] = [
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo"],
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
  ]
}
