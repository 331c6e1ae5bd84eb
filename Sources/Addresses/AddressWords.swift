// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// What to say of a text that should be an address: all sentences about addresses stand here.
public struct AddressWords: Sendable, Hashable {
  /// Without place.
  public let sentence: String
  /// What would be right.
  public let suggestion: String
  /// Whether nothing has to be done: what goes out is what anybody would take it for.
  public let isNote: Bool

  /// - Returns: `nil` where the text goes out as it was typed, or nothing stands there.
  public init?(_ reading: AddressReading) {
    switch reading.value {
    case .nothing: return nil
    case .address(let address):
      guard !reading.mendings.isEmpty else { return nil }
      let causes = reading.mendings.map(Self.words).joined(separator: "; ")
      sentence = "The address goes out as \(address.text): \(causes)."
      suggestion = "write \(address.text)"
      isNote = reading.mendings.allSatisfy(Self.isPlain)
    case .words(let words, let plainness):
      (sentence, suggestion) = Self.words(words, plainness)
      isNote = false
    case .refused(let refusal):
      (sentence, suggestion) = Self.words(refusal)
      isNote = false
    }
  }

  private static func isPlain(_ mending: AddressReading.Mending) -> Bool {
    switch mending {
    case .capitalScheme, .invisible, .wrapped, .blanksInNumber: true
    case .lackedScheme, .lackedMailto, .slashes, .encoded, .backslash, .host: false
    }
  }

  private static func words(_ mending: AddressReading.Mending) -> String {
    switch mending {
    case .lackedScheme: "it lacks https://"
    case .lackedMailto: "it is a mail box and lacks mailto:"
    case .capitalScheme: "its beginning stands in capital letters"
    case .slashes: "two slashes stand before a host"
    case .invisible: "signs that nobody sees stood in it"
    case .wrapped: "brackets or quotation marks stood around it"
    case .encoded(let scalar, let place): "\(Self.name(scalar)) stands at place \(place)"
    case .backslash: "'\\' stands for '/'"
    case .host(let host): "its host is known as \(host)"
    case .blanksInNumber: "a telephone number has no blanks"
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    if scalar.properties.isWhitespace { return "a blank" }
    return scalar.isASCII ? "the sign '\(scalar)'" : "the letter '\(scalar)'"
  }

  private static let begins = "an address begins with https://"

  private static func words(
    _ text: String, _ plainness: TypedAddress.Plainness
  ) -> (String, String) {
    switch plainness {
    case .noAddress:
      ("'\(short(text))' is no address; it is shown as words.", begins)
    case .noHostName(let host):
      (
        "'\(short(host))' is no name of a host, so '\(short(text))' is shown as words.",
        begins
          + " and a host such as igf.example"
      )
    case .severalAddresses(let first):
      ("Several addresses stand there; they are shown as words.", "write one of them, \(first)")
    case .wordsBehind(let address):
      (
        "Words stand behind the address, so that all of it is shown as words.",
        "write \(address) alone, and the rest into the description"
      )
    }
  }

  private static func words(_ refusal: TypedAddress.Refusal) -> (String, String) {
    switch refusal {
    case .runs(let scheme):
      ("What begins with '\(scheme):' can run on a reader's machine; it goes out nowhere.", begins)
    case .scheme(let scheme):
      ("Addresses of the sort '\(scheme):' go out nowhere.", "\(begins) (or \(others))")
    case .noHost(let scheme):
      ("The address names no host, and goes out nowhere.", "\(scheme)://HOST/…")
    }
  }

  private static let others = WebAddress.Scheme.allCases.filter { $0 != .https }
    .map { "\($0.rawValue):" }.joined(separator: ", ")

  private static func short(_ text: String) -> String {
    let line = OutgoingText.line(text)
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}
