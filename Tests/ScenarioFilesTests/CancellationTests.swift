// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Meetings
import Testing

@testable import ScenarioFiles

@Suite("Cancelled sessions")
struct CancellationTests {
  private func read(_ rows: String) throws -> ScenarioReading {
    var files = Spellings.files.mapValues { Optional($0) }
    files["cancellations.csv"] = "session,reason,by,on\n" + rows
    return try Folder.with(files) { ScenarioFolder.read($0) }
  }

  @Test("The scenario is without the session and all that refers to it, and remembers why")
  func takenOut() throws {
    let reading = try read("ws-access-1,Withdrawn,MAG,2027-05-01\n")
    let scenario = try #require(reading.scenario)
    #expect(reading.findings.filter(\.isGrave).isEmpty)
    #expect(
      scenario.cancellations
        == [
          CancelledSession(
            session: "ws-access-1", title: "Access for the last mile", reason: "Withdrawn",
            by: "MAG", on: "2027-05-01", line: 2)
        ])
    #expect(!scenario.sessions.contains { $0.id == "ws-access-1" })
    let whole = try #require(try read("").scenario)
    #expect(scenario.sessions.count == whole.sessions.count - 1)
    #expect(scenario.roles.count == whole.roles.count - 2)
    #expect(scenario.wishes.count == whole.wishes.count - 1)
    #expect(scenario.activities.count == whole.activities.count)
    let note = reading.findings.first { $0.rule == "cancelled" }
    #expect(note?.severity == .note && note?.line == 2)
  }

  @Test("A session that is not there, one that stands twice and one without a reason are named")
  func findings() throws {
    let reading = try read("nobody,x,,\nws-access-1,,,\nws-access-1,again,,\n,y,,\n")
    let own = reading.findings.filter { $0.file == "cancellations.csv" }
    #expect(own.contains { $0.severity == .error && $0.line == 2 && $0.value == "nobody" })
    #expect(own.contains { $0.severity == .warning && $0.line == 3 && $0.column == "reason" })
    #expect(own.contains { $0.severity == .warning && $0.line == 4 && $0.column == "session" })
    #expect(own.contains { $0.severity == .error && $0.line == 5 })
  }

  @Test("A schedule from before the cancellation is read without the session")
  func schedule() throws {
    let scenario = try #require(try read("ws-access-1,Withdrawn,,\n").scenario)
    let text =
      "session,date,start,room,status\nws-access-1,2027-06-21,10:45,ws1,placed\n"
      + "main-ai-1,2027-06-21,10:45,hall,placed\n"
    let (schedule, findings) = try Folder.with(["schedule.csv": text]) { folder in
      ScheduleFile.read(folder.appending(path: "schedule.csv"), against: scenario)
    }
    #expect(findings.isEmpty)
    #expect(schedule?.rows.map(\.session) == ["main-ai-1"])
  }

  @Test("A what-if may cancel a session, and take a cancellation back")
  func whatIf() throws {
    var files = Spellings.files.mapValues { Optional($0) }
    files["cancellations.csv"] = "session,reason\nws-access-1,Withdrawn\n"
    try Folder.with(files) { folder in
      func sessions(_ change: String) -> Set<String> {
        Set(ScenarioFolder.read(folder, asking: .typed(change)).scenario?.sessions.map(\.id) ?? [])
      }
      #expect(sessions("cancellations where session=ws-access-1 remove").contains("ws-access-1"))
      let more = sessions("cancellations add session=main-ai-1 reason=x")
      #expect(!more.contains("main-ai-1") && !more.contains("ws-access-1") && !more.isEmpty)
    }
  }
}
