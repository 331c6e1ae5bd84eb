// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite

/// Why the register did not take or give something.
public struct RegisterError: Error, CustomStringConvertible {
  public let description: String
  /// SQLite's result code.
  public let code: Int32

  init(_ description: String, code: Int32 = SQLITE_ERROR) {
    self.description = description
    self.code = code
  }
}

/// An SQLite file, open; closed with the object. One thread uses it.
final class Database {
  enum Value {
    case text(String)
    case integer(Int)
  }

  enum Mode { case reading, writing }

  private let handle: OpaquePointer
  private let path: String

  /// - Parameter patience: milliseconds to wait for another who writes.
  init(_ path: String, _ mode: Mode, patience: Int32) throws(RegisterError) {
    var opened: OpaquePointer?
    let flags =
      mode == .reading ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let words = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw RegisterError("cannot open \(path): \(words)", code: code)
    }
    handle = opened
    self.path = path
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs one statement, with its values in the order of their question marks.
  func run(_ sql: String, _ values: [Value] = []) throws(RegisterError) {
    try each(sql, values) { _ in }
  }

  /// Runs one statement and reads each row of its answer.
  func each(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Void
  ) throws(RegisterError) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw failure()
    }
    defer { sqlite3_finalize(prepared) }
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .text(let text): Self.bind(text, prepared, place)
        case .integer(let number): sqlite3_bind_int64(prepared, place, Int64(number))
        }
      guard code == SQLITE_OK else { throw failure() }
    }
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW: read(Row(statement: prepared))
      case SQLITE_DONE: return
      default: throw failure()
      }
    }
  }

  /// SQLite copies the bytes: they need not outlive the call. Their count is given, so that a NUL
  /// inside is text like any other.
  private static func bind(_ text: String, _ statement: OpaquePointer, _ place: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        // An empty array has no address, and no address would be NULL.
        $0.isEmpty
          ? sqlite3_bind_text(statement, place, "", 0, copied)
          : sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  private func failure() -> RegisterError {
    let code = sqlite3_extended_errcode(handle)
    let words =
      code & 0xFF == SQLITE_BUSY
      ? "another publication is being made" : String(cString: sqlite3_errmsg(handle))
    return RegisterError("the register \(path): \(words)", code: code)
  }

  /// A row of an answer, while it is being read.
  struct Row {
    fileprivate let statement: OpaquePointer

    func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func text(_ column: Int32) -> String {
      guard let bytes = sqlite3_column_text(statement, column) else { return "" }
      let count = Int(sqlite3_column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }
}
