// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing

/// Who may come in, and what they may do: the checks that every request passes before anything else
/// looks at it.
public struct BoardAccess: Sendable {
  /// The port that the board listens on.
  let port: Int
  /// Where a proxy shows it; `nil` for a board that is not shared.
  let shared: SharedAddress?
  /// The secrets; `nil` for a board that is not shared, where everybody at this machine may edit.
  let links: CurrentLinks?
  private let turns = Turns()

  /// A board for this machine alone.
  public init(port: Int) {
    self.port = port
    shared = nil
    links = nil
  }

  /// A board that is shared. Secrets are then asked from this machine as well, since a proxy may pass
  /// on any host's name.
  public init(port: Int, shared: SharedAddress, links: CurrentLinks) {
    self.port = port
    self.shared = shared
    self.links = links
  }

  /// The links that let in now; `nil` for a board that is not shared.
  public var linksNow: BoardLinks? { links?.links }

  /// The cookie that holds a secret: one for each port, since browsers give a host's cookies to all
  /// of its ports.
  var cookie: String { "board_\(port)" }

  /// What is wrong with a request, whoever it comes from; `nil` for nothing.
  func fault(_ request: HTTPRequest, at instant: Double) -> AccessFault? {
    guard let host = request.headers["host"]?.lowercased(), hosts.contains(host) else {
      return .wrongHost
    }
    let isRead = request.method == .get || request.method == .head
    guard turns.takes(client(of: request), isRead: isRead, at: instant) else { return .tooOften }
    // Browsers say where a request comes from; what is not a browser says nothing.
    let site = request.headers.values(of: "sec-fetch-site")
    let isVisit = request.target.path.first != "api"
    guard site.allSatisfy({ $0 == "same-origin" || $0 == "none" || (isRead && isVisit) }) else {
      return .otherSite
    }
    if isRead { return nil }
    guard let origin = request.headers["origin"], origin == self.origin(of: host) else {
      return .otherSite
    }
    guard request.headers["x-board"] == "1" else { return .otherSite }
    if request.method == .post {
      let type = request.headers["content-type"]?.split(separator: ";").first
      guard type?.trimmingCharacters(in: .whitespaces).lowercased() == "application/json" else {
        return .notJSON
      }
    }
    return nil
  }

  /// What the sender of a request may do.
  func grant(_ request: HTTPRequest) -> Grant {
    guard let links else { return .edit }
    guard let secret = request.headers.cookie(cookie) else { return .none }
    return links.links?.grant(secret) ?? .none
  }

  /// Whether somebody may try a secret once more; those that are wrong take a turn.
  func mayTry(_ request: HTTPRequest, at instant: Double) -> Bool {
    turns.wrong.has(client(of: request), at: instant)
  }

  func noteWrong(_ request: HTTPRequest, at instant: Double) {
    _ = turns.wrong.takes(client(of: request), at: instant)
  }

  private var hosts: Set<String> {
    var hosts: Set = ["localhost:\(port)", "127.0.0.1:\(port)", "[::1]:\(port)"]
    if port == 80 { hosts.formUnion(["localhost", "127.0.0.1", "[::1]"]) }
    if let shared { hosts.insert(shared.authority) }
    return hosts
  }

  private func origin(of host: String) -> String {
    host == shared?.authority ? (shared?.origin ?? "") : "http://\(host)"
  }

  /// Whose turns are counted. A proxy says whom it speaks for, as the last of the addresses; the first
  /// ones are what its client says.
  private func client(of request: HTTPRequest) -> String {
    let forwarded = request.headers.values(of: "x-forwarded-for").last?.split(separator: ",").last
    guard shared != nil, let forwarded else { return request.peer }
    return String(forwarded.trimmingCharacters(in: .whitespaces).prefix(64))
  }

  /// How often each may ask. A whole committee may sit behind one address, so these keep out floods
  /// and nothing else.
  private final class Turns: Sendable {
    private let reads = RateLimit(most: 4_000, perSecond: 1_000)
    private let edits = RateLimit(most: 400, perSecond: 100)
    let wrong = RateLimit(most: 30, perSecond: 0.5)

    func takes(_ who: String, isRead: Bool, at instant: Double) -> Bool {
      (isRead ? reads : edits).takes(who, at: instant)
    }
  }
}

/// Why a request is turned away at the door.
enum AccessFault: Hashable {
  /// It was meant for another host: a page of some other name that leads to this machine.
  case wrongHost
  /// It comes from a page of another site, or from none.
  case otherSite
  case notJSON
  case tooOften

  var status: HTTPResponse.Status {
    switch self {
    case .wrongHost: .misdirected
    case .otherSite: .forbidden
    case .notJSON: .wrongMediaType
    case .tooOften: .tooManyRequests
    }
  }

  var words: String {
    switch self {
    case .wrongHost: "This board is not shown under that name."
    case .otherSite: "This request does not come from the board's own page."
    case .notJSON: "What is sent to the board is JSON, and has to say so."
    case .tooOften: "Too many requests: try again in a moment."
    }
  }
}
