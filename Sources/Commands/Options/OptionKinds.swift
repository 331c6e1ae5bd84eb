// SPDX-License-Identifier: GPL-3.0-or-later

/// The sorts of values that options have. If a default can be put into words, the help gives the
/// one that a new `Options` holds.
extension Option {
  /// A switch.
  static func flag(
    _ name: String, _ path: OptionPath<Options, Bool>, _ help: String
  ) -> Self {
    Option(name: name, form: nil, help: help) { $1[keyPath: path] = true }
  }

  /// Any text.
  static func text(
    _ name: String, _ form: String, _ path: OptionPath<Options, String?>,
    _ help: String
  ) -> Self {
    Option(name: name, form: form, help: help) { $1[keyPath: path] = $0 }
  }

  /// A folder or file to write to: an empty name is a script's mistake; a dot means the current
  /// folder.
  ///
  /// - Parameter usual: where it goes if the option is not given, for the help.
  static func place(
    _ name: String, _ form: String, _ path: OptionPath<Options, String?>,
    _ help: String, usual: String? = nil
  ) -> Self {
    Option(name: name, form: form, help: help + (usual.map { " (\($0))" } ?? "")) {
      (text, options) throws(UsageFault) in
      guard !text.isEmpty else { throw .word(.emptyPlace(option: name)) }
      options[keyPath: path] = text
    }
  }

  /// Texts, each with the option before it.
  static func texts(
    _ name: String, _ form: String, _ path: OptionPath<Options, [String]>,
    _ help: String
  ) -> Self {
    Option(name: name, form: form, help: help, repeats: true) { $1[keyPath: path].append($0) }
  }

  /// A whole number in a range, without a default.
  static func number(
    _ name: String, _ form: String, in range: ClosedRange<Int>,
    _ path: OptionPath<Options, Int?>, _ help: String
  ) -> Self {
    value(name, form, path, help) { text throws(UsageFault) in
      try whole(text, in: range, of: name)
    }
  }

  /// A whole number in a range.
  static func number(
    _ name: String, _ form: String, in range: ClosedRange<Int>,
    _ path: OptionPath<Options, Int>, _ help: String
  ) -> Self {
    let usual = Options()[keyPath: path]
    return Option(name: name, form: form, help: "\(help) (\(usual))") {
      (text, options) throws(UsageFault) in
      options[keyPath: path] = try whole(text, in: range, of: name)
    }
  }

  /// A percentage from 0 to 100, kept as a fraction.
  static func percent(
    _ name: String, _ path: OptionPath<Options, Double>, _ help: String
  ) -> Self {
    let usual = Int((Options()[keyPath: path] * 100).rounded())
    return Option(name: name, form: "PERCENT", help: "\(help) (\(usual))") {
      (text, options) throws(UsageFault) in
      guard let percent = Double(text), (0...100).contains(percent) else {
        throw .word(.notAPercentage(option: name, text))
      }
      options[keyPath: path] = percent / 100
    }
  }

  /// Seconds, more than zero.
  static func seconds(
    _ name: String, _ path: OptionPath<Options, Double?>, _ help: String
  ) -> Self {
    value(name, "SECONDS", path, help) { text throws(UsageFault) in
      guard let seconds = Double(text), seconds > 0, seconds <= 1_000_000 else {
        throw .word(.notSeconds(option: name, text))
      }
      return seconds
    }
  }

  /// One of a few words.
  ///
  /// - Parameter form: what the help shows for them; all of them if it is left out.
  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String, _ path: OptionPath<Options, Value?>, _ help: String, form: String? = nil
  ) -> Self {
    let known = Value.allCases.map(\.rawValue)
    let form = form ?? known.joined(separator: "|")
    return Option(name: name, form: form, help: help, choices: known) {
      (text, options) throws(UsageFault) in
      guard let value = Value(rawValue: text) else {
        throw .word(.notAmong(option: name, text, known))
      }
      options[keyPath: path] = value
    }
  }

  /// Anything that is read from one text.
  static func value<Value>(
    _ name: String, _ form: String, _ path: OptionPath<Options, Value?>,
    _ help: String, _ read: @escaping @Sendable (String) throws(UsageFault) -> Value
  ) -> Self {
    Option(name: name, form: form, help: help) { (text, options) throws(UsageFault) in
      options[keyPath: path] = try read(text)
    }
  }

  /// Values that are read from one text each, each with the option before it.
  static func values<Value>(
    _ name: String, _ form: String, _ path: OptionPath<Options, [Value]>,
    _ help: String, _ read: @escaping @Sendable (String) throws(UsageFault) -> Value
  ) -> Self {
    Option(name: name, form: form, help: help, repeats: true) {
      (text, options) throws(UsageFault) in
      options[keyPath: path].append(try read(text))
    }
  }

  private static func whole(
    _ text: String, in range: ClosedRange<Int>, of option: String
  ) throws(UsageFault) -> Int {
    guard let number = Int(text), range.contains(number) else {
      throw .word(.notAWholeNumber(option: option, text, range))
    }
    return number
  }
}
