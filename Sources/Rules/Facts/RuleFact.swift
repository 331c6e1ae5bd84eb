// SPDX-License-Identifier: GPL-3.0-or-later

/// What a rule found, as values: sessions, rooms and people as indices into the lists of `Scenario`,
/// places, times and numbers. Each rule has facts of its own at the foot of its file, each with its
/// sentence; nothing else puts them into words, and nobody has to read the words to decide.
protocol RuleFact: Sendable, Hashable {
  /// The fact in plain English.
  ///
  /// - Parameter names: what people call the sessions, rooms and people of the scenario.
  func sentence(_ names: ReviewNames) -> String
}

extension RuleFact {
  fileprivate func isSame(as other: any RuleFact) -> Bool { other as? Self == self }
}

/// A fact with the names used in its sentence. The sentence is made when somebody asks for it: most
/// reviews in a search are counted and never read.
struct ToldFact: Sendable, Hashable {
  let fact: any RuleFact
  let names: ReviewNames

  var sentence: String { fact.sentence(names) }

  /// The same fact, whatever names it is told with.
  static func == (one: ToldFact, other: ToldFact) -> Bool { one.fact.isSame(as: other.fact) }

  func hash(into hasher: inout Hasher) { fact.hash(into: &hasher) }
}
