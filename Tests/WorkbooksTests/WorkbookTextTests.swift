// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Workbooks

@Suite("Texts and places of a workbook")
struct WorkbookTextTests {
  /// Pieces of which escapes, half escapes and what only looks like one are made.
  private static let pieces = ["_", "x", "0", "D", "_x000D_", "_x005F_", "\n", "é", "😀", "_X0041_"]

  @Test("What a cell holds comes back, however much of it looks like an escape")
  func escapes() {
    for a in Self.pieces {
      for b in Self.pieces {
        for c in Self.pieces {
          for d in Self.pieces {
            let text = a + b + c + d
            #expect(WorkbookText.unescaped(WorkbookText.cell(text)) == text)
            #expect(WorkbookText.isKept(text))
          }
        }
      }
    }
  }

  @Test("Every control that XML cannot say is left out, and is said not to be kept")
  func controls() {
    for value in UInt32(0)...0x9F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(scalar)b"
      let isSaid = value == 0x09 || value == 0x0A || (0x20...0x7E).contains(value)
      #expect(WorkbookText.cell(text) == (isSaid ? text : "ab"), "\(value)")
      #expect(WorkbookText.isKept(text) == isSaid, "\(value)")
    }
  }

  @Test(
    "A text fits into a cell whatever it is made of, and one that is cut says so",
    arguments: ["a", "😀", "_x000D_"])
  func lengths(piece: String) {
    for count in [100, 31_743, 31_744, 50_000] {
      let text = String(repeating: piece, count: count)
      let cell = WorkbookText.cell(text)
      #expect(cell.utf16.count <= WorkbookText.longest, "\(count)")
      if text.utf16.count > WorkbookText.mostKept { #expect(cell.hasSuffix("…")) }
      if piece == "a" { #expect(WorkbookText.isKept(text) == (count <= WorkbookText.mostKept)) }
    }
  }

  @Test("Columns are lettered one after the other, as counting with 26 letters does")
  func letters() {
    // The next one by hand: the last letter that is no Z goes up, and the Zs behind it begin anew.
    func next(_ letters: String) -> String {
      var digits = Array(letters)
      var place = digits.count - 1
      while place >= 0, digits[place] == "Z" {
        digits[place] = "A"
        place -= 1
      }
      if place < 0 { return "A" + String(digits) }
      digits[place] = Character(UnicodeScalar(digits[place].asciiValue.map { $0 + 1 } ?? 65))
      return String(digits)
    }
    var expected = "A"
    for column in 0..<16_384 {
      #expect(columnLetters(column) == expected)
      expected = next(expected)
    }
    #expect(columnLetters(16_383) == "XFD")
  }

  @Test("Rows grow with what wraps in them, six lines at most, and keep a height of their own")
  func heights() {
    var plan = SheetPlan(name: "s")
    plan.widths = [10]
    plan.heights = [3: 40]
    let wraps = CellStyle(wraps: true)
    plan.put(.text("short"), 0, 0, wraps)
    plan.put(.text("a\nb\nc"), 1, 0, wraps)
    plan.put(.text(String(repeating: "x", count: 900)), 2, 0, wraps)
    plan.put(.text("a\nb\nc"), 3, 0, wraps)
    plan.put(.text("a\nb\nc"), 4, 0)
    // Another column has no width, and so no lines.
    plan.put(.text("a\nb\nc"), 5, 7, wraps)
    #expect(plan.withHeights().heights == [0: 16, 1: 42, 2: 81, 3: 40])
  }
}
