// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Register
import Scratch
import Testing

@Suite("The register of publications")
struct RegisterTests {
  private struct Refused: Error {}

  private let scratch = ScratchFolder()
  private var folder: URL { scratch.url }

  private var path: String { folder.appending(path: "p.sqlite").path(percentEncoded: false) }

  private func opened() throws -> PublicationRegister {
    try PublicationRegister(path: path)
  }

  private func version(
    _ publication: Int, _ session: String, uid: String? = nil, sequence: Int = 0,
    modified: Int = 10
  ) -> PublicationRegister.Version {
    .init(
      publication: publication, session: session, uid: uid ?? "\(session)@x", sequence: sequence,
      modified: modified, event: "{}")
  }

  @Test("What is added comes back in order, with NUL, quotes and empty texts as they were")
  func roundTrip() throws {
    let register = try opened()
    try register.exclusively { register in
      try register.append(.init(number: 1, instant: 10, head: "a\u{0}b'\"\u{1F469}"))
      try register.append(
        .init(publication: 1, session: "s", uid: "s@x", sequence: 0, modified: 10, event: ""))
      try register.append(.init(person: "p", token: "t", publication: 1, instant: 10))
    }
    let contents = try PublicationRegister.contents(path: path)
    #expect(contents.publications.map(\.head) == ["a\u{0}b'\"\u{1F469}"])
    #expect(contents.versions.map(\.event) == [""])
    #expect(contents.addresses.map(\.token) == ["t"])
  }

  @Test("How people are written to is replaced, and what was taken back is in no byte of the file")
  func correspondence() throws {
    let old = "taken.back@planted.example"
    do {
      let register = try opened()
      try register.exclusively { register in
        try register.append(.init(number: 1, instant: 10, head: "{}"))
        try register.replace(.init(revision: 1, people: "[\"\(old)\"]"))
      }
      #expect(try PublicationRegister.contents(path: path).correspondence?.revision == 1)
      try register.exclusively { try $0.replace(.init(revision: 2, people: "[]")) }
    }
    #expect(
      try PublicationRegister.contents(path: path).correspondence
        == .init(revision: 2, people: "[]"))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(!files.isEmpty)
    for file in files {
      let bytes = try Data(contentsOf: folder.appending(path: file))
      #expect(bytes.range(of: Data(old.utf8)) == nil, "\(file)")
    }
  }

  @Test("A publication that fails half way leaves nothing")
  func whole() throws {
    let register = try opened()
    #expect(throws: Refused.self) {
      try register.exclusively { register in
        try register.append(.init(number: 1, instant: 10, head: "{}"))
        throw Refused()
      }
    }
    #expect(try PublicationRegister.contents(path: path) == .init())
  }

  @Test("No program can change a UID, lower a SEQUENCE, or turn back the clock")
  func invariants() throws {
    let register = try opened()
    try register.exclusively { register in
      try register.append(.init(number: 1, instant: 10, head: "{}"))
      try register.append(version(1, "s", sequence: 3))
    }
    let wrong = [
      version(2, "s", uid: "other@x", sequence: 3, modified: 20),
      version(2, "s", sequence: 2, modified: 20), version(2, "s", sequence: 3, modified: 9),
      version(2, "t", uid: "s@x", modified: 20),
    ]
    for version in wrong {
      #expect(throws: RegisterError.self) {
        try register.exclusively { register in
          try register.append(.init(number: 2, instant: 20, head: "{}"))
          try register.append(version)
        }
      }
    }
    for (number, instant) in [(1, 20), (2, 10), (0, 30)] {
      #expect(throws: RegisterError.self) {
        try register.exclusively {
          try $0.append(.init(number: number, instant: instant, head: "{}"))
        }
      }
    }
    #expect(try PublicationRegister.contents(path: path).publications.count == 1)
  }

  @Test("Another program's file, and one that is no database, are left alone")
  func strangers() throws {
    let text = Data(String(repeating: "not a database ", count: 100).utf8)
    try text.write(to: URL(filePath: path))
    #expect(throws: RegisterError.self) {
      try PublicationRegister(path: path).exclusively { _ in }
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == text)
  }

  @Test("A register that is not there is empty, and is not made by looking")
  func absent() throws {
    #expect(try PublicationRegister.contents(path: path) == .init())
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
