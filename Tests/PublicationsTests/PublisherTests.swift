// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Register
import Scratch
import Testing

@testable import Publications

@Suite("Publishing to the disk", .serialized)
final class PublisherTests {
  private let scratch = ScratchFolder()
  private var folder: URL { scratch.file("meeting") }

  private var publisher: Publisher { Publisher(folder: folder) }

  private func request(
    _ events: [String: PublishedEvent], newAddresses: [String] = [], isForced: Bool = false
  ) -> Publisher.Request {
    Publisher.Request(now: Samples.now, newAddresses: newAddresses, isForced: isForced) { _ in
      Samples.proposal(events)
    }
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  /// All public files by their names, read as a web host does.
  private func visible() throws -> [String: Data] {
    let root = folder.appending(path: "public").resolvingSymlinksInPath()
    let found = FileManager.default.enumerator(atPath: root.path(percentEncoded: false))
    var files: [String: Data] = [:]
    while let name = found?.nextObject() as? String {
      if name.contains(".") { files[name] = try? Data(contentsOf: root.appending(path: name)) }
    }
    return files
  }

  @Test("Publishing the same twice changes nothing, not even the files' times")
  func twice() throws {
    let one = request(["s": Samples.event("A")])
    #expect(try publisher.publish(one).isNew)
    let before = try visible()
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.appending(path: "published").path(percentEncoded: false))
    #expect(try publisher.publish(one).isNew == false)
    #expect(try visible() == before)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(
        atPath: folder.appending(path: "published").path(percentEncoded: false)) == link)
  }

  @Test("Another address for mail is another letter, and no other publication")
  func correspondence() throws {
    func asked(_ email: String?) -> Publisher.Request {
      Publisher.Request(now: Samples.now) { _ in
        var proposal = Samples.proposal(["s": Samples.event("A")])
        proposal.correspondence = Correspondence(
          people: [.init(id: "ada", name: "Ada", email: email, roles: [:])])
        return proposal
      }
    }
    let letter = "team/publication-1/letters/ada.eml"
    #expect(try publisher.publish(asked("ada@old.example")).isNew)
    let before = try visible()
    #expect(String(decoding: try bytes(letter), as: UTF8.self).contains("<ada@old.example>"))
    let outcome = try publisher.publish(asked("ada@new.example"))
    #expect(!outcome.isNew && outcome.isOnlyLetters && outcome.letters.letters == 1)
    #expect(try visible() == before)
    #expect(String(decoding: try bytes(letter), as: UTF8.self).contains("<ada@new.example>"))
    let again = try publisher.publish(asked("ada@new.example"))
    #expect(!again.isNew && !again.isOnlyLetters)
    _ = try publisher.publish(asked(nil))
    #expect(!String(decoding: try bytes(letter), as: UTF8.self).contains("\r\nTo:"))
    let register = try bytes("publications.sqlite")
    #expect(register.range(of: Data("@old.example".utf8)) == nil)
    #expect(register.range(of: Data("@new.example".utf8)) == nil)
  }

  @Test("A preview writes nothing at all")
  func preview() throws {
    #expect(try publisher.preview(request(["s": Samples.event("A")])).isNew)
    #expect(!FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)))
  }

  @Test("What a killed run left is completed from the register, with the same bytes")
  func completed() throws {
    _ = try publisher.publish(request(["s": Samples.event("A")]))
    _ = try publisher.publish(request(["s": Samples.event("B")]))
    let whole = try visible()
    // Killed after the register took it, before anybody saw it; and its files are lost as well.
    let manager = FileManager.default
    let link = folder.appending(path: "published").path(percentEncoded: false)
    let target = try manager.destinationOfSymbolicLink(atPath: link)
    try manager.removeItem(at: folder.appending(path: target))
    try manager.removeItem(atPath: link)
    let rest = try #require(
      try manager.contentsOfDirectory(
        atPath: folder.appending(path: "releases").path(percentEncoded: false)
      ).first)
    try manager.createSymbolicLink(
      atPath: link, withDestinationPath: "releases/\(rest)")
    #expect(try publisher.publish(request(["s": Samples.event("B")])).isNew == false)
    #expect(try visible() == whole)
  }

  @Test("A published file that was edited is not replaced unasked")
  func edited() throws {
    _ = try publisher.publish(request(["s": Samples.event("A")]))
    let page = folder.appending(path: "public/index.html").resolvingSymlinksInPath()
    try Data("mine".utf8).write(to: page)
    #expect(throws: PublicationFailure.self) {
      try publisher.publish(request(["s": Samples.event("B")]))
    }
    #expect(try bytes("public/index.html") == Data("mine".utf8))
    _ = try publisher.publish(request(["s": Samples.event("B")], isForced: true))
    #expect(try bytes("public/index.html").count > 1000)
  }

  @Test("Without its register a publication is not started afresh unasked")
  func registerGone() throws {
    _ = try publisher.publish(request(["s": Samples.event("A")]))
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: publisher.registerPath + end)
    }
    #expect(throws: PublicationFailure.self) {
      try publisher.publish(request(["s": Samples.event("B")]))
    }
  }

  @Test("What was previewed on another register is not published, and nothing is written")
  func otherBasis() throws {
    func asked(_ title: String, after basis: RegisterMark? = nil) -> Publisher.Request {
      Publisher.Request(now: Samples.now, basis: basis) { _ in
        Samples.proposal(["s": Samples.event(title)])
      }
    }
    let first = try publisher.preview(asked("A")).basis
    _ = try publisher.publish(asked("A", after: first))
    let before = try visible()
    #expect(throws: PublicationFailure.registerChanged) {
      try publisher.publish(asked("B", after: first))
    }
    #expect(throws: PublicationFailure.registerChanged) {
      try publisher.preview(asked("B", after: first))
    }
    #expect(try visible() == before)
    let second = try publisher.preview(asked("B")).basis
    #expect(second != first)
    #expect(try publisher.publish(asked("B", after: second)).state?.number == 2)
  }

  @Test("A new address ends the old one and changes no event")
  func addresses() throws {
    let one = ["s": Samples.event("A")]
    _ = try publisher.publish(request(one))
    let before = try visible()
    _ = try publisher.publish(request(one, newAddresses: ["ada"]))
    let after = try visible()
    let gone = Set(before.keys).subtracting(after.keys)
    let new = Set(after.keys).subtracting(before.keys)
    #expect(gone.count == 1 && new.count == 1)
    #expect(after["programme.ics"] == before["programme.ics"])
    #expect(new.allSatisfy { $0.count == "people/".count + 26 + ".ics".count })
    #expect(throws: PublicationFailure.self) {
      try publisher.publish(request(one, newAddresses: ["nobody"]))
    }
  }

  @Test("An unchanged file is the same file, so that hosts say it has not changed")
  func links() throws {
    let other = Samples.event("Other", room: "ws")
    var elsewhere = Samples.event("A")
    elsewhere.themes = ["data"]
    elsewhere.activities = []
    _ = try publisher.publish(request(["s": elsewhere, "t": other]))
    let path = folder.appending(path: "public/themes/ai.ics").path(percentEncoded: false)
    func number() throws -> Int? {
      try FileManager.default.attributesOfItem(
        atPath: URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
      )[.systemFileNumber] as? Int
    }
    let before = try number()
    elsewhere.title = "B"
    _ = try publisher.publish(request(["s": elsewhere, "t": other]))
    #expect(try number() == before)
    #expect(before != nil)
  }

  @Test("Many publishers at once: each waits its turn, and none is lost")
  func together() async throws {
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask {
          let publisher = Publisher(folder: folder, waiting: .init(patience: 120_000))
          _ = try publisher.publish(
            Publisher.Request(now: Samples.now) { _ in
              Samples.proposal(["s": Samples.event("Title \(index)")])
            })
        }
      }
      try await group.waitForAll()
    }
    let contents = try PublicationRegister.contents(path: publisher.registerPath)
    #expect(contents.publications.map(\.number) == Array(1...8))
    let titles = try PublicationHistory(contents).states.map { $0.entries[0].event.title }
    #expect(Set(titles).count == 8)
    #expect(
      String(decoding: try bytes("public/programme.ics"), as: UTF8.self)
        .contains("SUMMARY:\(titles[7])"))
  }
}
