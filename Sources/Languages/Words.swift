// SPDX-License-Identifier: GPL-3.0-or-later

/// The fixed words of pages and letters in one language, looked up by their keys.
///
/// A key's first part says where its words stand: `page.` on the participants' page, `script.` there
/// too, for its script, `letter.` in letters; `date.`, `list.`, `kind.` and `role.` in all of them.
public struct Words: Sendable {
  /// A part of what a key says.
  public enum Piece: Sendable, Hashable {
    case text(String)
    /// To be filled with the value of this name.
    case gap(String)
  }

  public let language: Language

  private static let tables = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, WordTable($0)) })

  public init(_ language: Language) { self.language = language }

  /// The words of a key with their gaps filled: English where the language has none, the key itself
  /// where nobody has.
  public func callAsFunction(
    _ key: String, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    filled(pieces(key), values)
  }

  /// In the form that goes with a number, which fills the gap `{count}`.
  public func callAsFunction(
    _ key: String, count: Int, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    let pieces = pieces(key, count: count).map { $0 == .gap("count") ? .text("\(count)") : $0 }
    return filled(pieces, values)
  }

  /// What stands between the gaps, for those who fill them with more than text. A gap `{count}` is
  /// left for the caller too.
  public func pieces(_ key: String, count: Int? = nil) -> [Piece] {
    Self.pieces(text(key, count) ?? key)
  }

  /// Whether the language, or English, has words for a key; for those made of what tables hold.
  public func has(_ key: String) -> Bool { entry(key) != nil }

  private func filled(_ pieces: [Piece], _ values: KeyValuePairs<String, String>) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .gap(let name): values.first { $0.key == name }?.value ?? "{\(name)}"
      }
    }.joined()
  }

  private func entry(_ key: String) -> (entry: WordTable.Entry, language: Language)? {
    for language in [language, .english] {
      if let entry = Self.tables[language]?.entries[key] { return (entry, language) }
    }
    return nil
  }

  private func text(_ key: String, _ count: Int?) -> String? {
    guard let (entry, language) = entry(key) else { return nil }
    switch entry {
    case .words(let words): return words
    case .counted(let forms):
      let category = PluralCategory.of(count ?? 0, in: language)
      return forms[category] ?? forms[.other] ?? forms[.many]
    }
  }

  /// Text and gaps by turns: `{session} is cancelled`.
  package static func pieces(_ words: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = words[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.gap(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }
}

extension Words {
  /// All entries whose keys begin with one of these, English where the language has none; by key.
  package func entries(_ beginnings: [String]) -> [(key: String, entry: WordTable.Entry)] {
    let english = Self.tables[.english]?.entries ?? [:]
    return english.keys.sorted().filter { key in
      beginnings.contains { key.hasPrefix($0) }
    }.compactMap { key in entry(key).map { (key, $0.entry) } }
  }
}
