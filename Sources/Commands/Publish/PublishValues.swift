// SPDX-License-Identifier: GPL-3.0-or-later

import Addresses
import Foundation
import Meetings
import Publications

/// Values of the options of `publish` that have a form of their own.
enum PublishValues {
  /// Why a schedule goes out although rules are broken.
  @Sendable static func reason(_ text: String) throws(UsageFault) -> String {
    let reason = text.trimmingCharacters(in: .whitespaces)
    guard !reason.isEmpty else { throw .word(.noReason(isShown: true)) }
    return reason
  }

  /// An absolute address that files can be appended to.
  @Sendable static func address(_ text: String) throws(UsageFault) -> String {
    guard let page = TypedAddress(text).page?.text, page.utf8.count < 400,
      !page.contains(where: { "?#".contains($0) })
    else { throw .word(.notAnAddress(text)) }
    return page.hasSuffix("/") ? page : page + "/"
  }

  /// `2025-05-01T12:00:00Z`, as seconds since 1970.
  @Sendable static func instant(_ text: String) throws(UsageFault) -> Int {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CalendarDate(parts[0]), parts[1].utf8.count == 9,
      parts[1].hasSuffix("Z"), let minutes = ClockTime.minutes(parts[1].prefix(5)), minutes < 1440,
      let seconds = ClockTime.minutes("00" + parts[1].dropFirst(5).prefix(3))
    else { throw .word(.notAnInstant(text)) }
    return date.dayNumber * 86_400 + minutes * 60 + seconds
  }

  /// `OLD=NEW`, two ids.
  @Sendable static func rename(_ text: String) throws(UsageFault) -> RenameAnswers.Pair {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, !parts.contains("") else { throw .word(.notARename(text)) }
    return RenameAnswers.Pair(from: parts[0], to: parts[1])
  }

  /// One id.
  @Sendable static func id(_ text: String) throws(UsageFault) -> String {
    let id = text.trimmingCharacters(in: .whitespaces)
    guard !id.isEmpty else {
      throw .word(.missingValue(option: "not-renamed", label: "--not-renamed OLD"))
    }
    return id
  }

  /// Names with `;` between them.
  static func people(_ text: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }
}
