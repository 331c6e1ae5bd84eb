// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Tables

/// People who may be one person under two spellings, and sessions that nobody on site moderates.
/// Only proposed: nothing is merged automatically.
public enum PeopleFindings {
  /// - Complexity: O(*n*²) in the number of people.
  public static func all(_ scenario: Scenario) -> [Finding] {
    pairs(scenario) + moderators(scenario)
  }

  /// Pairs whose names are the same letters in any order of words, or nearly.
  private static func pairs(_ scenario: Scenario) -> [Finding] {
    let keys = scenario.people.map { NameKey($0.name) }
    var findings: [Finding] = []
    for a in keys.indices {
      for b in keys.indices where b > a && keys[a].mayBe(keys[b]) {
        let (first, second) = (scenario.people[a], scenario.people[b])
        findings.append(
          Finding(
            "same-person", .warning, file: "people.csv", line: second.line, column: "name",
            value: second.name,
            "'\(second.name)' (\(second.id)) may be '\(first.name)' (\(first.id)), line \(first.line).",
            suggestion: "if they are one person, keep one row and use its id everywhere"))
      }
    }
    return findings
  }

  /// Sessions with named people, none of whom is required on site in a role of moderator.
  private static func moderators(_ scenario: Scenario) -> [Finding] {
    var moderated: Set<Int> = []
    for role in scenario.roles
    where role.attendance == .required && scenario.people[role.person].presence == .onsite
      && isModerator(role.role)
    {
      moderated.formUnion(scenario.sessions(of: role.subject))
    }
    let lacking = scenario.sessions.indices.filter { !moderated.contains($0) }
    let suggestion = "add a row with the role moderator to roles.csv"
    // If the tables name hardly any moderators, one finding covers all sessions.
    if lacking.count > 5 {
      let ids = lacking.map { scenario.sessions[$0].id }
      return [
        Finding(
          "no-moderator", .warning, file: "sessions.csv", column: "id",
          "\(lacking.count) sessions have nobody required on site in the role of moderator:"
            + " \(ids.joined(separator: ", ")).", suggestion: suggestion)
      ]
    }
    return lacking.map { index in
      let session = scenario.sessions[index]
      return Finding(
        "no-moderator", .warning, file: "sessions.csv", line: session.line, column: "id",
        value: session.id,
        "\(session.id): nobody is required on site in the role of moderator.",
        suggestion: suggestion)
    }
  }

  private static func isModerator(_ role: String) -> Bool {
    let words = role.lowercased()
    return words.contains("moderator") && !words.contains("online moderator")
      || words.contains("onsite moderator")
  }
}

/// A name without the things in which spellings differ: case, accents, order, punctuation, usual
/// transliterations.
struct NameKey {
  private let words: [String]

  init(_ name: String) {
    let plain = name.applyingTransform(.toLatin, reverse: false) ?? name
    let folded = plain.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive],
      locale: Locale(identifier: "en_US_POSIX")
    ).lowercased()
    var text = ""
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "ø", "ö": text += "o"
      case "æ", "ä": text += "a"
      case "å": text += "a"
      case "ß": text += "ss"
      case "ł": text += "l"
      case "đ", "ð": text += "d"
      case "ı": text += "i"
      default:
        text +=
          scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : " "
      }
    }
    for (long, short) in [
      ("oe", "o"), ("ae", "a"), ("aa", "a"), ("ue", "u"), ("ph", "f"), ("yu", "iu"), ("kh", "h"),
      ("zh", "j"), ("ck", "k"),
    ] {
      text = text.replacingOccurrences(of: long, with: short)
    }
    words = text.split(separator: " ").map(String.init).sorted()
  }

  /// The same words in any order; or, for names of two or more words, one slip in total.
  func mayBe(_ other: NameKey) -> Bool {
    if words.isEmpty || other.words.isEmpty { return false }
    if words == other.words { return true }
    // Numbered names differ only in their numbers, which are not slips.
    guard words.count == other.words.count, words.count > 1,
      !(words + other.words).contains(where: { $0.allSatisfy(\.isNumber) })
    else { return false }
    let different = zip(words, other.words).filter { $0 != $1 }
    guard different.count == 1, let (a, b) = different.first, min(a.count, b.count) > 4 else {
      return false
    }
    return Nearest.to(a, among: [b]) != nil && abs(a.count - b.count) <= 1
      // Maria and Mario are two people: a slip is inside a name, not at its end.
      && a.commonPrefix(with: b).count >= 3 && a.last == b.last
  }
}
