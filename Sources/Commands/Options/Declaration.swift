// SPDX-License-Identifier: GPL-3.0-or-later

/// What a command was asked to do, each option as a typed value. A new one holds the defaults.
protocol CommandOptions: Sendable {
  init()
  /// Whether facts for programs are wanted instead of words for people.
  var isJSON: Bool { get }
}

/// What a command takes and says of itself: the one source of its parser, its help, its usage line,
/// the suggestions for typing errors, and completion in shells.
struct Declaration<Options: CommandOptions>: Sendable {
  let name: String
  let summary: String
  /// In the order in which they are typed.
  let arguments: [Argument<Options>]
  let options: [Option<Options>]
  /// What the help says after the options.
  var notes = ""
  /// Commands that only the program itself, or a shell, calls.
  var isHidden = false
  /// What is wrong with options that are each right by themselves.
  var quarrels: @Sendable (Options) -> [UsageFault] = { _ in [] }
}

/// Which of a command's options a typed value goes into.
typealias OptionPath<Options, Value> = any WritableKeyPath<Options, Value> & Sendable

/// A word that is typed without a name.
struct Argument<Options: CommandOptions>: Sendable {
  enum Presence: Sendable, Equatable {
    case needed, optional, rest
    /// Needed unless this option takes its place.
    case unless(option: String)
  }

  let name: String
  let presence: Presence
  let take: @Sendable (String, inout Options) throws(UsageFault) -> Void

  /// `SCENARIO`, `[DRAFT]`, `[NAME …]`.
  var form: String {
    switch presence {
    case .needed: name
    case .optional, .unless: "[\(name)]"
    case .rest: "[\(name) …]"
    }
  }

  /// One that must be there.
  static func needed(
    _ name: String, _ path: OptionPath<Options, String>
  ) -> Self {
    Argument(name: name, presence: .needed) { $1[keyPath: path] = $0 }
  }

  /// One that must be there and is read from its text.
  static func needed<Value>(
    _ name: String, _ path: OptionPath<Options, Value>,
    _ read: @escaping @Sendable (String) throws(UsageFault) -> Value
  ) -> Self {
    Argument(name: name, presence: .needed) { (text, options) throws(UsageFault) in
      options[keyPath: path] = try read(text)
    }
  }

  /// One that may be left out.
  static func optional(
    _ name: String, _ path: OptionPath<Options, String?>
  ) -> Self {
    Argument(name: name, presence: .optional) { $1[keyPath: path] = $0 }
  }

  /// One that must be there unless an option takes its place.
  static func needed(
    _ name: String, _ path: OptionPath<Options, String?>, unless option: String
  ) -> Self {
    Argument(name: name, presence: .unless(option: option)) { $1[keyPath: path] = $0 }
  }

  /// All that follow.
  static func rest(
    _ name: String, _ path: OptionPath<Options, [String]>
  ) -> Self {
    Argument(name: name, presence: .rest) { $1[keyPath: path].append($0) }
  }
}

/// A value with a name, `--name VALUE` or `--name=VALUE`; or a switch, `--name`.
struct Option<Options: CommandOptions>: Sendable {
  let name: String
  /// What the help shows for its value; `nil` for a switch.
  let form: String?
  let help: String
  /// Whether it may be given several times.
  var repeats = false
  /// The words that its value may be; empty for all other values.
  var choices: [String] = []
  /// Reads what was typed for it; the empty text for a switch.
  let take: @Sendable (String, inout Options) throws(UsageFault) -> Void

  /// `--out DIR`, `--force`.
  var label: String { form.map { "--\(name) \($0)" } ?? "--\(name)" }
}
