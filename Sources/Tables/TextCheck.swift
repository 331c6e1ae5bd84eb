// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether bytes are text as tables are written: UTF-8, nothing binary.
public enum TextCheck {
  /// What is wrong with the bytes as text, or `nil`.
  public static func finding(_ bytes: [UInt8], file: String) -> Finding? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(
        "encoding", .unreadable, file: file, line: 1, "The file is in UTF-16, not in UTF-8.",
        suggestion: "save it again as 'CSV UTF-8'")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return Finding(
        "encoding", .unreadable, file: file, line: 1,
        "The file is a workbook or another packed file, not text.",
        suggestion: "save the sheet as 'CSV UTF-8'")
    }
    if let place = bytes.firstIndex(of: 0) {
      return Finding(
        "binary", .unreadable, file: file, line: line(of: place, in: bytes),
        "The file holds a zero byte: it is not text.", suggestion: "save the table as 'CSV UTF-8'")
    }
    // The fast road first: nearly every file is right.
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    for line in PhysicalLines(bytes[...]) where String(validating: line.bytes, as: UTF8.self) == nil
    {
      return Finding(
        "encoding", .unreadable, file: file, line: line.number,
        "The line is not in UTF-8; it may be in Latin-1 or Windows-1252.",
        suggestion: "save the file again as 'CSV UTF-8'")
    }
    return nil
  }

  /// The bytes after a byte order mark.
  public static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  }

  private static func line(of place: Int, in bytes: [UInt8]) -> Int {
    var number = 1
    for line in PhysicalLines(bytes[...]) where line.bytes.startIndex <= place {
      number = line.number
    }
    return number
  }
}
