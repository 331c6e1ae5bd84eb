// SPDX-License-Identifier: GPL-3.0-or-later

extension Request {
  /// Where some requests are: one by one if they are few, otherwise the lines of one file and
  /// column together, as in `sessions.csv:2-7, 9 (placement)`.
  static func sources(_ requests: [Request]) -> String {
    guard requests.count > 3 else { return requests.map(\.source).joined(separator: ", ") }
    var lines: [Place: Set<Int>] = [:]
    var order: [Place] = []
    for request in requests {
      let place = Place(file: request.place.file, column: request.column)
      if lines[place] == nil { order.append(place) }
      lines[place, default: []].insert(request.place.line)
    }
    return order.map { place in
      "\(place.file):" + ranges(lines[place] ?? []) + (place.column.map { " (\($0))" } ?? "")
    }.joined(separator: ", ")
  }

  private struct Place: Hashable {
    let file: String
    let column: String?
  }

  /// `2-7, 9`.
  static func ranges(_ numbers: Set<Int>) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ", ")
  }
}
