// SPDX-License-Identifier: GPL-3.0-or-later

import Programmes
import Texts

extension CalendarProperty {
  /// What an event is about: its kinds by name, then its themes (RFC 5545, section 3.8.1.2). In one
  /// line: several are legal, but make some readers refuse the whole calendar.
  ///
  /// - Parameters:
  ///   - kinds: as tokens.
  /// - Returns: `nil` if nothing is left to say.
  package static func categories(kinds: [String], themes: [String]) -> CalendarProperty? {
    let texts = (kinds.map(KindNames.name) + themes)
      .map { CalendarText.line($0).trimmingBlanks }.filter { !$0.isEmpty }
    return texts.isEmpty ? nil : CalendarProperty("CATEGORIES", .texts(texts))
  }
}
