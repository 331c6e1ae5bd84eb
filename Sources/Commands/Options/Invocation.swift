// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// What was typed after a command's name, sorted into arguments and options.
struct Invocation: Sendable {
  let arguments: [String]
  private let values: [String: [String]]

  /// - Throws: a sentence about the first word that the command does not take.
  init(_ words: [String], of command: Command) throws(UsageError) {
    var arguments: [String] = []
    var values: [String: [String]] = [:]
    var rest = words[...]
    var onlyArguments = false
    while let word = rest.popFirst() {
      if onlyArguments || !word.hasPrefix("--") {
        arguments.append(word)
        continue
      }
      if word == "--" {
        onlyArguments = true
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = command.options.first(where: { $0.name == name }) else {
        let near = Nearest.to(name, among: command.options.map(\.name))
        throw UsageError(
          "unknown option --\(name)" + (near.map { "; did you mean --\($0)?" } ?? ""))
      }
      if values[name] != nil && !option.repeats { throw UsageError("--\(name) is given twice") }
      if let form = option.value {
        if parts.count == 2 {
          values[name, default: []].append(String(parts[1]))
        } else if let value = rest.popFirst() {
          values[name, default: []].append(value)
        } else {
          throw UsageError("--\(name) needs a value: --\(name) \(form)")
        }
      } else if parts.count == 2 {
        throw UsageError("--\(name) takes no value")
      } else {
        values[name] = [""]
      }
    }
    if values["out"]?.first?.isEmpty == true {
      // The current folder is meant by a dot; an empty name is a slip of a script.
      throw UsageError("--out needs a value: the name of a folder or file, or . for this folder")
    }
    let needed = command.arguments.prefix { !$0.hasPrefix("[") }
    let takesMore = command.arguments.last?.hasSuffix("…]") ?? false
    if arguments.count > command.arguments.count && !takesMore {
      throw UsageError("unexpected argument '\(arguments[command.arguments.count])'")
    }
    if arguments.count < needed.count {
      throw UsageError("missing \(command.arguments[arguments.count])")
    }
    self.arguments = arguments
    self.values = values
  }

  func has(_ option: String) -> Bool { values[option] != nil }

  func text(_ option: String) -> String? { values[option]?.first }

  /// Every value of an option that may be given several times.
  func texts(_ option: String) -> [String] { values[option] ?? [] }

  /// A whole number in a range, or nothing where the option is not given.
  func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = text(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "--\(option) '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// A percentage as a fraction.
  func percent(_ option: String) throws(UsageError) -> Double? {
    guard let text = text(option) else { return nil }
    guard let percent = Double(text), (0...100).contains(percent) else {
      throw UsageError("--\(option) '\(text)' is not a percentage from 0 to 100")
    }
    return percent / 100
  }

  /// Seconds, more than none.
  func seconds(_ option: String) throws(UsageError) -> Double? {
    guard let text = text(option) else { return nil }
    guard let seconds = Double(text), seconds > 0, seconds <= 1_000_000 else {
      throw UsageError("--\(option) '\(text)' is not a number of seconds, such as 60")
    }
    return seconds
  }
}
