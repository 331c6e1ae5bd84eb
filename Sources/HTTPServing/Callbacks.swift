// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MicroHTTPD

/// The functions that the library calls, on its thread. They move an exchange on and do no work.

private func server(_ context: UnsafeMutableRawPointer?) -> ServerContext? {
  context.map { Unmanaged<ServerContext>.fromOpaque($0).takeUnretainedValue() }
}

/// A connection was made or closed.
let noteConnection: MHD_NotifyConnectionCallback = { context, connection, _, code in
  guard let server = server(context), let connection else { return }
  if code == .CONNECTION_NOTIFY_STARTED {
    server.connections.add(connection, seconds: server.limits.headSeconds)
  } else {
    server.connections.remove(connection)
  }
}

/// A request's first line has come. What is returned belongs to the request until `endExchange`.
let beginExchange:
  @convention(c) (
    UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
  ) -> UnsafeMutableRawPointer? = { _, target, _ in
    let exchange = Exchange(target.map { String(cString: $0) } ?? "")
    return Unmanaged.passRetained(exchange).toOpaque()
  }

/// A request is over, however it ended.
let endExchange: MHD_RequestCompletedCallback = { context, connection, slot, _ in
  guard let connection, let pointer = slot?.pointee else { return }
  slot?.pointee = nil
  let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue()
  let unread = exchange.update { phase -> EventStream? in
    defer { phase = .over }
    if case .answered(let response) = phase, case .events(let stream) = response.body {
      return stream
    }
    return nil
  }
  unread?.readerHasGone()
  guard let server = server(context) else { return }
  server.connections.carry(connection, nil)
  server.connections.move(connection, seconds: server.limits.headSeconds)
}

/// The head of a request has come, or a part of its body, or its end, or its answer.
let continueExchange: MHD_AccessHandlerCallback = {
  context, connection, _, method, _, bytes, size, slot in
  guard let server = server(context), let connection, let method, let size,
    let pointer = slot?.pointee
  else { return .NO }
  let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  switch step(exchange, server, connection, method, bytes, size) {
  case .goOn: return .YES
  case .cutOff: return .NO
  case .answer(let response):
    exchange.update { $0 = .over }
    return queue(response, server, connection)
  case .work(let request):
    guard server.isOpen, server.threads.hasRoom else {
      exchange.update { $0 = .over }
      return queue(.closing, server, connection)
    }
    server.connections.move(connection, seconds: nil)
    MHD_suspend_connection(connection)
    server.work(on: request, exchange, connection)
    return .YES
  }
}

private enum Step {
  case goOn
  case cutOff
  case answer(HTTPResponse)
  case work(HTTPRequest)
}

private func step(
  _ exchange: Exchange, _ server: ServerContext, _ connection: OpaquePointer,
  _ methodName: UnsafePointer<CChar>, _ bytes: UnsafePointer<CChar>?,
  _ size: UnsafeMutablePointer<Int>
) -> Step {
  exchange.update { phase -> Step in
    switch phase {
    case .begun:
      let reading = RequestHead.reading(
        String(cString: methodName), exchange.target, headers(of: connection),
        most: server.limits.body)
      switch reading {
      case .failure(let refusal): return .answer(refusal.response)
      case .success(let next):
        phase = next
        server.connections.move(connection, seconds: server.limits.bodySeconds)
        return .goOn
      }
    case .receiving(let method, let target, let headers, var body, let expected):
      if size.pointee > 0, let bytes {
        guard body.count + size.pointee <= expected else { return .cutOff }
        // So that the bytes are not copied each time.
        phase = .over
        body.append(
          UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: size.pointee)
        size.pointee = 0
        phase = .receiving(method, target, headers, body: body, expected: expected)
        return .goOn
      }
      phase = .waiting
      return .work(
        HTTPRequest(method, target, headers: headers, body: body, peer: peer(of: connection)))
    case .answered(let response):
      return .answer(response)
    case .waiting, .over: return .cutOff
    }
  }
}

private func headers(of connection: OpaquePointer) -> HTTPHeaders {
  var headers = HTTPHeaders()
  withUnsafeMutablePointer(to: &headers) { pointer in
    _ = MHD_get_connection_values(
      connection, .HEADER_KIND,
      { context, _, name, value in
        guard let context, let name else { return .YES }
        context.assumingMemoryBound(to: HTTPHeaders.self).pointee.add(
          String(cString: name), value.map { String(cString: $0) } ?? "")
        return .YES
      }, pointer)
  }
  return headers
}

private func peer(of connection: OpaquePointer) -> String {
  var text = [CChar](repeating: 0, count: 64)
  guard http_peer(connection, &text, text.count) == 1 else { return "" }
  return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
