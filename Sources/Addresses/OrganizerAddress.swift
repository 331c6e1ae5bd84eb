// SPDX-License-Identifier: GPL-3.0-or-later

/// Who calendar entries name as their organizer: a mail address, also one in a text such as
/// `IGF Secretariat <igf@un.org>`, or another address that goes out.
public struct OrganizerAddress: Sendable, Hashable {
  /// What entries name; `nil` where they name nobody.
  public let address: WebAddress?

  /// Whether it is a mail address, which calendars expect (RFC 5545, section 3.3.3).
  public var isMail: Bool { address?.scheme == .mailto }

  public init(_ typed: String) {
    address =
      TypedAddress(typed).address
      ?? MailBox.only(in: typed).flatMap { WebAddress(exactly: "mailto:\($0)") }
  }
}
