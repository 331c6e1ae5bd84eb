// SPDX-License-Identifier: GPL-3.0-or-later

import BoardRoutes
import Boards
import Databases
import Files
import Foundation
import HTTPServing
import IntegerPrograms
import Meetings
import ScenarioFiles
import Texts
import Threads

/// A board from what was typed to its end.
struct BoardOpening {
  private let options: BoardCommand.Options
  private let world: World
  private let loaded: Loading
  /// Where drafts and links are kept; `nil` where the tables do not say what the meeting's id is.
  private let folder: String?

  /// - Throws: where there is no scenario at all.
  init(_ options: BoardCommand.Options, in world: World) throws(CommandFailure) {
    self.options = options
    self.world = world
    loaded = Loading(options.scenario)
    guard loaded.isThere else { throw .findings(loaded.findings) }
    folder = options.out ?? loaded.meeting.map { world.results(of: $0) }
  }

  /// New secrets for a board that is shared, or is to be.
  ///
  /// - Throws: where nothing says at which address.
  func renewedLinks() throws(CommandFailure) -> SharedLinks {
    let folder = try sharedFolder()
    let address = options.shared?.origin ?? BoardLinks.read(in: folder)?.address
    guard let address else {
      throw .usage([.quarrel(.needs(option: "renew-links", form: "--share ADDRESS"))])
    }
    return SharedLinks(try issue(for: address, in: folder))
  }

  /// What the drafts that are kept have proven for tables of a digest.
  private var floor: @Sendable (_ digest: String) -> Int? {
    guard let folder, let scenario = loaded.scenario else { return { _ in nil } }
    let world = world
    return { digest in
      BaseSearch(scenario, digest: digest, in: HistoryPlace(path: folder), world).provenBound
    }
  }

  /// On which answers are made: more than processors, so that a price waits for no search for chains.
  private static let threads = 8

  /// Serves until it is ended.
  ///
  /// - Throws: where drafts cannot be kept, the port is taken, or DRAFT is none.
  func serve() throws(CommandFailure) {
    let store = try openStore()
    let draft = try store.map { store throws(CommandFailure) in
      try FirstDraft(options, loaded, store, in: world).begin()
    }
    let events = EventChannel(name: "\(world.now())-\(getpid())")
    var tables = tablesWorld(keeping: store)
    tables.opensWith = draft??.draft.id
    let room = BoardRoom(tables, store: store, events: events)
    let responder = LateResponder()
    let server: HTTPServer
    do {
      server = try HTTPServer(port: options.port, threads: Self.threads, responder)
    } catch {
      throw .notServed(error)
    }
    defer { server.stop() }
    let (access, links) = try access(port: server.port)
    let temporary = world.temporary
    let desk = TableDesk(
      URL(filePath: options.scenario),
      read: { BoardReading(Loading($0.path(percentEncoded: false))) },
      makeFolder: { try temporary.make() })
    let solves = SolveBook(
      room, BoardSolver(scenario: options.scenario, floor: floor),
      atOnce: max(1, min(world.processors, 4)))
    defer { solves.end() }
    let publications = PublishBook(
      room, BoardPublisher(scenario: options.scenario, out: options.out),
      mayChooseFolder: options.shared == nil)
    defer { publications.end() }
    responder.open(
      BoardRouter(
        room, access, .ofThePage, solves: solves, tables: desk, publications: publications))
    let cancellation = Cancellation()
    let watch = world.signals.watch(cancellation) {}
    defer { withExtendedLifetime(watch) {} }
    announce(port: server.port, links, draft ?? nil)
    var known = access.linksNow
    while !cancellation.isCancelled {
      usleep(100_000)
      let now = access.linksNow
      if now == known { continue }
      // Whoever listens comes in again, with a link that is good now or not at all.
      known = now
      events.end()
    }
    events.end()
  }

  private func tablesWorld(keeping store: BoardStore?) -> BoardRoom.World {
    let (scenario, sinceStart, world) = (options.scenario, world.sinceStart, world)
    var tables = BoardRoom.World(
      read: { BoardReading(Loading(scenario), whatIfs: BoardWhatIf.all(of: scenario)) },
      mark: { FolderMark.of(scenario) },
      now: world.now, clock: { sinceStart.seconds },
      keeper: store.flatMap { store in
        folder.map { BoardKeeper(store: store, place: HistoryPlace(path: $0), world: world) }
      })
    (tables.scenario, tables.out) = (scenario, options.out)
    let options = options
    if let store {
      // Where it cannot begin, the page goes on saying that there is none.
      tables.begin = {
        _ = try? FirstDraft(options, Loading(scenario), store, in: world).begin()
      }
    }
    return tables
  }

