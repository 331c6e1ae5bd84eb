// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Testing

@testable import Pages

@Suite("Embedded scripts and styles")
struct EmbeddedTextTests {
  private func text(_ files: String...) -> String {
    EmbeddedText.text(files.map { EmbeddedFile(name: "a", bytes: Array($0.utf8)) })
  }

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
      text(script)
        == "const one = text => {\nconst two = [];\nreturn two; // said beside code\n};")
  }

  @Test("keep what looks like a comment inside code")
  func strings() {
    let script = "const a = \"https://igf.example/*\";\nconst b = 2;\n"
    #expect(text(script) == script.dropLast())
  }

  @Test("follow one another")
  func order() {
    #expect(
      text("a {\n  b: c;\n}\n", "d\n") == "a {\nb: c;\n}\nd")
  }
}
