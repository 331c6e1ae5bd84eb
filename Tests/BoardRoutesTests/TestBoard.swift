// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import HTTPServing
import Meetings
import ScenarioFiles
import Scratch
import Synchronization
import Testing
import Wires

@testable import BoardRoutes

/// How a test asks: the routes themselves, or a server in front of them. The same test bodies run both
/// ways.
enum Transport: String, CaseIterable, Sendable {
  case direct, socket
}

/// What came back.
struct Reply {
  let status: Int
  let headers: HTTPHeaders
  let body: String

  /// As data.
  var json: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body.utf8))) as? [String: Any] ?? [:]
  }

  subscript(name: String) -> Any? { json[name] }
}

/// A board of the small scenario with one draft, in folders of its own.
final class TestBoard {
  static let proxy = "https://plan.example.org"

  private let scratch = ScratchFolder()
  let folder: URL
  let tables: URL
  let store: BoardStore
  let room: BoardRoom
  let solver = FakeSolver()
  let keeper = FakeKeeper()
  let publisher = FakePublisher()
  let access: BoardAccess
  let router: BoardRouter
  private(set) var draft = 0
  private let server: HTTPServer?
  private let clock = Mutex(1_000.0)

  init(
    _ transport: Transport = .direct, isShared: Bool = false, edit: (URL) throws -> Void = { _ in }
  ) throws {
    folder = scratch.url
    tables = folder.appending(path: "tables")
    let files = FileManager.default
    let small = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios/small")
    try files.copyItem(at: small, to: tables)
    try edit(tables)
    let (tables, folder) = (tables, folder)
    store = try BoardStore(in: folder)
    let instant = Instants()
    room = BoardRoom(
      BoardRoom.World(
        read: { TestBoard.reading(tables) }, mark: { TestBoard.mark(tables) },
        now: { 1_800_000_000 }, clock: { instant.seconds }, keeper: keeper),
      store: store, events: EventChannel(name: "test"))
    let late = Late()
    server = transport == .socket ? try HTTPServer(port: 0, threads: 2, late) : nil
    let port = server?.port ?? 8_018
    if isShared {
      try BoardLinks.issued(for: Self.proxy).write(in: folder)
      let address = try #require(SharedAddress(Self.proxy))
      access = BoardAccess(port: port, shared: address, links: CurrentLinks(in: folder))
    } else {
      access = BoardAccess(port: port)
    }
    let desk = TableDesk(
      tables, read: { TestBoard.reading($0) },
      makeFolder: {
        let copy = folder.appending(path: "copy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        return copy
      })
    let page = BoardFiles(
      page: "<!DOCTYPE html><title>Page</title>",
      assets: [
        "a.js": BoardFiles.Asset(type: "text/javascript", bytes: Data("1".utf8), tag: "one")
      ])
    router = BoardRouter(
      room, access, page, solves: SolveBook(room, solver, atOnce: 2), tables: desk,
      publications: PublishBook(room, publisher, mayChooseFolder: !isShared))
    late.router.withLock { $0 = router }
    if TestBoard.reading(tables).scenario != nil {
      let rows = Self.places.map { session, start, room in
        Schedule.Row.placed(session, BoardPlace.start(start) ?? WallTime(minutes: 0), room)
      }
      let asked = NewBoardDraft(
        key: "begin", name: "first", author: "Test", parent: .none,
        first: BoardState.Start(Schedule(rows: rows)))
      if case .begun(let begun) = try store.begin(asked, at: 1_800_000_000) { draft = begun.id }
    }
  }

  deinit { server?.stop() }

  /// Where some sessions stand at first.
  private static let places = [
    ("opening-1", "2025-06-23T09:00", "hall"), ("main-ai", "2025-06-23T10:45", "hall"),
    ("iot-1", "2025-06-24T09:00", "fjord"),
  ]

  private static func reading(_ folder: URL) -> BoardReading {
    let reading = ScenarioFolder.read(folder)
    let isReadable = !reading.findings.contains { $0.severity == .unreadable }
    return BoardReading(
      scenario: isReadable ? reading.scenario : nil,
      isUsable: !reading.findings.contains { $0.isGrave }, findings: reading.findings,
      digest: reading.digest,
      whatIfs: ScenarioFolder.whatIfs(in: folder).map {
        BoardWhatIf(name: $0, question: "What if \($0)?")
      })
  }

  private static func mark(_ folder: URL) -> String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().map { name in
      "\(name) \(FileMark(folder.appending(path: name))?.hashValue ?? 0)"
    }.joined(separator: "\n")
  }

  var port: Int { access.port }
  var host: String { "127.0.0.1:\(port)" }
  var links: BoardLinks? { BoardLinks.read(in: folder) }

  /// What a page of the board sends with an edit.
  var editing: [(String, String)] {
    [
      ("Origin", "http://\(host)"), ("Content-Type", "application/json"), ("X-Board", "1"),
    ]
  }

  /// A request, as a browser at this machine sends it if nothing else is said.
  func ask(
    _ method: String, _ target: String, headers: [(String, String)] = [], body: String? = nil,
    host: String? = nil
  ) -> Reply {
    var all = headers
    if !headers.contains(where: { $0.0.lowercased() == "host" }) {
      all.insert(("Host", host ?? self.host), at: 0)
    }
    if let server { return Self.over(server.port, method, target, all, body) }
    guard let method = HTTPRequest.Method(rawValue: method), let target = HTTPTarget(target) else {
      return Reply(status: 400, headers: [:], body: "")
    }
    var fields = HTTPHeaders()
    for (name, value) in all { fields.add(name, value) }
    let response = router.response(
      to: HTTPRequest(method, target, headers: fields, body: Data((body ?? "").utf8)))
    var text = ""
    if case .bytes(let data) = response.body { text = String(decoding: data, as: UTF8.self) }
    return Reply(status: response.status.rawValue, headers: response.headers, body: text)
  }

