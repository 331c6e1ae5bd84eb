// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A request as a value, all of it read: what answers it needs no socket.
public struct HTTPRequest: Sendable, Hashable {
  /// What may be asked of a target here; every other method is refused before anybody sees it.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case delete = "DELETE"
  }

  public let method: Method
  public let target: HTTPTarget
  public let headers: HTTPHeaders
  public let body: Data
  /// The address of who asked, without a port. Behind a proxy, the proxy's.
  public let peer: String

  public init(
    _ method: Method, _ target: HTTPTarget, headers: HTTPHeaders = [:], body: Data = Data(),
    peer: String = "127.0.0.1"
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.peer = peer
  }
}

/// Answers requests. Called on several threads at once.
public protocol HTTPResponder: Sendable {
  /// The answer to one request; never called before all of it has come.
  func response(to request: HTTPRequest) -> HTTPResponse
}
