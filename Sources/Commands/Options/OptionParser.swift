// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Sorts what was typed after a command's name into its options. Everything that is wrong is found
/// at once.
struct OptionParser<Options: CommandOptions> {
  private let declaration: Declaration<Options>
  private var options = Options()
  private var arguments: [String] = []
  private var seen: Set<String> = []
  private var faults: [UsageFault] = []
  /// Whether what follows an unknown option could be either its value or an argument.
  private var isUnclear = false

  /// Reads the words of one command.
  ///
  /// - Throws: every fault of them, in the order in which they were typed.
  static func options(
    _ words: [String], of declaration: Declaration<Options>
  ) throws(CommandFailure) -> Options {
    var parser = OptionParser(declaration)
    parser.sort(words)
    if !parser.isUnclear { parser.takeArguments() }
    var faults = parser.faults
    if faults.isEmpty { faults = declaration.quarrels(parser.options) }
    guard faults.isEmpty else { throw .usage(faults) }
    return parser.options
  }

  private init(_ declaration: Declaration<Options>) { self.declaration = declaration }

  private mutating func sort(_ words: [String]) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        return
      }
      if word.hasPrefix("--") {
        takeOption(word.dropFirst(2), &rest)
      } else {
        arguments.append(word)
      }
    }
  }

  /// - Parameter rest: the words after it, from which a value is taken.
  private mutating func takeOption(_ word: Substring, _ rest: inout ArraySlice<String>) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let given = parts.count == 2 ? String(parts[1]) : nil
    guard let option = declaration.options.first(where: { $0.name == name }) else {
      let near = Nearest.to(name, among: declaration.options.map(\.name))
      faults.append(.word(.unknownOption(name, near: near)))
      isUnclear = true
      return
    }
    if !seen.insert(name).inserted && !option.repeats {
      faults.append(.word(.repeated(option: name)))
    }
    if option.form == nil {
      given == nil ? take("", for: option) : faults.append(.word(.takesNoValue(option: name)))
    } else if let value = given ?? rest.popFirst() {
      take(value, for: option)
    } else {
      faults.append(.word(.missingValue(option: name, label: option.label)))
    }
  }

  private mutating func take(_ value: String, for option: Option<Options>) {
    do throws(UsageFault) {
      try option.take(value, &options)
    } catch {
      faults.append(error)
    }
  }

  private mutating func take(_ word: String, for argument: Argument<Options>) {
    do throws(UsageFault) {
      try argument.take(word, &options)
    } catch {
      faults.append(error)
    }
  }

  /// The required ones come first; what is left over goes to the others.
  private mutating func takeArguments() {
    var spare = arguments.count - declaration.arguments.count { isNeeded($0) }
    var rest = arguments[...]
    for argument in declaration.arguments {
      switch argument.presence {
      case .needed, .unless:
        if let word = rest.popFirst() {
          take(word, for: argument)
        } else if isNeeded(argument) {
          faults.append(.word(.missingArgument(argument.name)))
        }
      case .optional where spare > 0:
        spare -= 1
        if let word = rest.popFirst() { take(word, for: argument) }
      case .optional: break
      case .rest:
        for word in rest { take(word, for: argument) }
        rest = []
      }
    }
    faults += rest.map { .word(.unexpectedArgument($0)) }
  }

  private func isNeeded(_ argument: Argument<Options>) -> Bool {
    switch argument.presence {
    case .needed: true
    case .unless(let option): !seen.contains(option)
    case .optional, .rest: false
    }
  }
}
