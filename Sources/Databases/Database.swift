// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite
import Foundation

/// An SQLite file, open; closed with the object. One thread uses it.
public final class Database {
  /// A value for a question mark.
  public enum Value {
    case text(String)
    case integer(Int)
    case bytes(Data)
    case null
  }

  /// What a file is opened for.
  public enum Mode {
    case reading, writing
    /// For reading what nobody writes meanwhile, such as a disk that may only be read: no file is made
    /// or locked beside it (sqlite.org, "URI filenames", `immutable`).
    case readingStill
  }

  private let handle: OpaquePointer
  private let path: String
  private let words: Words

  /// What sentences call the database and its file, and what they say while another writes into it.
  public struct Words: Sendable, Hashable {
    let name: String
    let file: String
    let busy: String

    /// - Parameters:
    ///   - name: such as `the register`.
    ///   - file: such as `the register's file`.
    ///   - busy: such as `another publication is being made`.
    public init(name: String, file: String, busy: String) {
      self.name = name
      self.file = file
      self.busy = busy
    }
  }

  /// Opens a file; makes it if it is opened for writing and there is none.
  ///
  /// - Parameters:
  ///   - patience: milliseconds to wait for another writer.
  ///   - words: for its errors.
  public init(_ path: String, _ mode: Mode, patience: Int32, words: Words) throws(DatabaseError) {
    var opened: OpaquePointer?
    let (name, flags) =
      switch mode {
      case .reading: (path, SQLITE_OPEN_READONLY)
      case .writing: (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .readingStill: (Self.immutable(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
      }
    let code = sqlite3_open_v2(name, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let what = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      let isReadOnly = mode == .writing && Self.mayOnlyBeRead(path)
      throw DatabaseError(
        reason: isReadOnly ? .readOnly : .notOpened(what), code: code, path: path, words: words)
    }
    handle = opened
    self.path = path
    self.words = words
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
  }

  deinit { sqlite3_close_v2(handle) }

  private static func immutable(_ path: String) -> String {
    // By scalar: a mark with an accent after it is another Character, and ends the name all the same.
    let name = path.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "?": "%3f"
      case "#": "%23"
      default: String(scalar)
      }
    }.joined()
    return "file:\(name)?immutable=1"
  }

  /// Whether a file, or the folder that it is to be in, takes no writing from whoever runs this.
  private static func mayOnlyBeRead(_ path: String) -> Bool {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let isThere = access(path, F_OK) == 0
    return isThere && access(path, W_OK) != 0
      || access(folder, F_OK) == 0 && access(folder, W_OK) != 0
  }

  /// Waits for another who writes for so many milliseconds from now on.
  public func wait(_ patience: Int32) { sqlite3_busy_timeout(handle, patience) }

  /// Reads the whole file and looks whether all of it is as SQLite left it.
  ///
  /// - Throws: `malformed` where it is not.
  public func check() throws(DatabaseError) {
    var answer = "ok"
    try each("PRAGMA quick_check(1)") { answer = $0.text(0) }
    guard answer == "ok" else { throw error(.malformed, code: SQLITE_CORRUPT) }
  }

  /// Runs one statement, with its values in the order of their question marks.
  public func run(_ sql: String, _ values: [Value] = []) throws(DatabaseError) {
    try each(sql, values) { _ in }
  }

  /// Runs one statement and reads each row of its answer.
  public func each(
    _ sql: String, _ values: [Value] = [], _ read: (Row) -> Void
  ) throws(DatabaseError) {
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
        case .bytes(let data): Self.bind(data, prepared, place)
        case .null: sqlite3_bind_null(prepared, place)
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

  private static func bind(_ data: Data, _ statement: OpaquePointer, _ place: Int32) -> Int32 {
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    return data.withUnsafeBytes { buffer in
      buffer.isEmpty
        ? sqlite3_bind_zeroblob(statement, place, 0)
        : sqlite3_bind_blob64(
          statement, place, buffer.baseAddress, sqlite3_uint64(buffer.count), copied)
    }
  }

  private func failure() -> DatabaseError {
    let code = sqlite3_extended_errcode(handle)
    return error(reason(code), code: code)
  }

  private func reason(_ code: Int32) -> DatabaseError.Reason {
    let what = String(cString: sqlite3_errmsg(handle))
    // It stands nowhere any more, or another file stands in its place.
    if code == SQLITE_READONLY | (4 << 8) { return .replaced }
    return switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CORRUPT: .malformed
    case SQLITE_CANTOPEN: Self.mayOnlyBeRead(path) ? .readOnly : .notOpened(what)
    default: .failed(what)
    }
  }

  /// An error about this file, for callers that know what should be in it.
  public func error(
    _ reason: DatabaseError.Reason, code: Int32 = SQLITE_ERROR
  ) -> DatabaseError {
    DatabaseError(reason: reason, code: code, path: path, words: words)
  }

  /// A row of an answer, while it is being read.
  public struct Row {
    fileprivate let statement: OpaquePointer

    /// A whole number; 0 where there is none.
    public func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    /// Whether the column holds nothing.
    public func isNull(_ column: Int32) -> Bool {
      sqlite3_column_type(statement, column) == SQLITE_NULL
    }

    /// Bytes; none where there are none.
    public func bytes(_ column: Int32) -> Data {
      guard let bytes = sqlite3_column_blob(statement, column) else { return Data() }
      return Data(bytes: bytes, count: Int(sqlite3_column_bytes(statement, column)))
    }

    /// Text; empty where there is none.
    public func text(_ column: Int32) -> String {
      guard let bytes = sqlite3_column_text(statement, column) else { return "" }
      let count = Int(sqlite3_column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }
  }
}
