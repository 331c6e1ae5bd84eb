// SPDX-License-Identifier: GPL-3.0-or-later

/// Texts that let somebody in.
public enum Secret {
  /// 256 random bits from the system, as 64 hexadecimal digits.
  public static func make() -> String {
    var source = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    return String((0..<64).map { _ in digits[Int(source.next() & 15)] })
  }

  /// Whether two texts are the same, in a time that depends on the length of the second alone: how
  /// long a wrong one takes must not tell how far it was right.
  public static func matches(_ offered: String, _ secret: String) -> Bool {
    let offered = Array(offered.utf8)
    let secret = Array(secret.utf8)
    var difference = UInt8(truncatingIfNeeded: offered.count == secret.count ? 0 : 1)
    for place in secret.indices {
      // A text of another length is compared with the secret itself, and has lost already.
      let byte = offered.count == secret.count ? offered[place] : secret[place]
      difference |= byte ^ secret[place]
    }
    return difference == 0 && !secret.isEmpty
  }
}