  private func openStore() throws(CommandFailure) -> BoardStore? {
    guard let folder else { return nil }
    do {
      try FolderSteps.make(folder) { _, _ in }
      return try BoardStore(in: URL(filePath: folder))
    } catch {
      throw .noBoardStore(error)
    }
  }

  private func sharedFolder() throws(CommandFailure) -> URL {
    guard let folder else { throw .usage([.place(.unreadableID(scenario: options.scenario))]) }
    return URL(filePath: folder)
  }

  private func issue(for address: String, in folder: URL) throws(CommandFailure) -> BoardLinks {
    let links = BoardLinks.issued(for: address)
    do {
      try FolderSteps.make(folder.path(percentEncoded: false)) { _, _ in }
      try links.write(in: folder)
      return links
    } catch {
      throw .notWritten(error)
    }
  }

  /// Who may come in; where the board is shared, with its links: those that were issued before, if
  /// they are for this address.
  private func access(port: Int) throws(CommandFailure) -> (BoardAccess, BoardLinks?) {
    guard let shared = options.shared else { return (BoardAccess(port: port), nil) }
    let folder = try sharedFolder()
    var links = BoardLinks.read(in: folder)
    if links?.address != shared.origin {
      // The secrets stay: who was let in at the former address still is.
      if var known = links {
        known.address = shared.origin
        do { try known.write(in: folder) } catch { throw .notWritten(error) }
        links = known
      } else {
        links = try issue(for: shared.origin, in: folder)
      }
    }
    return (BoardAccess(port: port, shared: shared, links: CurrentLinks(in: folder)), links)
  }

  private func announce(port: Int, _ links: BoardLinks?, _ draft: BoardLog?) {
    let plain = "http://127.0.0.1:\(port)/"
    let local = links.map { "\(plain)?key=\($0.edit)" } ?? plain
    guard !options.isJSON else {
      var object: [String: Any] = ["address": local, "port": port]
      if let links { object["links"] = SharedLinks(links).object }
      if let draft { object["draft"] = draft.draft.id }
      let text = try? JSONText.of(object, isPretty: false)
      return world.console.say(text ?? "")
    }
    var text = "The board is at \(local)\n"
    if let links {
      text += SharedLinks(links).text
      text +=
        "Whoever has a link needs no password; 'programme board --renew-links' makes new ones.\n"
      if options.shared?.isOpenToAll == true {
        text += "The address is not https: whoever is on the way can read the links.\n"
      }
    }
    if !loaded.allFindings.filter(\.isGrave).isEmpty {
      text += "The tables have errors: the board opens on them, and plans when they are mended.\n"
    }
    world.console.say(text + "Ctrl-C ends it; nothing is lost by that.\n")
  }
}

extension BoardReading {
  init(_ loaded: Loading, whatIfs: [BoardWhatIf] = []) {
    self.init(
      scenario: loaded.readable, isUsable: loaded.scenario != nil, findings: loaded.allFindings,
      digest: loaded.digest, whatIfs: whatIfs)
  }
}

extension BoardWhatIf {
  /// The what-ifs of a scenario's files, in the order of their names.
  static func all(of scenario: String) -> [BoardWhatIf] {
    let folder = URL(filePath: scenario)
    return ScenarioFolder.whatIfs(in: folder).map { name in
      let reading = ScenarioFolder.read(folder, whatIf: name)
      return BoardWhatIf(name: name, question: reading.question ?? "")
    }
  }
}

/// What answers once it is known who may come in, which depends on the port that was free.
private final class LateResponder: HTTPResponder {
  private let router = Once<BoardRouter>()

  func open(_ router: BoardRouter) { self.router.set(router) }

  func response(to request: HTTPRequest) -> HTTPResponse {
    router.value?.response(to: request)
      ?? HTTPResponse(.unavailable, type: "text/plain", "opening\n")
  }
}
