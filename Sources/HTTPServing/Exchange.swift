// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MicroHTTPD
import Synchronization

/// One request and its answer, from its first line to the last byte.
///
/// All but the answer's arrival happens on the library's thread.
final class Exchange: @unchecked Sendable {
  /// How far it is.
  enum Phase {
    /// Its first line has come.
    case begun
    /// Its body is coming.
    case receiving(HTTPRequest.Method, HTTPTarget, HTTPHeaders, body: Data, expected: Int)
    /// Somebody works on the answer, and the connection sleeps.
    case waiting
    /// The answer is there, and the connection was woken.
    case answered(HTTPResponse)
    /// The answer goes out, or nobody wants it any more.
    case over
  }

  let target: HTTPTarget?
  private let phase = Mutex(Phase.begun)

  /// - Parameter target: as it stands in the request's first line.
  init(_ target: String) { self.target = HTTPTarget(target) }

  func update<Result>(_ change: (inout sending Phase) -> sending Result) -> sending Result {
    phase.withLock(change)
  }

  /// Hands over the answer and wakes the connection, unless it is gone.
  ///
  /// - Parameter address: of the connection.
  func answer(_ response: HTTPResponse, waking address: Int) {
    // Within the lock, so that the connection cannot go before it is woken.
    phase.withLock { phase in
      guard case .waiting = phase, let connection = OpaquePointer(bitPattern: address) else {
        return
      }
      phase = .answered(response)
      MHD_resume_connection(connection)
    }
  }
}

/// Reads what the library knows of a request, and says what is wrong with it before its body comes.
enum RequestHead {
  /// - Returns: how much of a body follows, or the refusal.
  static func reading(
    _ method: String, _ target: HTTPTarget?, _ headers: HTTPHeaders, most: Int
  ) -> Result<Exchange.Phase, Refusal> {
    guard let method = HTTPRequest.Method(rawValue: method) else {
      return .failure(Refusal(.notImplemented, "this method is not known here"))
    }
    guard let target else {
      return .failure(Refusal(.badRequest, "this address cannot be read"))
    }
    guard headers.values(of: "transfer-encoding").isEmpty else {
      return .failure(Refusal(.lengthRequired, "send the body in one piece, with its length"))
    }
    var expected = 0
    if !headers.values(of: "content-length").isEmpty {
      guard let text = headers["content-length"], let length = Int(text), length >= 0 else {
        return .failure(Refusal(.badRequest, "the body's length cannot be read"))
      }
      expected = length
    } else if method == .post {
      return .failure(Refusal(.lengthRequired, "send the body's length"))
    }
    guard expected <= most else {
      return .failure(Refusal(.tooLarge, "a request may have \(most) bytes at most"))
    }
    return .success(.receiving(method, target, headers, body: Data(), expected: expected))
  }

  /// Why a request is not even looked at.
  struct Refusal: Error {
    let response: HTTPResponse

    init(_ status: HTTPResponse.Status, _ words: String) {
      response = HTTPResponse(status, type: "text/plain", words + "\n")
    }
  }
}
