// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

@Suite("Findings and the nearest words")
struct FindingTests {
  @Test("The nearest word has the fewest slips, and unrelated words have none")
  func nearest() {
    #expect(Nearest.to("romo", among: ["room", "roam"]) == "room")
    #expect(Nearest.to("capcity", among: ["name", "capacity"]) == "capacity")
    #expect(Nearest.to("xyz", among: ["room", "session"]) == nil)
  }

  @Test("A report groups by file and counts")
  func report() {
    let findings = [
      Finding("b", file: "rooms.csv", line: 3, column: "capacity", "Too many.", suggestion: "less"),
      Finding("a", .warning, file: "people.csv", "Odd."),
    ]
    #expect(
      FindingReport.text(findings) == """
        people.csv
          warning: Odd.
        rooms.csv
          line 3, column capacity: Too many.
              → less
        1 error, 1 warning

        """)
  }
}
