// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// Whether bytes are text as tables are written: UTF-8, nothing binary.
public enum TextCheck {
  /// What is wrong with the bytes as text, or `nil`.
  public static func finding(_ bytes: [UInt8], file: String) -> Finding? {
    fault(bytes)?.finding(in: file)
  }

  static func fault(_ bytes: [UInt8]) -> TextFault? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return .halfUTF16 }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .packed }
    if let place = bytes.firstIndex(of: 0) { return .zeroByte(line: line(of: place, in: bytes)) }
    // The fast way first: nearly every file is right.
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    for line in PhysicalLines(bytes[...]) where String(validating: line.bytes, as: UTF8.self) == nil
    {
      let western = TextEncoding.western(line.bytes).trimmed.prefix(60)
      return .notUTF8(line: line.number, western: String(western))
    }
    return nil
  }

  /// The bytes as UTF-8 if it is certain which other encoding they are in, with a note that says
  /// so.
  public static func utf8(_ bytes: [UInt8], file: String) -> (bytes: [UInt8], note: Finding?) {
    guard let (decoded, encoding) = TextEncoding.decoded(bytes) else { return (bytes, nil) }
    return (decoded, TextFault.decoded(encoding).finding(in: file))
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
