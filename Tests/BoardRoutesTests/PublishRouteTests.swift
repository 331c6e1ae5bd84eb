// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@testable import BoardRoutes

@Suite struct PublishRouteTests {
  private func preview(
    _ board: TestBoard, _ key: String = "a", _ options: String = "{}", cookie: String? = nil
  ) -> Reply {
    board.post(path(board), "{\"key\":\"\(key)\",\"options\":\(options)}", cookie: cookie)
  }

  private func agree(
    _ board: TestBoard, _ id: String, _ key: String = "yes", author: String = "Ana",
    cookie: String? = nil
  ) -> Reply {
    board.post(
      "\(path(board))/\(id)/publish",
      "{\"key\":\"\(key)\",\"author\":\"\(author)\",\"why\":\"agreed\"}", cookie: cookie)
  }

  private func path(_ board: TestBoard) -> String { "/api/drafts/\(board.draft)/publications" }

  private func state(_ board: TestBoard, _ id: String) -> String? {
    board.get("\(path(board))/\(id)")["state"] as? String
  }

  /// What a preview says that has nothing open.
  private var ready: PublishAccount {
    var account = PublishAccount(
      settings: .init(
        status: "draft", cancelled: "standard", people: "private", address: "", language: "en"))
    account.text = "Would be publication 1 (draft): 3 sessions\n"
    account.basis = PublishBasis(schedule: "s", tables: "t", register: "r")
    account.number = 1
    account.isNew = true
    return account
  }

  private func result(_ board: TestBoard) throws -> PublishResult {
    let publication = BoardPublication(
      number: 1, status: "draft", kept: 1, folder: "Output/small", summary: "3 sessions")
    let tables = try #require(board.room.tablesNow().board)
    let outcome = try board.store.ask(
      ActProposal(key: "yes", base: 0, author: "Ana", why: "agreed", kind: .publish(publication)),
      of: board.draft, at: 1_800_000_000, tables)
    guard case .done(let act) = outcome else { throw CocoaError(.featureUnsupported) }
    return PublishResult(
      text: "Publication 1 (draft): 3 sessions\n", notes: "", publication: publication,
      isNew: true, files: 61, act: act, notLogged: nil)
  }

  @Test(
    "A draft is previewed first; only on a yes it is published, as it was previewed, and the log says so",
    arguments: Transport.allCases)
  func whole(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let options = "{\"status\":\"final\",\"note\":\" \",\"renamed\":[\"a=b\"],\"out\":\"x\"}"
    let id = preview(board, "a", options)["id"] as? String ?? ""
    #expect(state(board, id) == "previewing")
    #expect(agree(board, id).status == 409)
    let job = try #require(board.publisher.jobs.first)
    #expect(job.consent == nil && job.draft == board.draft && job.wish.status == "final")
    #expect(job.wish.note == nil && job.wish.renamed == ["a=b"] && job.wish.out == "x")
    board.publisher.say(.previewed(ready))
    let shown = board.get("\(path(board))/\(id)")
    #expect(shown["state"] as? String == "ready" && shown["text"] as? String == ready.text)
    #expect(board.publisher.jobs.count == 1)
    #expect(agree(board, id).status == 200 && state(board, id) == "publishing")
    // Asked for again, since no answer came, it is the same.
    #expect(agree(board, id).status == 200)
    let jobs = board.publisher.jobs
    #expect(jobs.count == 2 && jobs[1].wish == jobs[0].wish)
    #expect(jobs[1].consent?.basis == ready.basis && jobs[1].consent?.author == "Ana")
    #expect(jobs[1].consent?.why == "agreed" && jobs[1].consent?.key == "yes")
    #expect(board.ask("DELETE", "\(path(board))/\(id)", headers: board.editing).status == 409)
    board.publisher.say(.published(try result(board)))
    let made = board.get("\(path(board))/\(id)")
    let told = try #require(made["result"] as? [String: Any])
    #expect(made["state"] as? String == "published" && told["files"] as? Int == 61)
    #expect((told["publication"] as? [String: Any])?["number"] as? Int == 1)
    let acts = board.get("/api/drafts/\(board.draft)/log")["acts"] as? [[String: Any]] ?? []
    #expect(acts.map { $0["kind"] as? String } == ["publish"])
    #expect(agree(board, id).status == 200 && agree(board, id, "other").status == 409)
    #expect(board.publisher.jobs.count == 2)
    #expect((board.get(path(board))["publications"] as? [Any])?.count == 1)
  }

