// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Tables

/// Python's codecs are the judge of what bytes mean.
@Suite("Encodings that spreadsheets save in")
struct TextEncodingTests {
  private static let pages = ["cp1250", "cp1252", "cp1254", "cp1257"]

  /// Each byte from 0x80 between letters, as each code page has it; empty where it has none.
  private static func judge() throws -> [[String]] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import json, sys
      print(json.dumps([[bytes([byte]).decode(page, "ignore") for page in sys.argv[1:]]
                        for byte in range(128, 256)]))
      """,
    ]
    process.arguments? += pages
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: data)
  }

  @Test("A byte is read only where four code pages agree on it, and as they do")
  func western() throws {
    var read: [String] = []
    for (place, letters) in try Self.judge().enumerated() {
      let bytes = Array("id,name\na,K".utf8) + [UInt8(0x80 + place)] + Array("ln\n".utf8)
      guard let (decoded, encoding) = TextEncoding.decoded(bytes) else { continue }
      #expect(encoding == .windows1252)
      #expect(Set(letters).count == 1, "byte \(0x80 + place): \(letters)")
      #expect(String(decoding: decoded, as: UTF8.self) == "id,name\na,K\(letters[1])ln\n")
      read.append(letters[1])
    }
    for letter in ["ä", "é", "ö", "ü", "ß", "Ö", "–", "…", "“", "”", "’"] {
      #expect(read.contains(letter), "\(letter)")
    }
    // Letters that are others elsewhere are not guessed.
    for letter in ["ñ", "å", "ø", "ç", "è", "œ", "€"] { #expect(!read.contains(letter)) }
  }

  @Test(
    "UTF-16 of both orders, with and without a mark, is read as the text that it is",
    arguments: [
      "id,name,capacity\nhall,Café,3\n", "id;name;capacity\r\nx;会議室 👩‍👩‍👧;1\r\n",
      "session\tdate\tstart\troom\na\t2025-06-23\t09:00\tsaal\n",
    ])
  func wide(text: String) throws {
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let bare = try #require(text.data(using: encoding))
      let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
      for bytes in [Array(bare), mark + Array(bare)] {
        let read = try #require(TextEncoding.decoded(bytes))
        #expect(String(decoding: read.bytes, as: UTF8.self) == text && read.encoding == .utf16)
        // Half a sign, or a zero, is no text.
        #expect(TextEncoding.decoded(bytes.dropLast()) == nil)
      }
    }
  }

  @Test("UTF-8 stays as it is, and letters of no Latin word are not guessed")
  func left() {
    #expect(TextEncoding.decoded(Array("id,name\na,Café\n".utf8)) == nil)
    #expect(TextEncoding.decoded([]) == nil)
    // Cyrillic of Windows-1251, of which each byte is a letter in Windows-1252 too.
    #expect(TextEncoding.decoded(Array("id,name\na,".utf8) + [0xC4, 0xE4, 0xF6, 0xFC]) == nil)
  }
}
