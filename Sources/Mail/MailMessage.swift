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

/// A mail to one person, as a file that mail programs open as one that is yet to be sent (`.eml`).
public struct MailMessage: Sendable, Hashable {
  /// `nil` where whoever sends it is put in by their own program.
  public var from: Mailbox?
  /// `nil` where only a name is known, which then stands in the text alone.
  public var to: Mailbox?
  public var subject: String
  /// As plain text.
  public var body: String
  /// The same as a page; `nil` for a mail of plain text alone.
  public var html: String?
  /// Tells it from all other mails, with an `@` in it: the same mail has the same one.
  public var identity: String
  /// The tag of what it is written in (BCP 47).
  public var language: String
  /// Seconds since 1970.
  public var instant: Int

  public init(
    from: Mailbox?, to: Mailbox?, subject: String, body: String, html: String? = nil,
    identity: String, language: String, instant: Int
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.body = body
    self.html = html
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
      from?.name, from?.address, to?.name, to?.address, plain(subject), body, html, Self.boundary,
      identity, language,
    ]) { texts in
      var parts = mail_parts(
        from_name: texts[0], from: texts[1], to_name: texts[2], to: texts[3], subject: texts[4],
        plain: texts[5], html: texts[6], boundary: texts[7], identity: texts[8],
        language: texts[9], seconds: Int64(instant))
      return mail_text(&parts)
    }
    guard let text else { throw Failure.unwritable(instant: instant) }
    defer { mail_free(text) }
    return Data(bytes: text, count: strlen(text))
  }

  /// Stands in no text as it is written: in quoted-printable a figure follows each `=` (RFC 2045,
  /// section 6.7).
  private static let boundary = "=_either"

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
