// SPDX-License-Identifier: GPL-3.0-or-later

import CSQLite

/// Why a database did not take or give something.
public struct DatabaseError: Error, Sendable, Hashable {
  /// What happened, apart from where.
  public enum Reason: Sendable, Hashable {
    /// The file cannot be opened: what SQLite says.
    case notOpened(String)
    /// Somebody else has written for longer than the patience.
    case busy
    /// Its disk, its folder or itself may only be read.
    case readOnly
    /// The disk is full.
    case full
    /// It was moved, removed or replaced while it was open: what is written into it would be lost.
    case replaced
    /// It holds something else than a database.
    case notADatabase
    /// It has been cut short, or something in it is not as SQLite left it.
    case malformed
    /// A statement failed: what SQLite says.
    case failed(String)
    /// The file is another program's.
    case otherProgram
    /// A later version of this program wrote the file.
    case laterVersion
    /// A version of this program that is older than this one knows wrote the file.
    case olderVersion
    /// A version of this program that stood in no release wrote the file.
    case trialVersion
    /// What is not as it was kept, such as `schedule.csv of draft 3`.
    case damaged(String)
  }

  /// What happened.
  public let reason: Reason
  /// SQLite's extended result code; `SQLITE_ERROR` for faults that SQLite itself does not find.
  public let code: Int32
  /// The path of the file.
  let path: String
  let words: Database.Words
}

extension DatabaseError: CustomStringConvertible {
  /// As a sentence without a full stop.
  public var description: String {
    switch reason {
    case .notOpened(let what): "cannot open \(words.name) \(path): \(what)"
    case .busy: "\(words.name) \(path): \(words.busy)"
    case .readOnly:
      "\(words.name) \(path) cannot be written: it, its folder or its disk is read-only"
    case .full: "\(words.name) \(path) cannot be written: the disk is full; make room on it"
    case .replaced:
      "\(words.name) \(path) was moved, removed or replaced while it was open, so nothing is written"
        + " into it; end the program and start it again"
    case .notADatabase:
      "\(words.name) \(path) is no database; it was left as it is: put a whole copy in its place"
    case .malformed: "\(words.name) \(path) is damaged or cut short; put a whole copy in its place"
    case .failed(let what): "\(words.name) \(path): \(what)"
    case .otherProgram: "\(words.file) belongs to another program; move it away"
    case .laterVersion:
      "\(words.name) was written by a later version of this program; use that one, or a newer one"
    case .olderVersion:
      "\(words.name) was written by an older version of this program, which this one does not read;"
        + " use that one"
    case .trialVersion:
      "\(words.name) was written by a trial version of this program; move it away"
    case .damaged(let what):
      "\(words.name) is damaged: \(what); put a whole copy in its place"
    }
  }
}
