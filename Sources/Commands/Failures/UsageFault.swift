// SPDX-License-Identifier: GPL-3.0-or-later

import Publications

/// Something wrong with what was typed, as a value; `words` says it, and what would be right.
enum UsageFault: Error, Equatable, Sendable {
  /// A word or a value that the command does not take.
  case word(WordFault)
  /// Options that do not go together.
  case quarrel(OptionQuarrel)
  /// A name that the tables do not have.
  case name(NameFault)
  /// A rename that cannot be.
  case rename(RenameFault)
  /// A folder, file or draft that is not there, or not what it should be.
  case place(PlaceFault)

  var words: String {
    switch self {
    case .word(let fault): fault.words
    case .quarrel(let quarrel): quarrel.words
    case .name(let fault): fault.words
    case .rename(let fault): fault.words
    case .place(let fault): fault.words
    }
  }

  /// The word that was probably meant.
  static func meant(_ near: String?) -> String? { near.map { "; did you mean '\($0)'?" } }
}
