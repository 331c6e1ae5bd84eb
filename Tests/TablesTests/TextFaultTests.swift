// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Tables

@Suite("What is wrong with a text is a fact before it is a sentence")
struct TextFaultTests {
  @Test("Bytes that are no table's text, each with its line")
  func bytes() {
    if case .halfUTF16? = TextCheck.fault([0xFF, 0xFE, 0x00]) {} else { Issue.record("UTF-16") }
    if case .packed? = TextCheck.fault([0x50, 0x4B, 3, 4]) {} else { Issue.record("packed") }
    if case .zeroByte(2)? = TextCheck.fault(Array("id\na\u{0}".utf8)) {
    } else {
      Issue.record("zero byte")
    }
    if case .notUTF8(2, let western)? = TextCheck.fault(Array("id\nCaf".utf8) + [0xE9]) {
      #expect(western == "Café")
    } else {
      Issue.record("not in UTF-8")
    }
    if let fault = TextCheck.fault(Array("id\né\n".utf8)) { Issue.record("\(fault)") }
  }

  private static let all: [TextFault] = [
    .halfUTF16, .packed, .zeroByte(line: 3), .notUTF8(line: 3, western: "é"), .empty,
    .longLine(3, bytes: 2_000_000), .titleRows([1], header: 2), .titleRows([1, 2], header: 3),
    .quote(line: 3, opened: nil), .quote(line: 3, opened: 2), .openQuote(line: 3),
  ]

  @Test("Each is told as a whole sentence with what would be right", arguments: all)
  func words(fault: TextFault) {
    let finding = fault.finding(in: "t.csv")
    #expect(finding.file == "t.csv" && finding.sentence.hasSuffix("."))
    #expect(finding.suggestion?.isEmpty == false)
  }
}
