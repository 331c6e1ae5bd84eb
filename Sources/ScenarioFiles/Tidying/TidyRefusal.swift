// SPDX-License-Identifier: GPL-3.0-or-later

import Files

/// Why nothing is tidied after all; each names a file of the scenario's folder.
public enum TidyRefusal: WriteRefusal {
  /// It is not as it was read.
  case edited(String)
  /// A link stands there, and not the file itself.
  case link(String)
  /// A file that was not there has its new name.
  case taken(String)
  /// Nobody may write it: its owner wants it to stay as it is.
  case protected(String)
}

extension TidyRefusal {
  public var description: String {
    switch self {
    case .edited(let name):
      "\(name) was edited while it was being tidied; run the command again"
    case .link(let name):
      "\(name) is a link; tidy the file that it leads to, or put a copy in its place"
    case .taken(let name): "\(name) has appeared meanwhile; run the command again"
    case .protected(let name): "\(name) is protected against writing; it is not replaced"
    }
  }
}
