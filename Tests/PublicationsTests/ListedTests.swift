// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Register
import Scratch
import Testing

@testable import Publications

@Suite("People who were listed, and are private again", .serialized)
final class ListedTests {
  private let scratch = ScratchFolder()
  private var folder: URL { scratch.file("meeting") }

  private func publish(
    _ people: PublicationHead.People, _ title: String, renewsListed: Bool = false,
    newAddresses: [String] = [], isPreview: Bool = false
  ) throws -> Publisher.Outcome {
    let publisher = Publisher(folder: folder)
    let request = Publisher.Request(
      now: Samples.now, newAddresses: newAddresses, renewsListed: renewsListed
    ) { _ in
      var event = Samples.event(title)
      event.attendees.append(.init(id: "bob", name: "Bob", isRequired: true))
      var proposal = Samples.proposal(["s": event])
      proposal.head.people = people
      return proposal
    }
    return try isPreview ? publisher.preview(request) : publisher.publish(request)
  }

  private func tokens() throws -> [String: String] {
    let path = Publisher(folder: folder).registerPath
    return try PublicationHistory(PublicationRegister.contents(path: path)).latest?.tokens ?? [:]
  }

  @Test("Addresses that stood on a public page stay for those who subscribed, and are counted")
  func counted() throws {
    #expect(try publish(.private, "A").state?.peopleOnceListed == [])
    #expect(try publish(.listed, "B").state?.peopleOnceListed == ["ada", "bob"])
    let before = try tokens()
    #expect(try publish(.private, "C").state?.peopleOnceListed == ["ada", "bob"])
    #expect(try tokens() == before)
    // Still so at the next one, and when nothing is new.
    #expect(try publish(.private, "C").state?.peopleOnceListed == ["ada", "bob"])
  }

  @Test("New addresses for all of them, or for one, end it")
  func renewed() throws {
    _ = try publish(.listed, "A")
    let before = try tokens()
    let one = try publish(.private, "B", newAddresses: ["ada"])
    #expect(one.renewed == 1 && one.state?.peopleOnceListed == ["bob"])
    let would = try publish(.private, "B", renewsListed: true, isPreview: true)
    #expect(would.renewed == 1 && would.state?.peopleOnceListed == [])
    let all = try publish(.private, "B", renewsListed: true)
    #expect(all.renewed == 1 && all.state?.peopleOnceListed == [] && !all.isNew)
    let after = try tokens()
    #expect(after["ada"] != before["ada"] && after["bob"] != before["bob"])
    let again = try publish(.private, "B", renewsListed: true)
    #expect(again.renewed == 0)
    #expect(try tokens() == after)
    for token in before.values {
      let path = folder.appending(path: "public/people/\(token).ics").path(percentEncoded: false)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("Both in one step, and never while they are to be listed")
  func inOneStep() throws {
    _ = try publish(.listed, "A")
    #expect(throws: PublicationFailure.addressesStayListed) {
      try publish(.listed, "B", renewsListed: true)
    }
    let outcome = try publish(.private, "B", renewsListed: true)
    #expect(outcome.renewed == 2 && outcome.state?.peopleOnceListed == [])
  }
}
