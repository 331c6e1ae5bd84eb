// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import Meetings
import Planning
import PlanningProblems
import Rules
import ScenarioFiles
import Scratch
import Testing

@Suite("A session may run across the seam of two windows of one cell that adjoin")
struct AdjoiningWindowsTests {
  /// Where a window may be; the session of an hour fits into neither half of it alone.
  enum Place: String, CaseIterable { case room, person, allowed, wish }

  private static let seam = "2025-06-23 10:00-10:30;2025-06-23 10:30-11:00"
  private static let gap = "2025-06-23 10:00-10:30;2025-06-23 10:31-11:00"

  @Test("It is placed there, and the review finds nothing", arguments: Place.allCases)
  func placed(place: Place) throws {
    let scenario = try Self.meeting(place, windows: Self.seam)
    let problem = PlanningProblem(scenario)
    guard case .optimal(let assignment, 0) = Planner(solver: GLPK()).draft(problem) else {
      Issue.record("not placed without cost")
      return
    }
    let schedule = problem.schedule(assignment)
    #expect(schedule.rows.map(\.start?.clock) == ["10:00"])
    let review = Review(scenario: scenario, schedule: schedule)
    #expect(review.violations.isEmpty)
    #expect(review.objective == 0)
  }

  @Test("Where a minute lies between them it may not, to both", arguments: Place.allCases)
  func apart(place: Place) throws {
    let scenario = try Self.meeting(place, windows: Self.gap)
    let result = Planner(solver: GLPK()).draft(PlanningProblem(scenario))
    let start = WallTime(try #require(CalendarDate("2025-06-23")), minuteOfDay: 600)
    let review = Review(
      scenario: scenario, schedule: Schedule(rows: [.placed("s", start, "r")]))
    switch result {
    case .infeasible: #expect(review.violations.count == 1)
    case .optimal(_, let objective):
      #expect(place == .wish)
      #expect(objective == 7)
      #expect(review.objective == 7)
    default: Issue.record("\(result)")
    }
  }

  @Test("Open hours of a day that adjoin stay two, to both")
  func openHours() throws {
    let scenario = try Self.meeting(
      .wish, windows: Self.seam, open: ["10:00-10:30", "10:30-11:00"])
    guard case .infeasible = Planner(solver: GLPK()).draft(PlanningProblem(scenario)) else {
      Issue.record("placed across two open intervals")
      return
    }
    let start = WallTime(try #require(CalendarDate("2025-06-23")), minuteOfDay: 600)
    let review = Review(
      scenario: scenario, schedule: Schedule(rows: [.placed("s", start, "r")]))
    #expect(review.violations.map(\.rule) == [.openHours])
  }

  private static func meeting(
    _ place: Place, windows: String, open: [String] = ["09:00-13:00"]
  ) throws -> Scenario {
    let scratch = ScratchFolder()
    let folder = scratch.url
    func at(_ asked: Place) -> String { asked == place ? windows : "" }
    var files = [
      "meeting.json": """
      {"id": "m", "name": "M", "timeZone": "Europe/Oslo",
       "days": [{"date": "2025-06-23", "open": [\(open.map { "\"\($0)\"" }.joined(separator: ","))]}]}
      """,
      "rooms.csv": "id,capacity,available\nr,40,\(at(.room))\n",
      "programme-elements.csv": "id,name,kind\na,A,WS\n",
      "sessions.csv": "id,activity,title,minutes,allowed\ns,a,S,60,\(at(.allowed))\n",
      "people.csv": "id,name,available\np,P,\(at(.person))\n",
      "roles.csv": "person,subject,role,attendance\np,s,speaker,required\n",
    ]
    if place == .wish {
      files["wishes.csv"] = "subject,want,window,strength\ns,yes,\(windows),7\n"
    }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try #require(ScenarioFolder.read(folder).scenario)
  }
}
