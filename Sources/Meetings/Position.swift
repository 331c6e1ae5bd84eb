// SPDX-License-Identifier: GPL-3.0-or-later

/// A place on the earth, as maps and calendars give it (WGS 84).
///
/// As text it is what a calendar's GEO holds (RFC 5545, section 3.8.1.6): `35.0606;135.7859`.
public struct Position: Hashable, Sendable, CustomStringConvertible {
  /// Millionths of a degree north of the equator, below 0 south of it.
  public let latitude: Int
  /// Millionths of a degree east of Greenwich, below 0 west of it.
  public let longitude: Int

  /// - Returns: `nil` for more than 90 degrees north or south, or 180 east or west.
  public init?(latitude: Int, longitude: Int) {
    guard abs(latitude) <= 90_000_000, abs(longitude) <= 180_000_000 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }

  public var description: String { "\(Self.degrees(latitude));\(Self.degrees(longitude))" }

  /// `135.7859`, without noughts at the end.
  public static func degrees(_ millionths: Int) -> String {
    let size = abs(millionths)
    let digits = String(size % 1_000_000)
    var fraction = String(repeating: "0", count: 6 - digits.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    return (millionths < 0 ? "-" : "") + "\(size / 1_000_000)"
      + (fraction.isEmpty ? "" : "." + fraction)
  }
}
