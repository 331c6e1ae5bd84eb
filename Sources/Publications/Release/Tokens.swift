// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the secret parts of addresses come from.
protocol TokenSource {
  func token(for person: String) -> String
}

/// 130 bits that nobody can guess: anyone who knows an address can read the calendar, so it must be
/// treated like a password.
struct RandomTokens: TokenSource {
  /// Without those that are mistaken for others when read aloud or typed.
  private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")

  func token(for person: String) -> String {
    var generator = SystemRandomNumberGenerator()
    return String((0..<26).map { _ in Self.letters[Int.random(in: 0..<32, using: &generator)] })
  }
}

/// For looking at what would be published.
struct PreviewTokens: TokenSource {
  func token(for person: String) -> String { "preview-" + FileName.of(person) }
}
