// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Which ids of a proposal are old things under new names (`scenario-format.md`, "What was renamed").
///
/// What the publisher said is taken as it was said. A room that is called as before, at the same place,
/// is the same room. Of sessions, people and activities that look like what is gone the publisher is
/// asked: calendars would cancel one and add the other, and nothing brings an identity back.
struct RenameCheck {
  private let latest: PublicationState
  private let known: KnownIDs
  private let answers: RenameAnswers
  private let proposal: Proposal
  private let names: [Rename.Sort: [String: String]]
  private var renames: [Rename] = []
  private var faults: [RenameFault] = []

  /// The proposal with all that was renamed.
  ///
  /// - Throws: what is wrong with the answers, and what has to be answered first.
  static func settled(
    _ proposal: Proposal, after history: PublicationHistory, _ answers: RenameAnswers
  ) throws(RenameRefusal) -> Proposal {
    guard let names = proposal.names, let latest = history.latest else {
      let given = answers.renamed.map(\.from) + answers.notRenamed
      guard let first = given.first else { return proposal }
      throw RenameRefusal(faults: [.neverPublished(first, near: nil)], questions: [])
    }
    var check = RenameCheck(
      latest: latest, known: KnownIDs(history), answers: answers, proposal: proposal, names: names)
    check.takeAnswers()
    check.findRooms()
    let questions = check.questions()
    guard check.faults.isEmpty && questions.isEmpty else {
      throw RenameRefusal(faults: check.faults, questions: check.faults.isEmpty ? questions : [])
    }
    var settled = proposal
    settled.head.renames = check.renames.isEmpty ? nil : check.renames
    return settled
  }

  private init(
    latest: PublicationState, known: KnownIDs, answers: RenameAnswers, proposal: Proposal,
    names: [Rename.Sort: [String: String]]
  ) {
    self.latest = latest
    self.known = known
    self.answers = answers
    self.proposal = proposal
    self.names = names
  }

  private var renamedAway: Set<String> { Set(renames.map(\.from)) }
  private var renamedTo: Set<String> { Set(renames.map(\.to)) }

  // MARK: What was said

  private mutating func takeAnswers() {
    let from = answers.renamed.map(\.from) + answers.notRenamed
    let to = answers.renamed.map(\.to)
    faults += (Self.repeated(from) + Self.repeated(to)).map { .twice($0) }
    for id in answers.notRenamed where known.sort(of: id) == nil {
      faults.append(.neverPublished(id, near: known.near(id)))
    }
    for pair in answers.renamed {
      guard let sort = known.sort(of: pair.from) else {
        faults.append(.neverPublished(pair.from, near: known.near(pair.from)))
        continue
      }
      let fault = fault(pair, sort, away: Set(from), to: Set(to))
      if let fault {
        faults.append(fault)
      } else {
        renames.append(Rename(sort, from: pair.from, to: pair.to))
      }
    }
  }

  /// - Parameters:
  ///   - away: ids that are given up in the same publication.
  ///   - to: ids that something gets in the same publication.
  private func fault(
    _ pair: RenameAnswers.Pair, _ sort: Rename.Sort, away: Set<String>, to: Set<String>
  ) -> RenameFault? {
    let now = names[sort] ?? [:]
    if now[pair.to] == nil {
      return .notInTables(pair.to, sort, near: Nearest.to(pair.to, among: now.keys.sorted()))
    }
    if now[pair.from] != nil && !to.contains(pair.from) { return .stillThere(pair.from, sort) }
    if known.has(sort, pair.to) && !away.contains(pair.to) {
      return .publishedBefore(pair.to, sort)
    }
    return nil
  }

  private static func repeated(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.filter { !seen.insert($0).inserted }
  }

  // MARK: Rooms

  /// A room of the same name at the same place is the same room, where each of the two is alone in it.
  private mutating func findRooms() {
    let stay = Set(answers.notRenamed).union(renamedAway)
    let gone = latest.head.rooms.filter { names[.room]?[$0.id] == nil && !stay.contains($0.id) }
    let new = proposal.head.rooms.filter {
      !known.has(.room, $0.id) && !renamedTo.contains($0.id)
    }
    for room in gone {
      func isLike(_ other: PublishedEvent.Room) -> Bool {
        Self.folded(other.name) == Self.folded(room.name) && other.location == room.location
      }
      let likes = new.filter(isLike)
      guard likes.count == 1, let like = likes.first, gone.count(where: isLike) == 1 else {
        continue
      }
      renames.append(Rename(.room, from: room.id, to: like.id))
    }
  }

