// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing

/// All that can be asked of a board: from a request to an answer, without a socket.
public struct BoardRouter: HTTPResponder {
  let room: BoardRoom
  let access: BoardAccess
  let files: BoardFiles
  let solves: SolveBook?
  let tables: TableDesk?
  let publications: PublishBook?

  /// - Parameters:
  ///   - solves: `nil` where nothing can be computed.
  ///   - tables: `nil` where tables cannot be edited.
  ///   - publications: `nil` where nothing can be published.
  public init(
    _ room: BoardRoom, _ access: BoardAccess, _ files: BoardFiles, solves: SolveBook? = nil,
    tables: TableDesk? = nil, publications: PublishBook? = nil
  ) {
    self.room = room
    self.access = access
    self.files = files
    self.solves = solves
    self.tables = tables
    self.publications = publications
  }

  public func response(to request: HTTPRequest) -> HTTPResponse {
    let instant = room.world.clock()
    if let fault = access.fault(request, at: instant) {
      return .failure(fault.status, fault.words).guarded()
    }
    if let answer = entry(request, at: instant) { return answer.guarded() }
    let grant = access.grant(request)
    guard grant >= .look else {
      return request.target.path.first == "api"
        ? HTTPResponse.failure(.unauthorized, "This board asks for the link that you were given.")
          .guarded()
        : HTTPResponse(.unauthorized, type: "text/html", EntryPage.closed).guarded()
    }
    do throws(RouteFailure) {
      if request.method == .post || request.method == .delete, grant < .edit { throw .lookOnly }
      return try answer(Question(request, grant)).guarded()
    } catch {
      return HTTPResponse.failure(error.status, error.words).guarded()
    }
  }

  /// Somebody comes with a link: its secret goes into a cookie, and out of the address.
  private func entry(_ request: HTTPRequest, at instant: Double) -> HTTPResponse? {
    guard request.target.path.isEmpty, let secret = request.target["key"], let links = access.links
    else { return nil }
    let grant = links.links?.grant(secret) ?? .none
    guard grant > .none else {
      guard access.mayTry(request, at: instant) else {
        return .failure(.tooManyRequests, AccessFault.tooOften.words)
      }
      access.noteWrong(request, at: instant)
      return HTTPResponse(.unauthorized, type: "text/html", EntryPage.closed)
    }
    var answer = HTTPResponse(type: "text/html", EntryPage.welcome)
    let isSecure =
      access.shared?.scheme == "https"
      && request.headers["host"]?.lowercased() == access.shared?.authority
    answer.headers.add(
      "set-cookie",
      "\(access.cookie)=\(secret); Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"
        + (isSecure ? "; Secure" : ""))
    return answer
  }

  private func answer(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    switch (question.isRead, question.path.first) {
    case (true, nil): return HTTPResponse(type: "text/html", files.page)
    case (true, "assets"): return try asset(question)
    case (true, "decisions"): return try decisions(question)
    case (_, "api"):
      switch question.path.dropFirst().first {
      case "board": return try board(question)
      case "drafts": return try drafts(question)
      case "events": return try events(question)
      case "compare": return try compare(question)
      case "history": return try history(question)
      case "tables": return try tables(question)
      default: throw .noSuchPage
      }
    default: throw .noSuchPage
    }
  }

  private func asset(_ question: Question) throws(RouteFailure) -> HTTPResponse {
    guard let asset = files.assets[question.path.dropFirst().joined(separator: "/")] else {
      throw .noSuchPage
    }
    return .tagged(asset.tag, type: asset.type, asset.bytes, question.request)
  }
}

/// A request whose sender may at least look.
struct Question {
  let request: HTTPRequest
  let grant: Grant

  init(_ request: HTTPRequest, _ grant: Grant) {
    self.request = request
    self.grant = grant
  }

  var path: [String] { request.target.path }
  var isRead: Bool { request.method == .get || request.method == .head }

  /// The part of the path with this index, if it is a number.
  func number(_ index: Int) -> Int? {
    path.indices.contains(index) ? Int(path[index]) : nil
  }

  /// What was sent, as a value.
  func body<Value: Decodable>(_ type: Value.Type) throws(RouteFailure) -> Value {
    do {
      return try JSONDecoder().decode(type, from: request.body)
    } catch DecodingError.keyNotFound(let key, _) {
      throw .malformed("'\(key.stringValue)' is missing")
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context)
    {
      throw .malformed("\(Self.place(context)) is not what it should be")
    } catch DecodingError.dataCorrupted(let context) {
      if context.codingPath.isEmpty { throw .malformed("it is not JSON") }
      // Of our own readers; the library's would name types of the program.
      let isOurs = context.debugDescription.hasSuffix("expected")
      throw .malformed(
        isOurs ? context.debugDescription : "\(Self.place(context)) has a value that is not known")
    } catch {
      throw .malformed("it is not JSON")
    }
  }

  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }
    return path.isEmpty ? "it" : "'\(path.joined(separator: "."))'"
  }
}

extension HTTPResponse {
  /// Data for the page.
  static func json(_ value: JSONValue, _ status: Status = .ok) -> HTTPResponse {
    json(written: value.data, status)
  }

  /// The same, written already.
  static func json(written data: Data, _ status: Status = .ok) -> HTTPResponse {
    HTTPResponse(
      status, headers: ["content-type": "application/json; charset=utf-8"], body: .bytes(data))
  }

  /// Why there is no answer, as a sentence.
  static func failure(_ status: Status, _ sentence: String) -> HTTPResponse {
    .json(["error": .text(sentence)], status)
  }

  /// Bytes that a browser may have already.
  static func tagged(
    _ tag: String, type: String, _ bytes: Data, _ request: HTTPRequest
  ) -> HTTPResponse {
    let headers: HTTPHeaders = ["etag": tag, "cache-control": "private, no-cache"]
    if request.headers["if-none-match"] == tag {
      return HTTPResponse(.notModified, headers: headers)
    }
    var response = HTTPResponse(headers: headers, body: .bytes(bytes))
    response.headers.add("content-type", "\(type); charset=utf-8")
    return response
  }
}
