// SPDX-License-Identifier: GPL-3.0-or-later

/// A word or a value that a command does not take.
enum WordFault: Equatable, Sendable {
  case unknownOption(String, near: String?)
  case repeated(option: String)
  /// - `label`: the option with what stands for its value, `--out DIR`.
  case missingValue(option: String, label: String)
  case takesNoValue(option: String)
  /// An empty name of a folder or file.
  case emptyPlace(option: String)
  case missingArgument(String)
  case unexpectedArgument(String)
  case notAWholeNumber(option: String, String, ClosedRange<Int>)
  case notAPercentage(option: String, String)
  case notSeconds(option: String, String)
  case notAmong(option: String, String, [String])
  /// `--at` of `explain`.
  case notAStart(String)
  /// `--now` of `publish`.
  case notAnInstant(String)
  /// `--address` of `publish`.
  case notAnAddress(String)
  /// `--share` of `board`.
  case notASharedAddress(String)
  /// `--renamed` of `publish`, which is no `OLD=NEW`.
  case notARename(String)
  /// `--with-violations`; `isShown`: whether the reason would stand on a published page.
  case noReason(isShown: Bool)
  /// `--reason` of `cancel`.
  case emptyReason(option: String)
  /// `add`: a word that is no `COLUMN=VALUE`.
  case notACell(String)
  /// `--role` of `add`.
  case notARole(String)
  /// `--to` of `tidy`.
  case emptyTarget
  case notAWritableForm(String)
  case notADraftNumber(String)
  /// `--keep` that is not `KEY=VALUE`.
  case notAKeepWish(String)
  case noSuchKeepKey(wish: String, key: String, near: String?, known: [String])
}

extension WordFault {
  var words: String {
    switch self {
    case .unknownOption(let name, let near):
      "unknown option --\(name)" + (near.map { "; did you mean --\($0)?" } ?? "")
    case .repeated(let name): "--\(name) is given twice"
    case .missingValue(let name, let label): "--\(name) needs a value: \(label)"
    case .takesNoValue(let name): "--\(name) takes no value"
    case .emptyPlace(let name):
      "--\(name) needs a value: the name of a folder or file, or . for this folder"
    case .missingArgument(let name): "missing \(name)"
    case .unexpectedArgument(let word): "unexpected argument '\(word)'"
    case .notAWholeNumber(let name, let text, let range):
      "--\(name) '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .notAPercentage(let name, let text):
      "--\(name) '\(text)' is not a percentage from 0 to 100"
    case .notSeconds(let name, let text):
      "--\(name) '\(text)' is not a number of seconds, such as 60"
    case .notAmong(let name, let text, let known):
      "--\(name) '\(text)' is not known; \(known.joined(separator: " or "))"
    case .notAStart(let text): "--at '\(text)' is not a start such as --at '2023-10-10 09:00'"
    case .notAnInstant(let text): "--now '\(text)' is not a time such as 2025-05-01T12:00:00Z"
    case .notAnAddress(let text):
      "--address '\(text)' is not an address such as https://igf.example/2025/"
    case .notASharedAddress(let text):
      "--share '\(text)' is not the address of a proxy, such as https://plan.example.org"
    case .notARename(let text):
      "--renamed '\(text)' is not OLD=NEW, such as --renamed a-1=WS-01"
    case .noReason(let isShown):
      "--with-violations needs a reason" + (isShown ? ", which the page will show" : "")
    case .emptyReason(let name): "--\(name) needs a reason, which everybody will be told"
    case .notACell(let word):
      "'\(word)' is not COLUMN=VALUE, such as minutes=60 or 'title=A late session'"
    case .notARole(let text): "--role '\(text)' is not PERSON=ROLE, such as --role ada=speaker"
    case .emptyTarget: "--to needs a value: a folder or FILE.xlsx"
    case .notAWritableForm(let path):
      "--to '\(path)': a workbook is written as .xlsx, tables into a folder"
    case .notADraftNumber(let text):
      "'\(text)' is not the number of a draft; 'programme drafts SCENARIO' lists them"
    case .notAKeepWish(let text):
      "--keep '\(text)' is not KEY=VALUE, such as --keep day=2023-10-09"
    case .noSuchKeepKey(let wish, let key, let near, let known):
      "--keep '\(wish)': there is no '\(key)'"
        + (UsageFault.meant(near) ?? "; known: \(known.joined(separator: ", "))")
    }
  }
}
