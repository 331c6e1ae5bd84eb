// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// What a request is answered with.
public struct HTTPResponse: Sendable {
  /// The numbers of RFC 9110 that are used.
  public enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case notModified = 304
    case badRequest = 400
    case unauthorized = 401
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case conflict = 409
    case lengthRequired = 411
    case tooLarge = 413
    case wrongMediaType = 415
    case misdirected = 421
    case tooManyRequests = 429
    case failed = 500
    case notImplemented = 501
    case unavailable = 503
  }

  /// What follows the header.
  public enum Body: Sendable {
    case bytes(Data)
    /// Events, for as long as the reader stays.
    case events(EventStream)
  }

  public var status: Status
  public var headers: HTTPHeaders
  public var body: Body

  public init(_ status: Status = .ok, headers: HTTPHeaders = [:], body: Body = .bytes(Data())) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A text in UTF-8.
  ///
  /// - Parameter type: such as `text/html`.
  public init(_ status: Status = .ok, type: String, _ text: String) {
    self.init(
      status, headers: ["content-type": "\(type); charset=utf-8"], body: .bytes(Data(text.utf8)))
  }

  /// Events as they come.
  public static func events(_ stream: EventStream) -> HTTPResponse {
    HTTPResponse(
      headers: [
        "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store",
        // nginx would collect them otherwise.
        "x-accel-buffering": "no",
      ], body: .events(stream))
  }
}
