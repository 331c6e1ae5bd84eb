// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Databases
import Foundation
import Register
import Scratch
import Testing

@testable import Publications

@Suite("A register that cannot be used is told at once, and nothing is half published", .serialized)
final class RefusedRegisterTests {
  private let scratch = ScratchFolder()
  private var folder: URL { scratch.file("meeting") }

  private var register: URL { folder.appending(path: "publications.sqlite") }

  private func request(_ title: String) -> Publisher.Request {
    Publisher.Request(now: Samples.now) { _ in Samples.proposal(["s": Samples.event(title)]) }
  }

  private func publish(_ title: String, isPreview: Bool = false) throws {
    let publisher = Publisher(folder: folder, waiting: .init(patience: 1))
    _ = try isPreview ? publisher.preview(request(title)) : publisher.publish(request(title))
  }

  /// What everybody sees, and which releases there are.
  private func seen() throws -> [String] {
    let path = folder.path(percentEncoded: false)
    let releases = try FileManager.default.contentsOfDirectory(atPath: path + "/releases").sorted()
    let out = try FileManager.default.destinationOfSymbolicLink(atPath: path + "/published")
    return [out] + releases
  }

  private func database() throws -> Database {
    try Database(
      register.path(percentEncoded: false), .writing, patience: 0,
      words: .init(name: "r", file: "r", busy: "b"))
  }

  /// A publication, then what spoils the register; nothing may be published then, nor shown.
  private func refused(
    _ reason: DatabaseError.Reason, _ spoil: () throws -> Void
  ) throws {
    try publish("A")
    let before = try seen()
    try spoil()
    let bytes = try Data(contentsOf: register)
    for isPreview in [false, true] {
      let failure = #expect(throws: PublicationFailure.self) {
        try publish("B", isPreview: isPreview)
      }
      guard case .register(let error) = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
      #expect(error.reason == reason)
      #expect(failure?.description.hasSuffix("; nothing is published") == true)
    }
    #expect(try seen() == before)
    #expect(try Data(contentsOf: register) == bytes)
  }

  private func removeLogs() {
    for end in ["-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: register.path(percentEncoded: false) + end)
    }
  }

  @Test("One that was cut short", arguments: [2, 4])
  func cut(part: Int) throws {
    try refused(.malformed) {
      removeLogs()
      let bytes = try Data(contentsOf: register)
      try bytes.prefix(bytes.count * (part - 1) / part / 512 * 512).write(to: register)
    }
  }

  @Test("One in which a page was overwritten")
  func overwritten() throws {
    try refused(.malformed) {
      removeLogs()
      var bytes = try Data(contentsOf: register)
      let page = 4096
      for place in stride(from: page, to: bytes.count, by: page) {
        bytes.replaceSubrange(place..<place + 200, with: Data(repeating: 0xFF, count: 200))
      }
      try bytes.write(to: register)
    }
  }

  @Test("One that is no database")
  func text() throws {
    try refused(.notADatabase) {
      removeLogs()
      try Data(String(repeating: "session,date\n", count: 100).utf8).write(to: register)
    }
  }

  @Test(
    "One of a later or an older version of the program, and one of another program",
    arguments: [
      (2, nil, DatabaseError.Reason.laterVersion), (0, nil, .olderVersion), (1, 7, .otherProgram),
    ] as [(Int, Int?, DatabaseError.Reason)])
  func versions(version: Int, application: Int?, reason: DatabaseError.Reason) throws {
    try refused(reason) {
      let database = try database()
      try database.run("PRAGMA user_version = \(version)")
      if let application { try database.run("PRAGMA application_id = \(application)") }
      try database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  @Test(
    "One that another program holds open for writing is told after a moment, and then waited for")
  func locked() throws {
    try publish("A")
    let before = try seen()
    let other = try database()
    try other.run("BEGIN IMMEDIATE")
    let told = Flag()
    let publisher = Publisher(
      folder: folder, waiting: .init(patience: 1200, notice: { told.raise() }))
    let failure = #expect(throws: PublicationFailure.self) { try publisher.publish(request("B")) }
    guard case .register(let error) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(error.reason == .busy && told.isRaised)
    #expect(try seen() == before)
    try other.run("COMMIT")
    try publish("B")
    #expect(try seen() != before)
  }

  @Test("One whose values a later version wrote")
  func values() throws {
    try publish("A")
    let before = try seen()
    try PublicationRegister(path: register.path(percentEncoded: false)).exclusively {
      try $0.append(.init(number: 2, instant: Samples.now + 9, head: "{\"of\": \"tomorrow\"}"))
    }
    #expect(throws: PublicationFailure.unreadable(publication: 2)) { try publish("B") }
    #expect(try seen() == before)
  }

  @Test("One that lost its last publications, also when it is only looked at")
  func behind() throws {
    try publish("A")
    removeLogs()
    try Data().write(to: register)
    for isPreview in [false, true] {
      #expect(
        throws: PublicationFailure.registerIsBehind(
          out: 1, known: 0, register: folder.relativePath + "/publications.sqlite")
      ) { try publish("B", isPreview: isPreview) }
    }
  }

  @Test(
    "Where its files cannot be shown the publication is in the register, and the next run shows it")
  func notShown() throws {
    try publish("A")
    let link = folder.appending(path: "public")
    try FileManager.default.removeItem(at: link)
    try Data("mine".utf8).write(to: link)
    let failure = #expect(throws: PublicationFailure.self) { try publish("B") }
    #expect(
      failure
        == .notShown(
          publication: 2,
          because: .notFromPublication(path: folder.path(percentEncoded: false) + "/public")))
    #expect(try Data(contentsOf: link) == Data("mine".utf8))
    try FileManager.default.removeItem(at: link)
    try publish("B")
    let calendar = try String(
      contentsOf: folder.appending(path: "public/programme.ics"), encoding: .utf8)
    #expect(calendar.contains("SUMMARY:B"))
  }

  @Test("A domain that is none is refused before the first publication, and lets a later one be")
  func domain() throws {
    func request(_ title: String, _ domain: String?) -> Publisher.Request {
      Publisher.Request(now: Samples.now) { _ in
        var proposal = Samples.proposal(["s": Samples.event(title)])
        proposal.unusableDomain = domain
        return proposal
      }
    }
    let publisher = Publisher(folder: folder)
    #expect(throws: PublicationFailure.noDomain("the IGF")) {
      try publisher.publish(request("A", "the IGF"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)))
    _ = try publisher.publish(request("A", nil))
    #expect(try publisher.publish(request("B", "the IGF")).isNew)
  }
}

/// Raised from any thread.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false
  func raise() { lock.withLock { value = true } }
  var isRaised: Bool { lock.withLock { value } }
}
