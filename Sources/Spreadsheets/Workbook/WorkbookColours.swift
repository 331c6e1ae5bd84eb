// SPDX-License-Identifier: GPL-3.0-or-later

/// Colours of the workbook: eight light fills for kinds, all read with dark ink (contrast above
/// 7 : 1, WCAG 1.4.6), told apart in grey too by the words that stand in every cell.
enum WorkbookColours {
  static let ink: UInt32 = 0x1A1A1A
  static let head: UInt32 = 0x1F3A5F
  static let headInk: UInt32 = 0xFFFFFF
  static let line: UInt32 = 0x9AA5B1
  static let hours: UInt32 = 0xF2F4F7
  static let cancelled: UInt32 = 0xE4E4E4
  static let kinds: [UInt32] = [
    0xCFE2F3, 0xFCE5CD, 0xD9EAD3, 0xEAD1DC, 0xFFF2CC, 0xD0E0E3, 0xE6DDF0, 0xE8E3D8,
  ]
}
