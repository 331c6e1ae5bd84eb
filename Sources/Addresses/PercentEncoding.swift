// SPDX-License-Identifier: GPL-3.0-or-later

/// Signs of an address as `%` and two figures a byte (RFC 3986, section 2.1).
enum PercentEncoding {
  /// Whether a sign may stand in an address as it is.
  static func mayStand(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x20 && scalar.value < 0x7F && !"\"<>\\^`{|}".unicodeScalars.contains(scalar)
  }

  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      if mayStand(Unicode.Scalar(byte)) { return String(Unicode.Scalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" + digits : digits)
    }.joined()
  }
}
