// SPDX-License-Identifier: GPL-3.0-or-later

/// Colours of the workbook: sixteen light fills for kinds, all readable with dark ink (contrast
/// above 7 : 1, WCAG 1.4.6); even in grey, the words in every cell tell them apart.
enum WorkbookColours {
  static let ink: UInt32 = 0x1A1A1A
  static let head: UInt32 = 0x1F3A5F
  static let headInk: UInt32 = 0xFFFFFF
  static let line: UInt32 = 0x9AA5B1
  static let hours: UInt32 = 0xF2F4F7
  static let cancelled: UInt32 = 0xE4E4E4
  static let kinds: [UInt32] = [
    0xCFE2F3, 0xFCE5CD, 0xD9EAD3, 0xEAD1DC, 0xFFF2CC, 0xCDEBEA, 0xE2D6F0, 0xE3DCCB,
    0xF8CFC4, 0xB7D3EE, 0xC3E0B4, 0xF4C7DB, 0xF2DF9C, 0xA9DAD7, 0xCBB9E6, 0xD2C6A8,
  ]
}
