// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import ScenarioFiles

@Suite("JSON as people write it by hand")
struct JSON5Tests {
  @Test("Comments, bare keys, single quotes and trailing commas are read")
  func relaxed() throws {
    var parser = JSON5Parser(
      "/* a */ { a: 'x\"', \"b\": [1, -2.5, true, null,], // end\n c: \"\\u00e9\\ud83d\\ude00\\n\", }"
    )
    let object = try #require(try parser.parse() as? [String: Any])
    #expect(object["a"] as? String == "x\"")
    #expect((object["b"] as? [Any])?.count == 4)
    #expect(object["c"] as? String == "é😀\n")
    #expect(parser.lines == ["a": 1, "b": 1, "b[0]": 1, "b[1]": 1, "b[2]": 1, "b[3]": 1, "c": 2])
  }

  @Test("Plain JSON is read as Foundation reads it")
  func plain() throws {
    let text = "{\"a\": [1, 2.5, \"\\\"\\\\/\", {\"b\": false}], \"c\": {}}"
    var parser = JSON5Parser(text)
    let ours = try #require(try parser.parse() as? [String: Any])
    let theirs = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(NSDictionary(dictionary: ours) == NSDictionary(dictionary: theirs ?? [:]))
  }

  @Test(
    "What is wrong is said with its line and column",
    arguments: [
      ("{\n a: }", 2, 5, "a value is expected and '}' is there"),
      ("{\n \"a\": 1\n \"b\": 2}", 3, 2, "a comma or '}' is expected and '\"' is there"),
      ("{ a: [1,", 1, 6, "a list that begins here is never closed"),
      ("{ a: 'x", 1, 6, "a text that begins here is never closed"),
      ("{ a: 1, a: 2 }", 1, 9, "the key 'a' appears twice in one object"),
      ("{} x", 1, 4, "something follows the end"),
    ])
  func wrong(text: String, line: Int, column: Int, sentence: String) {
    var parser = JSON5Parser(text)
    do {
      _ = try parser.parse()
      Issue.record("read all the same")
    } catch {
      #expect(error.line == line)
      #expect(error.column == column)
      #expect(error.sentence == sentence)
    }
  }

  @Test("Nesting without end is refused, not followed")
  func deep() {
    var parser = JSON5Parser(String(repeating: "[", count: 100_000))
    #expect(throws: JSON5Parser.Failure.self) { try parser.parse() }
  }

  @Test(
    "An escape that is no letter is refused, not added up until it overflows",
    arguments: ["\\ud83d\\u0041", "\\udfff\\udfff", "\\ud83d", "\\ud83dxx", "\\u+041", "\\u00"])
  func escapes(escape: String) {
    var parser = JSON5Parser("{ a: \"\(escape)\" }")
    #expect(throws: JSON5Parser.Failure.self) { try parser.parse() }
  }

  @Test("The lines of a hundred thousand keys are found without counting from the top each time")
  func manyKeys() throws {
    let text = "{\n" + (0..<100_000).map { "k\($0): 1,\n" }.joined() + "}"
    var parser = JSON5Parser(text)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try parser.parse() }
    #expect(parser.lines["k99999"] == 100_001)
    #expect(time < .seconds(30))
  }

  @Test(
    "A number of any size in meeting.json is a finding",
    arguments: ["-9223372036854775808", "9223372036854775807", "1e300", "-1", "0.5"])
  func numbers(number: String) throws {
    let meeting = Folder.base["meeting.json"]?.replacingOccurrences(
      of: "name: \"M\"", with: "name: \"M\", turnoverMinutes: \(number)")
    let findings = try Folder.read(["meeting.json": meeting]).findings
    #expect(findings.map(\.column) == ["turnoverMinutes"])
    #expect(findings.map(\.line) == [2])
  }
}
