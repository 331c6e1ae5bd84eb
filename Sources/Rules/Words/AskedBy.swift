// SPDX-License-Identifier: GPL-3.0-or-later

/// Who asked for a link or a wish, after the sentence that says it is not kept.
enum AskedBy {
  static func words(_ askedBy: String) -> String {
    askedBy.isEmpty ? "" : " (asked by \(askedBy))"
  }
}
