// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PublicationLint
import Register
import Testing

@testable import Publications

@Suite("What the files of a publication are called")
struct FileNameTests {
  private func proposal(
    _ rooms: [String], _ names: PublicationHead.FileNames? = .distinct
  ) -> Proposal {
    var events: [String: PublishedEvent] = [:]
    for (index, room) in rooms.enumerated() {
      events["s\(index)"] = Samples.event("A", start: Samples.morning + index * 3600, room: room)
    }
    var proposal = Samples.proposal(events)
    proposal.head.fileNames = names
    return proposal
  }

  private func paths(_ proposals: [Proposal]) throws -> [String: String] {
    let feeds = FeedPlan(try Samples.history(proposals)).feeds
    return Dictionary(
      uniqueKeysWithValues: feeds.filter { $0.key.group == .room }.map { ($0.key.id, $0.path) })
  }

  private func faults(_ proposals: [Proposal]) throws -> [LintFault] {
    let history = try Samples.history(proposals)
    return Lint.findings(
      try PublicationFiles.all(of: history).map { LintFile($0.path, $0.data) },
      inherited: FeedPlan(history).inheritedPaths
    ).map(\.fault)
  }

  @Test("Names differ also where capital letters do not count, and none is kept by Windows")
  func distinct() throws {
    let rooms = ["Hall", "hall", "HALL", "CON", "con.a", "com1", "Nul", "ws.", "ws"]
    let paths = try paths([proposal(rooms)])
    #expect(Set(paths.values.map { $0.lowercased() }).count == rooms.count)
    #expect(paths["HALL"] == "rooms/HALL.ics" && paths["ws"] == "rooms/ws.ics")
    #expect(paths["hall"]?.wholeMatch(of: /rooms\/hall-[0-9a-f]{8}\.ics/) != nil)
    #expect(paths["CON"]?.wholeMatch(of: /rooms\/CON-[0-9a-f]{8}\.ics/) != nil)
    #expect(paths["con.a"]?.wholeMatch(of: /rooms\/con-a-[0-9a-f]{8}\.ics/) != nil)
    #expect(try faults([proposal(rooms)]) == [])
  }

  @Test("A name that is out stays, whatever comes later")
  func stays() throws {
    let first = try paths([proposal(["hall", "con"])])
    let second = try paths([proposal(["hall", "con"]), proposal(["HALL", "CON", "Hall"])])
    for (room, path) in first { #expect(second[room] == path) }
    #expect(Set(second.values.map { $0.lowercased() }).count == 5)
  }

  @Test(
    "Names of an earlier program's publications stay, and lint lets them; new ones are distinct")
  func inherited() throws {
    let earlier = proposal(["Hall", "hall", "CON"], nil)
    #expect(
      try paths([earlier]) == [
        "Hall": "rooms/Hall.ics", "hall": "rooms/hall.ics", "CON": "rooms/CON.ics",
      ])
    let both = [earlier, proposal(["Hall", "hall", "CON", "HALL", "con"])]
    let now = try paths(both)
    #expect(now["Hall"] == "rooms/Hall.ics" && now["hall"] == "rooms/hall.ics")
    #expect(now["CON"] == "rooms/CON.ics")
    #expect(now["HALL"] != "rooms/HALL.ics" && now["con"] != "rooms/con.ics")
    #expect(try faults(both) == [])
  }

  @Test("How files are named is no news by itself")
  func noNews() throws {
    let history = try Samples.history([proposal(["hall"], nil), proposal(["hall"])])
    #expect(history.states.count == 1)
  }

  @Test("A planted name is found by lint")
  func planted() throws {
    let history = try Samples.history([proposal(["hall"])])
    let files = try PublicationFiles.all(of: history).map { LintFile($0.path, $0.data) }
    let calendar = try #require(files.first { $0.path == "public/rooms/hall.ics" })
    for (path, fault) in [
      ("public/rooms/HALL.ics", LintFault.sameNameInCapitals("public/rooms/hall.ics")),
      ("public/rooms/AUX.ics", .reservedName),
    ] {
      let found = Lint.findings(files + [LintFile(path, calendar.data)]).map(\.fault)
      #expect(found == [fault])
    }
  }
}