  func get(_ target: String, headers: [(String, String)] = []) -> Reply {
    ask("GET", target, headers: headers)
  }

  func post(_ target: String, _ body: String, cookie: String? = nil) -> Reply {
    ask(
      "POST", target, headers: editing + (cookie.map { [("Cookie", $0)] } ?? []), body: body)
  }

  /// An act on the draft.
  func act(
    _ key: String, base: Int = 0, author: String = "Ana", _ kind: String
  ) -> Reply {
    post(
      "/api/drafts/\(draft)/acts",
      "{\"key\":\"\(key)\",\"base\":\(base),\"author\":\"\(author)\",\(kind)}")
  }

  static func move(_ session: String, _ from: String?, _ to: String?) -> String {
    func place(_ text: String?) -> String {
      guard let parts = text?.split(separator: "@"), parts.count == 2 else { return "null" }
      return "{\"start\":\"\(parts[0])\",\"room\":\"\(parts[1])\"}"
    }
    return "\"kind\":\"moves\",\"moves\":[{\"session\":\"\(session)\",\"from\":\(place(from)),"
      + "\"to\":\(place(to))}]"
  }

  private static func over(
    _ port: Int, _ method: String, _ target: String, _ headers: [(String, String)], _ body: String?
  ) -> Reply {
    var text = "\(method) \(target) HTTP/1.1\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
    text += "Connection: close\r\n\r\n" + (body ?? "")
    let answer = Wire(port)?.ask(text) ?? ""
    let halves = answer.components(separatedBy: "\r\n\r\n")
    let lines = halves[0].components(separatedBy: "\r\n")
    var fields = HTTPHeaders()
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        fields.add(String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
      }
    }
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    return Reply(
      status: status ?? 0, headers: fields, body: halves.dropFirst().joined(separator: "\r\n\r\n"))
  }
}

/// A clock that goes on a second each time it is asked.
private final class Instants: Sendable {
  private let count = Mutex(1_000.0)
  var seconds: Double {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}

private final class Late: HTTPResponder {
  let router = Mutex<BoardRouter?>(nil)

  func response(to request: HTTPRequest) -> HTTPResponse {
    router.withLock { $0 }?.response(to: request) ?? HTTPResponse(.unavailable)
  }
}

/// A history of drafts that only counts, or that cannot be written.
final class FakeKeeper: DraftKeeper {
  private let drafts = Mutex<[DraftToKeep]>([])
  let fault = Mutex<String?>(nil)

  var kept: [DraftToKeep] { drafts.withLock { $0 } }

  func listed() throws -> [KeptDraft] {
    if let fault = fault.withLock({ $0 }) { throw Fault(description: fault) }
    return kept.enumerated().map { place, draft in
      KeptDraft(
        number: place + 1, instant: 1_800_000_000, origin: "planned",
        name: draft.log.state.name, note: draft.note, objective: draft.review.objective,
        command: "programme draft")
    }
  }

  func schedule(ofKept number: Int, _ scenario: Scenario) throws -> Schedule? {
    guard kept.indices.contains(number - 1) else { return nil }
    let places = kept[number - 1].log.state.places
    return Schedule(
      rows: scenario.sessions.map { session in
        places[session.id].map { .placed(session.id, $0.start, $0.room) }
          ?? Schedule.Row(session: session.id, status: .unplaced)
      })
  }

  func keep(_ draft: DraftToKeep) throws -> Int {
    if let fault = fault.withLock({ $0 }) { throw Fault(description: fault) }
    return drafts.withLock {
      $0.append(draft)
      return $0.count
    }
  }

  private struct Fault: Error, CustomStringConvertible { let description: String }
}

/// A solver that says what a test tells it to.
final class FakeSolver: SolveStarter {
  private struct Asked: Sendable {
    let job: SolveJob
    let hear: @Sendable (SolveWord) -> Void
  }

  private let asked = Mutex<[Asked]>([])
  let stopped = Mutex(0)

  func start(
    _ job: SolveJob, hear: @escaping @Sendable (SolveWord) -> Void
  ) throws -> any SolveWork {
    asked.withLock { $0.append(Asked(job: job, hear: hear)) }
    return Work(solver: self)
  }

  var jobs: [SolveJob] { asked.withLock { $0.map(\.job) } }

  func say(_ word: SolveWord, to index: Int = 0) { asked.withLock { $0[index].hear }(word) }

  private struct Work: SolveWork {
    let solver: FakeSolver
    func stop() { solver.stopped.withLock { $0 += 1 } }
  }
}

/// A publisher that says what a test tells it to.
final class FakePublisher: PublishStarter {
  private struct Asked: Sendable {
    let job: PublishJob
    let hear: @Sendable (PublishWord) -> Void
  }

  private let asked = Mutex<[Asked]>([])

  func start(
    _ job: PublishJob, hear: @escaping @Sendable (PublishWord) -> Void
  ) throws -> any SolveWork {
    asked.withLock { $0.append(Asked(job: job, hear: hear)) }
    return Work()
  }

  var jobs: [PublishJob] { asked.withLock { $0.map(\.job) } }

  /// Answers the last job.
  func say(_ word: PublishWord) { asked.withLock { $0.last?.hear }?(word) }

  private struct Work: SolveWork { func stop() {} }
}
