// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Pages

@Suite("Embedded scripts and styles")
struct EmbeddedTextTests {
  @Test("lose the lines that only hold comments, and their indents")
  func comments() {
    let script = """
      // SPDX

      /**
       * @param {string} text
       */
      const one = text => {
        /** @type {string[]} */
        const two = [];
        return two; // said beside code
      };
      """
    #expect(
      EmbeddedText.text([Array(script.utf8)])
        == "const one = text => {\nconst two = [];\nreturn two; // said beside code\n};")
  }

  @Test("keep what looks like a comment inside code")
  func strings() {
    let script = "const a = \"https://igf.example/*\";\nconst b = 2;\n"
    #expect(EmbeddedText.text([Array(script.utf8)]) == script.dropLast())
  }

  @Test("follow one another")
  func order() {
    #expect(
      EmbeddedText.text([Array("a {\n  b: c;\n}\n".utf8), Array("d\n".utf8)]) == "a {\nb: c;\n}\nd")
  }
}
