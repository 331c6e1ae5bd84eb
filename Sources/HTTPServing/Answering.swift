// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import MicroHTTPD

/// Gives an answer to the library, which sends it.
func queue(
  _ answer: HTTPResponse, _ server: ServerContext, _ connection: OpaquePointer
) -> MHD_Result {
  guard let response = made(answer, connection) else {
    if case .events(let stream) = answer.body { stream.readerHasGone() }
    return .NO
  }
  defer { MHD_destroy_response(response) }
  for field in answer.headers.fields {
    // The library refuses a line's end in a field; an answer without the field may be wrong.
    guard MHD_add_response_header(response, field.name, field.value) == .YES else {
      return .NO
    }
  }
  switch answer.body {
  case .bytes: server.connections.move(connection, seconds: server.limits.answerSeconds)
  case .events(let stream):
    server.connections.move(connection, seconds: nil)
    server.connections.carry(connection, stream)
  }
  return MHD_queue_response(connection, UInt32(clamping: answer.status.rawValue), response)
}

private func made(_ answer: HTTPResponse, _ connection: OpaquePointer) -> OpaquePointer? {
  switch answer.body {
  case .bytes(let data):
    var bytes = Array(data)
    return MHD_create_response_from_buffer(bytes.count, &bytes, .RESPMEM_MUST_COPY)
  case .events(let stream):
    let reader = Unmanaged.passRetained(StreamReader(stream, connection))
    let response = MHD_create_response_from_callback(
      UInt64.max, 4_096, readStream, reader.toOpaque(), releaseStream)
    if response == nil { reader.release() }
    return response
  }
}

/// A stream of events and the connection that it goes to.
private final class StreamReader {
  let stream: EventStream
  let connection: OpaquePointer

  init(_ stream: EventStream, _ connection: OpaquePointer) {
    self.stream = stream
    self.connection = connection
  }
}

/// The library has room for more of a stream.
private let readStream: MHD_ContentReaderCallback = { context, _, buffer, size in
  guard let context, let buffer else { return -2 }
  let reader = Unmanaged<StreamReader>.fromOpaque(context).takeUnretainedValue()
  let room = UnsafeMutableRawBufferPointer(start: buffer, count: size)
  let address = Int(bitPattern: reader.connection)
  let next = reader.stream.take(into: room) {
    MHD_suspend_connection(reader.connection)
  } wake: {
    if let connection = OpaquePointer(bitPattern: address) { MHD_resume_connection(connection) }
  }
  switch next {
  case .bytes(let count): return count
  case .asleep: return 0
  // MHD_CONTENT_READER_END_OF_STREAM, a macro with a cast.
  case .end: return -1
  }
}

/// The answer is gone, and with it its reader.
private let releaseStream: MHD_ContentReaderFreeCallback = { context in
  guard let context else { return }
  Unmanaged<StreamReader>.fromOpaque(context).takeRetainedValue().stream.readerHasGone()
}