  // MARK: What has to be asked

  private func questions() -> [RenameQuestion] {
    var asked: [RenameQuestion] = []
    for sort in [Rename.Sort.activity, .person] { asked += namesakes(sort) }
    // Sessions are compared as if what is asked of people and activities were so.
    let supposed = renames + asked.map(\.rename)
    return sessions(supposed) + asked
  }

  /// Ids of standing things that the tables lack, and that nothing was said of.
  private func gone(_ sort: Rename.Sort) -> [String] {
    let answered = Set(answers.notRenamed).union(renamedAway)
    return (known.standing[sort] ?? []).filter {
      names[sort]?[$0] == nil && !answered.contains($0)
    }.sorted()
  }

  /// Ids of the tables that were never published.
  private func new(_ sort: Rename.Sort) -> [String] {
    (names[sort] ?? [:]).keys.filter { !known.has(sort, $0) && !renamedTo.contains($0) }.sorted()
  }

  /// People and activities are alike where they are called the same.
  private func namesakes(_ sort: Rename.Sort) -> [RenameQuestion] {
    var rest = new(sort)
    return gone(sort).compactMap { id in
      let name = known.names[sort]?[id] ?? ""
      guard !Self.folded(name).isEmpty,
        let index = rest.firstIndex(where: {
          Self.folded(names[sort]?[$0] ?? "") == Self.folded(name)
        })
      else { return nil }
      let to = rest.remove(at: index)
      return RenameQuestion(
        rename: Rename(sort, from: id, to: to), before: name, now: names[sort]?[to] ?? "",
        agree: [.name])
    }
  }

  private func sessions(_ supposed: [Rename]) -> [RenameQuestion] {
    let past = latest.renamed(by: supposed).bySession
    var pairs: [(agree: [RenameQuestion.Trait], from: String, to: String)] = []
    let new = new(.session)
    for from in gone(.session) {
      guard let old = past[from]?.event else { continue }
      for to in new {
        guard let event = proposal.events[to], let agree = SessionLikeness.traits(old, event) else {
          continue
        }
        pairs.append((agree, from, to))
      }
    }
    // The most alike first; each stands in one question.
    pairs.sort { ($1.agree.count, $0.from, $0.to) < ($0.agree.count, $1.from, $1.to) }
    var (from, to): (Set<String>, Set<String>) = ([], [])
    return pairs.compactMap { pair in
      guard !from.contains(pair.from), !to.contains(pair.to) else { return nil }
      from.insert(pair.from)
      to.insert(pair.to)
      return RenameQuestion(
        rename: Rename(.session, from: pair.from, to: pair.to),
        before: past[pair.from]?.event.title ?? "", now: proposal.events[pair.to]?.title ?? "",
        agree: pair.agree)
    }
  }

  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// When two sessions look like one under two ids.
enum SessionLikeness {
  /// In what two sessions agree; `nil` where that is too little to ask.
  ///
  /// Enough is the same title and the same activities; or the same length and at least four of title,
  /// activities, people, start and room. Parts of a session that was split, and one that several were
  /// merged into, have another length.
  static func traits(_ a: PublishedEvent, _ b: PublishedEvent) -> [RenameQuestion.Trait]? {
    let people = Set(a.attendees.filter(\.isRequired).map(\.id))
    let isSame: [RenameQuestion.Trait: Bool] = [
      .title: !RenameCheck.folded(a.title).isEmpty
        && RenameCheck.folded(a.title) == RenameCheck.folded(b.title),
      .activity: Set(a.activities.map(\.id)) == Set(b.activities.map(\.id)),
      .people: !people.isEmpty && people == Set(b.attendees.filter(\.isRequired).map(\.id)),
      .length: a.end - a.start == b.end - b.start,
      .start: a.start == b.start, .room: a.room.id == b.room.id,
    ]
    let agree = RenameQuestion.Trait.allCases.filter { isSame[$0] == true }
    let isNamedSame = agree.contains(.title) && agree.contains(.activity)
    let isAlikeElsewhere = agree.contains(.length) && agree.count >= 5
    return isNamedSame || isAlikeElsewhere ? agree : nil
  }
}