  @Test("What is asked must be answered in another preview before there is anything to publish")
  func asks() throws {
    let board = try TestBoard()
    let id = preview(board)["id"] as? String ?? ""
    var account = ready
    account.basis = nil
    account.questions = [
      .init(sort: "session", from: "a", to: "b", words: "was a renamed b?", yes: "y", no: "n")
    ]
    board.publisher.say(.previewed(account))
    let shown = board.get("\(path(board))/\(id)")
    #expect(shown["state"] as? String == "asks")
    #expect((shown["questions"] as? [[String: String]])?.first?["words"] == "was a renamed b?")
    #expect(agree(board, id).status == 409)
    #expect(board.publisher.jobs.count == 1)
  }

  @Test("What changed meanwhile is shown, and needs another yes", arguments: Transport.allCases)
  func changed(_ transport: Transport) throws {
    let board = try TestBoard(transport)
    let id = preview(board)["id"] as? String ?? ""
    board.publisher.say(.previewed(ready))
    #expect(agree(board, id).status == 200)
    var now = ready
    now.basis = PublishBasis(schedule: "s2", tables: "t2", register: "r")
    board.publisher.say(.changed([.draft, .tables], now))
    let shown = board.get("\(path(board))/\(id)")
    #expect(shown["state"] as? String == "ready")
    #expect(
      shown["meanwhile"] as? String
        == "The draft and the tables have changed since this was shown. Nothing was published; here is"
        + " what would be published now.")
    #expect(agree(board, id).status == 200)
    #expect(board.publisher.jobs.last?.consent?.basis == now.basis)
    board.publisher.say(.failed(["the disk is full", "nothing is published"]))
    let failed = board.get("\(path(board))/\(id)")
    #expect(failed["state"] as? String == "failed")
    #expect(failed["sentences"] as? [String] == ["the disk is full", "nothing is published"])
    #expect(agree(board, id).status == 409)
  }

  @Test("The board answers everything else while a publication is worked on, and not a third one")
  func busy() throws {
    let board = try TestBoard()
    let one = preview(board, "a")["id"] as? String
    #expect(preview(board, "a")["id"] as? String == one)
    #expect(preview(board, "b").status == 200)
    #expect(preview(board, "c").status == 429)
    #expect(board.get("/api/drafts/\(board.draft)").status == 200)
    #expect(
      board.ask("DELETE", "\(path(board))/\(one ?? "")", headers: board.editing).status == 200)
    #expect(preview(board, "c").status == 200)
    #expect(board.publisher.jobs.count == 3)
  }

  @Test(
    "Whoever may only look is told nothing and publishes nothing; a shared board has one folder",
    arguments: Transport.allCases)
  func looking(_ transport: Transport) throws {
    let board = try TestBoard(transport, isShared: true)
    let links = try #require(board.links)
    let (look, edit) = (
      "\(board.access.cookie)=\(links.look)", "\(board.access.cookie)=\(links.edit)"
    )
    #expect(preview(board, cookie: look).status == 403)
    #expect(board.get(path(board), headers: [("Cookie", look)]).status == 403)
    #expect(preview(board).status == 401)
    #expect(board.publisher.jobs.isEmpty)
    let id = preview(board, "a", cookie: edit)["id"] as? String ?? ""
    board.publisher.say(.previewed(ready))
    #expect(board.get("\(path(board))/\(id)", headers: [("Cookie", look)]).status == 403)
    #expect(agree(board, id, cookie: look).status == 403)
    let elsewhere = preview(board, "b", "{\"out\":\"/tmp/x\"}", cookie: edit)
    #expect(elsewhere.status == 400)
    #expect((elsewhere["error"] as? String)?.contains("its own folder") == true)
    let list = board.get(path(board), headers: [("Cookie", edit)])
    #expect(list["may_choose_folder"] as? Bool == false)
    #expect(agree(board, id, cookie: edit).status == 200)
  }

  @Test("What is no request is refused, and what the log could not hold is not begun")
  func refused() throws {
    let board = try TestBoard()
    #expect(board.post(path(board), "{\"options\":{}}").status == 400)
    #expect(preview(board, "a", "{\"status\":7}").status == 400)
    #expect(preview(board, "a", "{\"note\":\"a\\u0000b\"}").status == 400)
    #expect(
      board.post("/api/drafts/77/publications", "{\"key\":\"a\",\"options\":{}}").status == 404)
    #expect(board.get("\(path(board))/p9").status == 404)
    #expect(board.ask("PUT", path(board), headers: board.editing).status >= 400)
    #expect(board.publisher.jobs.isEmpty)
    let id = preview(board)["id"] as? String ?? ""
    board.publisher.say(.previewed(ready))
    #expect(agree(board, id, author: "").status == 400)
    #expect(agree(board, id, author: "A\\nB").status == 400)
    #expect(state(board, id) == "ready" && board.publisher.jobs.count == 1)
    let made = "\"number\":1,\"status\":\"final\",\"kept\":1,\"folder\":\"x\",\"summary\":\"\""
    #expect(board.act("k", "\"kind\":\"publish\",\"publication\":{\(made)}").status == 400)
  }
}
