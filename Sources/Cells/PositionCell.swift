// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings

/// Latitude and longitude, as maps and people write them.
public enum PositionCell {
  /// In degrees, the latitude first; figures behind the sixth decimal, a tenth of a metre, are dropped.
  public static func read(_ cell: String) -> Reading<Position> {
    let plain = CellText(cell)
    let (parts, separator) = parts(plain.text)
    guard parts.count == 2, let first = angle(parts[0], "N", "S"),
      let second = angle(parts[1], "E", "W")
    else { return .refused(.unlike([])) }
    guard let position = Position(latitude: first, longitude: second) else {
      // Where only the other order lies on the earth, that was probably meant.
      let other = Position(latitude: second, longitude: first).map { ["\($0)"] }
      return .refused(.unlike(other ?? []))
    }
    if plain.text == "\(position)" { return .read(position, plain.spellings) }
    return .read(position, plain.spellings.union([separator == ";" ? .number : .separator]))
  }

  /// The two halves. A comma alone parts them only where neither can be a number's own.
  private static func parts(_ text: String) -> (parts: [String], separator: String) {
    for separator in [";", ", "] where text.contains(separator) {
      return (halves(text, separator), separator)
    }
    let commas = halves(text, ",")
    if commas.count == 2, commas.allSatisfy({ $0.contains(".") }) { return (commas, ",") }
    return (halves(text, " "), " ")
  }

  private static func halves(_ text: String, _ separator: String) -> [String] {
    text.components(separator).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Millionths of a degree of `35.0606`, `-35,0606°`, `35.0606° S`.
  private static func angle(_ text: String, _ ahead: Character, _ behind: Character) -> Int? {
    var text = text.uppercased().filter { $0 != "°" && $0 != " " }
    var sign = 1
    if let last = text.last, last == ahead || last == behind {
      sign = last == behind ? -1 : 1
      text.removeLast()
    } else if text.hasPrefix("-") {
      sign = -1
      text.removeFirst()
    }
    let halves = text.replacing(",", with: ".").split(
      separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count), halves.allSatisfy({ String($0).isDigits }),
      halves[0].count <= 3, let whole = Int(halves[0])
    else { return nil }
    let fraction = halves.count == 2 ? String(halves[1].prefix(6)) : ""
    let filled = fraction + String(repeating: "0", count: 6 - fraction.count)
    return Int(filled).map { sign * (whole * 1_000_000 + $0) }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
