// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Modalities
import PlanningProblems
import Rules

/// Where a draft breaks easily: sessions with one possible place left, and single losses.
public struct Fragility: Sendable {
  public struct Loss: Sendable {
    public let lost: Lost
    /// `Room I on 2023-10-10`, or the people that are missed.
    public let words: String
    public let sessions: [String]
    public let repair: Study.Answer
    /// Where no schedule is left: what has to be left out.
    public let partial: Study.Answer?
  }

  public let study: Study
  /// Sessions that have no other place while the others stay, with the hard rules that bar the rest.
  public let stuck: [String]
  /// Sessions that by their own rules have one place only.
  public let single: [String]
  public let losses: [Loss]
  /// What an interruption left out.
  public let notReached: [ExplainStep]

  public init(_ study: Study) {
    self.study = study
    let problem = PlanningProblem(study.scenario)
    let assignment = problem.assignment(study.draft)
    var working = WorkingSchedule(problem, assignment)
    var stuck: [String] = []
    var single: [String] = []
    var seen = 0
    let all = assignment.places.count
    for (p, place) in assignment.places.enumerated() {
      if study.cancellation.isCancelled { break }
      study.tell(.stuck(seen: seen, of: all))
      seen += 1
      guard let place else { continue }
      // A draft that breaks rules elsewhere is not this session's fault.
      let before = working.score.violations
      let id = study.scenario.sessions[problem.sessions[p]].id
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
    let questions = Self.questions(study)
    losses = study.solvingAll(questions) { question in
      let repair = study.resolved(question.scenario, moves: 200, least: question.least)
      var partial: Study.Answer?
      if case .impossible = repair { partial = study.partial(question.scenario) }
      return Loss(
        lost: question.lost, words: question.words, sessions: question.sessions, repair: repair,
        partial: partial)
    }
    notReached =
      (seen < all ? [.stuck(seen: seen, of: all)] : []) + Study.missing(losses.map(\.repair))
  }

  private struct Question: Sendable {
    let lost: Lost
    let words: String
    let sessions: [String]
    let scenario: Scenario
    /// What every schedule costs then at least: less room or people make nothing cheaper, and each
    /// session that is hit has to move.
    let least: Int
  }

  private static func questions(_ study: Study) -> [Question] {
    roomLosses(study) + peopleLosses(study)
  }

  /// Each room on each day on which the draft uses it.
  private static func roomLosses(_ study: Study) -> [Question] {
    let scenario = study.scenario
    let rows = study.draft.firstRows
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
            lost: lost, words: "\(room.nameWithID) on \(day.date)", sessions: used,
            scenario: lost.taken(from: scenario),
            least: study.floor + study.roomMove * used.count))
      }
    }
    return questions
  }

  /// Each person on each day on which the draft needs them; those who leave the same gap together.
  private static func peopleLosses(_ study: Study) -> [Question] {
    let scenario = study.scenario
    let attendances = Attendances(scenario)
    let rows = study.draft.firstRows
    let held = Eligibility(scenario).held
    let members = scenario.sessions.indices.filter { !held.contains($0) }
    var gaps: [[Int]: (date: CalendarDate, people: [Int])] = [:]
    var order: [[Int]] = []
    for (index, person) in scenario.people.enumerated() {
      for day in scenario.meeting.days {
        let used = members.filter {
          rows[scenario.sessions[$0].id]?.start?.date == day.date
            && attendances.required($0).contains(index)
        }
        guard !used.isEmpty else { continue }
        // Alike are those who miss the same sessions and are needed nowhere else.
        let all = scenario.sessions.indices.filter { attendances.required($0).contains(index) }
        let key = used + [-1] + (person.available == nil ? all : [index, -2])
        if gaps[key] == nil { order.append(key) }
        gaps[key, default: (day.date, [])].people.append(index)
      }
    }
    return order.compactMap { key in
      guard let gap = gaps[key] else { return nil }
      let lost = Lost.people(gap.people, gap.date)
      let hit = key.prefix { $0 >= 0 }
      let names = gap.people.map { scenario.people[$0].name }
      let shown = names.prefix(3).joined(separator: ", ")
      let words =
        (names.count == 1 ? shown : "one of \(shown)")
        + (names.count > 3 ? " and \(names.count - 3) more" : "") + " on \(gap.date)"
      return Question(
        lost: lost, words: words, sessions: hit.map { scenario.sessions[$0].id },
        scenario: lost.taken(from: scenario),
        least: study.floor + study.timeMove * hit.count)
    }
  }
}
