// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Mail

@Suite("Mails as files")
struct MailMessageTests {
  private func message(subject: String = "Hello", body: String = "Dear Ada,\n") -> MailMessage {
    MailMessage(
      from: Mailbox(name: "The Secretariat", address: "office@m.example"),
      to: Mailbox(name: "Ada Lovelace", address: "ada@x.example"), subject: subject, body: body,
      identity: "p1.ada@m.example", language: "en", instant: 1_750_000_000)
  }

  private func text(_ message: MailMessage) throws -> String {
    String(decoding: try message.data(), as: UTF8.self)
  }

  @Test("The bytes follow from the values alone, with CRLF at every line's end")
  func bytes() throws {
    let once = try message().data()
    #expect(try message().data() == once)
    let lines = String(decoding: once, as: UTF8.self)
    #expect(lines.contains("From: The Secretariat <office@m.example>\r\n"))
    #expect(lines.contains("To: Ada Lovelace <ada@x.example>\r\n"))
    #expect(lines.contains("Date: Sun, 15 Jun 2025 15:06:40 +0000\r\n"))
    #expect(lines.contains("Message-Id: <p1.ada@m.example>\r\n"))
    #expect(
      lines.unicodeScalars.count { $0 == "\n" }
        == lines.utf8.indices.count { index in
          lines.utf8[index] == 13
        })
  }

  @Test("No line of a mail is longer than mail may carry, whatever its text")
  func lengths() throws {
    let long =
      String(repeating: "Přílišžluťoučký ", count: 200) + "\n" + String(repeating: "x", count: 5000)
    for line in try text(message(subject: long, body: long)).components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 998)
    }
  }

  @Test("A subject with a line break in it adds no header")
  func injection() throws {
    let text = try text(message(subject: "Hello\r\nBcc: all@x.example"))
    #expect(!text.contains("\nBcc:"))
  }

  @Test("A name with a line break, a comma or quotes adds no recipient")
  func names() throws {
    var message = message()
    message.to?.name = "Ada\r\nBcc: all@x.example, \"B\" <b@x.example>"
    let text = try text(message)
    #expect(!text.contains("\nBcc:"))
    #expect(text.components(separatedBy: "\r\n").count { $0.hasPrefix("To:") } == 1)
  }

  @Test("Beside plain text stands the same as a page, both in UTF-8 and in plain bytes")
  func html() throws {
    var message = message(body: "\u{E9}=\n")
    message.html = "<p>\u{E9}</p>\n"
    let text = try text(message)
    #expect(text.contains("Content-Type: multipart/alternative; boundary=\"=_either\"\r\n"))
    #expect(text.contains("Content-Type: text/plain; charset=utf-8\r\n"))
    #expect(text.contains("Content-Type: text/html; charset=utf-8\r\n"))
    #expect(text.contains("\r\n=C3=A9=3D\r\n") && text.contains("<p>=C3=A9</p>"))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("It is marked as one that is yet to be sent")
  func unsent() throws { #expect(try text(message()).contains("\r\nX-Unsent: 1\r\n")) }

  @Test("A zero in a text is left out, and what follows it is not")
  func zero() throws { #expect(try text(message(body: "a\0b\n")).hasSuffix("\r\nab\r\n")) }

  @Test("A mail without an address has no To")
  func nobody() throws {
    var message = message()
    message.to = nil
    #expect(!(try text(message)).contains("\nTo:"))
  }

  @Test(
    "Addresses are plain ones",
    arguments: [
      ("ada@x.example", true), ("a.b+c@x.example", true), ("ada", false), ("", false),
      ("@x", false),
      ("ada@", false), ("Ada <ada@x.example>", false), ("a@x.example, b@x.example", false),
      ("ada@x.example\r\nBcc: b@x.example", false), (" ada@x.example", false),
      ("a b@x.example", false),
      ("mailto:ada@x.example", false), ("a@x\0.example", false),
    ])
  func addresses(text: String, isAddress: Bool) { #expect(Mailbox.isAddress(text) == isAddress) }
}
