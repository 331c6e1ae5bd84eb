// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Judging
import Testing

@testable import Languages

@Suite("The tables of words")
struct WordTableTests {
  @Test("are tables without a fault", arguments: Language.allCases)
  func sound(language: Language) {
    let table = WordTable(language)
    #expect(table.faults == [])
  }

  @Test("say of a faulty row what is wrong with it")
  func faults() {
    let text = "key,count,words\na,,x\na,,y\nb,one,x\nb,one,y\nc,dozen,z\nd,,\n"
    let faults = WordTable(bytes: Array(text.utf8), file: "t.csv").faults
    #expect(
      faults == [
        "t.csv:3: a stands twice", "t.csv:5: b stands twice for one",
        "t.csv:6: 'dozen' is no category", "t.csv:7: no key or no words",
      ])
  }

  @Test(
    "know no key that English lacks, and count where English counts", arguments: Language.allCases)
  func keys(language: Language) {
    let english = WordTable(.english).entries
    for (key, entry) in WordTable(language).entries {
      switch (entry, english[key]) {
      case (.words, .words), (.counted, .counted): break
      default: Issue.record("\(language.rawValue): \(key)")
      }
    }
  }

  @Test("have the gaps that English has", arguments: Language.allCases)
  func gaps(language: Language) {
    let english = WordTable(.english).entries
    for (key, entry) in WordTable(language).entries {
      let own = Self.gaps(entry)
      let asked = english[key].map(Self.gaps) ?? []
      switch entry {
      case .words: #expect(own == asked, "\(language.rawValue): \(key)")
      // A form for one number alone may say the number as a word.
      case .counted:
        #expect(
          own.union(["count"]) == asked.union(["count"]), "\(language.rawValue): \(key)")
      }
    }
  }

  @Test("have each form of a number that the language has", arguments: Language.allCases)
  func forms(language: Language) {
    for (key, entry) in WordTable(language).entries {
      guard case .counted(let forms) = entry else { continue }
      #expect(
        Set(forms.keys) == Set(PluralCategory.all(in: language)), "\(language.rawValue): \(key)")
      // Only a form for one number alone may say it as a word.
      let alone: Set<PluralCategory> =
        [.french, .russian].contains(language) ? [.zero, .two] : [.zero, .one, .two]
      for (category, words) in forms where !alone.contains(category) {
        #expect(words.contains("{count}"), "\(language.rawValue): \(key), \(category.rawValue)")
      }
    }
  }

  @Test(
    "hold the label that a calendar takes without quotation marks", arguments: Language.allCases)
  func label(language: Language) {
    let label = Words(language)("script.session.online")
    #expect(!label.contains { ",:;\"".contains($0) })
  }

  private static func gaps(_ entry: WordTable.Entry) -> Set<String> {
    let texts =
      switch entry {
      case .words(let words): [words]
      case .counted(let forms): Array(forms.values)
      }
    return Set(
      texts.flatMap { Words.pieces($0) }.compactMap {
        if case .gap(let name) = $0 { name } else { nil }
      })
  }
}

@Suite("Keys of words in the sources")
struct WordKeyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// What stands in quotation marks in Swift and in scripts and looks like a key; one that a value
  /// follows ends in a full stop.
  private static func used() throws -> Set<String> {
    let key = #/"((?:page|script|letter|date|list|kind|role)\.[A-Za-z0-9.-]*)/#
    var found: Set<String> = []
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard ["swift", "js"].contains(file.pathExtension) else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: key) { found.insert(String(match.1)) }
    }
    return found
  }

  @Test("Each key that the program names has English words", .judges(atLeast: 50))
  func known() throws {
    let english = WordTable(.english).entries.keys
    for key in try Self.used() {
      let isThere =
        key.hasSuffix(".") ? english.contains { $0.hasPrefix(key) } : english.contains(key)
      #expect(isThere, "\(key)")
      judged()
    }
  }

  @Test("Each key of the tables is named by the program", .judges(atLeast: 50))
  func needed() throws {
    let used = try Self.used()
    let beginnings = used.filter { $0.hasSuffix(".") && $0.split(separator: ".").count > 0 }
      .subtracting(["page.", "script.", "letter.", "date.", "list."])
    for key in WordTable(.english).entries.keys {
      #expect(used.contains(key) || beginnings.contains { key.hasPrefix($0) }, "\(key)")
      judged()
    }
  }
}
