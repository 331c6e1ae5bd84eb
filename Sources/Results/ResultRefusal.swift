// SPDX-License-Identifier: GPL-3.0-or-later

import Databases
import Files
import Texts

/// Why results are not written into their folder.
public enum ResultRefusal: WriteRefusal {
  /// Files would be lost that are somebody's: some were edited since a command wrote them, some did
  /// not come from this one.
  case theirs(edited: [String], strange: [String], folder: String)
  /// A file that is replaced by force cannot be kept beside, as it cannot be read.
  case unreadable(path: String)
  /// The history does not take what stands there.
  case history(DatabaseError)
  /// The record of what is written cannot be made.
  case record(JSONText.Failure)
  /// No file can be made in the folder.
  case folder(path: String, WriteFailure)
}

extension ResultRefusal {
  public var description: String {
    switch self {
    case .theirs(let edited, let strange, let folder):
      ResultWords.refusal(edited: edited, strange: strange, in: folder)
    case .unreadable(let path): "\(path) cannot be read, so it cannot be kept; move it away"
    case .history(let error): error.description
    case .record(let failure): failure.description
    case .folder(let path, let failure): "cannot write into \(path): \(failure.reason)"
    }
  }
}
