// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MailWriter

/// Somebody's address for mail.
public struct Mailbox: Sendable, Hashable {
  public var name: String
  /// `ada@example.org`, and nothing around it.
  public var address: String

  public init(name: String, address: String) {
    self.name = name
    self.address = address
  }

  /// Whether a text is one plain address, as a mailbox has it (RFC 5322, section 3.4.1).
  public static func isAddress(_ text: String) -> Bool {
    !text.utf8.contains(0) && text.withCString { mail_is_address($0) != 0 }
  }
}

/// A mail of plain text to one person, as a file that mail programs open and send (`.eml`).
public struct MailMessage: Sendable, Hashable {
  /// `nil` where whoever sends it is put in by their own program.
  public var from: Mailbox?
  /// `nil` where only a name is known, which then stands in the text alone.
  public var to: Mailbox?
  public var subject: String
  public var body: String
  /// Tells it from all other mails, with an `@` in it: the same mail has the same one.
  public var identity: String
  /// A code of ISO 639 for what it is written in.
  public var language: String
  /// Seconds since 1970.
  public var instant: Int

  public init(
    from: Mailbox?, to: Mailbox?, subject: String, body: String, identity: String, language: String,
    instant: Int
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.body = body
    self.identity = identity
    self.language = language
    self.instant = instant
  }

  /// A message that cannot be written.
  public enum Failure: Error, Hashable {
    /// Its time is beyond what a mail can say.
    case unwritable(instant: Int)
  }

  /// The bytes of the file: they follow from the values alone.
  ///
  /// - Throws: `Failure`.
  public func data() throws -> Data {
    let text = Self.withOptionalCStrings([
      from?.name, from?.address, to?.name, to?.address, plain(subject), body, identity, language,
    ]) { texts in
      mail_text(
        texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
        Int64(instant))
    }
    guard let text else { throw Failure.unwritable(instant: instant) }
    defer { mail_free(text) }
    return Data(bytes: text, count: strlen(text))
  }

  /// A subject is one line.
  private func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func withOptionalCStrings<Result>(
    _ texts: [String?], _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    // What stands behind a zero would be lost without a word, so zeros are left out.
    let copies = texts.map { text in
      text.map { strdup($0.utf8.contains(0) ? $0.replacing("\0", with: "") : $0) }
    }
    defer { for copy in copies { free(copy ?? nil) } }
    return body(copies.map { copy in (copy ?? nil).map { UnsafePointer($0) } })
  }
}
