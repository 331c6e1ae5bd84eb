// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import PlanningProblems
import Rules
import Texts

/// Where a draft breaks easily: sessions with one possible place left, and single losses.
public struct Fragility: Sendable {
  /// A loss, and what mends it.
  public struct Loss: Sendable {
    /// What is taken away.
    public let lost: Lost
    /// Ids of the sessions that it hits.
    public let sessions: [String]
    /// The cheapest schedule without it, moves from the draft counted.
    public let repair: DraftAnalysis.Answer
    /// Where no schedule is left: what has to be left out.
    public let partial: DraftAnalysis.Answer?
    let tables: AskedTables
  }

  /// The draft that is asked about.
  public let analysis: DraftAnalysis
  /// Sessions that have no other place while the others stay, with the hard rules that bar the rest.
  public let stuck: [String]
  /// Sessions that by their own rules have one place only.
  public let single: [String]
  /// Rooms first, in the order of the tables, then people.
  public let losses: [Loss]
  /// What an interruption left out.
  public let notReached: [ExplainStep]

  /// - Complexity: every place of every session once, and one search for each loss, several at once.
  public init(_ analysis: DraftAnalysis) {
    self.analysis = analysis
    let problem = PlanningProblem(analysis.scenario)
    let assignment = problem.assignment(analysis.draft)
    var working = WorkingSchedule(problem, assignment)
    var stuck: [String] = []
    var single: [String] = []
    var seen = 0
    let all = assignment.places.count
    for (p, place) in assignment.places.enumerated() {
      if analysis.cancellation.isCancelled { break }
      analysis.tell(.stuck(seen: seen, of: all))
      seen += 1
      guard let place else { continue }
      // A draft that breaks rules elsewhere is not this session's fault.
      let before = working.score.violations
      let id = analysis.scenario.sessions[problem.sessions[p]].id
      let table = problem.places[p]
      working.take(p)
      var count = 0
      var possible = 0
      for s in table.starts.indices {
        for r in table.rooms.indices where table.price(s, r) != nil {
          possible += 1
          working.put(p, at: .init(start: s, room: r))
          if working.score.violations <= before { count += 1 }
          working.take(p)
        }
      }
      working.put(p, at: place)
      if possible == 1 { single.append(id) } else if count <= 1 { stuck.append(id) }
    }
    self.stuck = stuck
    self.single = single
    let questions = Self.questions(analysis)
    losses = analysis.solvingAll(
      questions, named: { $0.lost.words(in: analysis.scenario) },
      answer: { question, tell in
        let repair = analysis.resolved(
          question.scenario, moves: 200, least: question.least, telling: tell)
        var partial: DraftAnalysis.Answer?
        if case .impossible = repair { partial = analysis.partial(question.scenario) }
        return Loss(
          lost: question.lost, sessions: question.sessions, repair: repair, partial: partial,
          tables: analysis.tables)
      })
    notReached =
      (seen < all ? [.stuck(seen: seen, of: all)] : [])
      + DraftAnalysis.missing(losses.map(\.repair))
  }

  private struct Question: Sendable {
    let lost: Lost
    let sessions: [String]
    let scenario: Scenario
    /// The least that every schedule then costs: fewer rooms or people make nothing cheaper, and
    /// each session that is hit has to move.
    let least: Int
  }

  private static func questions(_ analysis: DraftAnalysis) -> [Question] {
    roomLosses(analysis) + peopleLosses(analysis)
  }

  /// Each room on each day on which the draft uses it.
  private static func roomLosses(_ analysis: DraftAnalysis) -> [Question] {
    let scenario = analysis.scenario
    let rows = analysis.draft.firstRows
    let held = Eligibility(scenario).held
    let members = scenario.sessions.indices.filter { !held.contains($0) }
    var questions: [Question] = []
    for (index, room) in scenario.rooms.enumerated() {
      for day in scenario.meeting.days {
        let used = members.map { scenario.sessions[$0].id }.filter {
          rows[$0]?.room == room.id && rows[$0]?.start?.date == day.date
        }
        guard !used.isEmpty else { continue }
        let lost = Lost.room(index, day.date)
        questions.append(
          Question(
            lost: lost, sessions: used,
            scenario: lost.taken(from: scenario),
            least: analysis.floor + analysis.roomMove * used.count))
      }
    }
    return questions
  }

  /// Each person on each day on which the draft needs them; people who leave the same gap are taken
  /// together.
  private static func peopleLosses(_ analysis: DraftAnalysis) -> [Question] {
    let scenario = analysis.scenario
    let attendances = Attendances(scenario)
    let rows = analysis.draft.firstRows
    let held = Eligibility(scenario).held
    let members = scenario.sessions.indices.filter { !held.contains($0) }
    var gaps: [Gap: [Int]] = [:]
    var order: [Gap] = []
    for (index, person) in scenario.people.enumerated() {
      let needed = scenario.sessions.indices.filter { attendances.required($0).contains(index) }
      for day in scenario.meeting.days {
        let hit = members.filter {
          rows[scenario.sessions[$0].id]?.start?.date == day.date && needed.contains($0)
        }
        guard !hit.isEmpty else { continue }
        let gap = Gap(
          date: day.date, hit: hit, needed: needed, only: person.available == nil ? nil : index)
        if gaps[gap] == nil { order.append(gap) }
        gaps[gap, default: []].append(index)
      }
    }
    return order.compactMap { gap in
      guard let people = gaps[gap] else { return nil }
      let lost = Lost.people(people, gap.date)
      return Question(
        lost: lost, sessions: gap.hit.map { scenario.sessions[$0].id },
        scenario: lost.taken(from: scenario),
        least: analysis.floor + analysis.timeMove * gap.hit.count)
    }
  }

  /// The gap that people leave who are away for a day: it is the same for those who miss the same
  /// sessions and are needed at the same others.
  private struct Gap: Hashable {
    let date: CalendarDate
    /// Sessions that day, by index.
    let hit: [Int]
    /// All sessions that need them.
    let needed: [Int]
    /// Somebody with windows of their own leaves a gap of their own.
    let only: Int?
  }
}
