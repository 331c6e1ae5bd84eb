// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Texts

@Suite("JSON with its keys in order")
struct JSONTextTests {
  @Test("The same facts are the same bytes")
  func order() throws {
    let object: [String: Any] = ["b": [1, 2], "a": NSNull(), "c": "x/y"]
    #expect(
      try JSONText.of(object, "it", isPretty: false) == #"{"a":null,"b":[1,2],"c":"x/y"}"#
        + "\n")
    #expect(try JSONText.exact(of: ["b": 1, "a": 2], "it") == #"{"a":2,"b":1}"#)
  }

  @Test("What JSON does not know is an error and never an empty object")
  func failures() {
    #expect(throws: JSONText.Failure.self) { try JSONText.of(["a": Double.nan], "it") }
    #expect(throws: JSONText.Failure.self) { try JSONText.of(["a": Date()], "it") }
    #expect(throws: JSONText.Failure.self) { try JSONText.exact(of: [Double.infinity], "it") }
    do {
      _ = try JSONText.of(["a": Double.infinity], "draft.json")
    } catch {
      #expect(error.description.hasPrefix("draft.json cannot be written as JSON: "))
    }
  }
}
