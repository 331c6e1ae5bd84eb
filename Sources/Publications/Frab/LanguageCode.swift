// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Turns languages as tables name them into codes of ISO 639.
enum LanguageCode {
  /// The code of a language that is written as a code (`fr`, `pt-BR`), by its English name or by the
  /// name that its own speakers give it; `nil` if none is certain.
  static func code(of words: String) -> String? {
    let key = folded(words)
    if let known = byName[key] { return known }
    let base = String(key.prefix { $0 != "-" && $0 != "_" })
    return codes.contains(base) ? base : nil
  }

  private static let codes = Set(
    Locale.LanguageCode.isoLanguageCodes.map(\.identifier).filter { (2...3).contains($0.count) })

  private static let byName: [String: String] = {
    let english = Locale(identifier: "en")
    var names: [String: String] = [:]
    // Two letters come first, so that a name with several codes gets the one that readers know.
    for code in codes.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      for locale in [english, Locale(identifier: code)] {
        guard let name = locale.localizedString(forLanguageCode: code) else { continue }
        names[folded(name)] = names[folded(name)] ?? code
      }
    }
    return names
  }()

  private static func folded(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespaces)
      .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
  }
}
