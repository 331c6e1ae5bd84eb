// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
  /// How many columns of a terminal the text takes: two for a wide character of East Asia or an emoji,
  /// none for invisible signs.
  public var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Character {
  /// The same for one character, however many code points it is made of (Unicode, UAX 11).
  public var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    let properties = first.properties
    // A plain sign followed by the emoji selector is an emoji.
    if properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
