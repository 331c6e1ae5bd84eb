// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables

/// Texts in the contract's encoding: UTF-8 without a byte order mark.
enum PlainText {
  /// Every letter of the text; bytes in an uncertain encoding stay as they are.
  static func bytes(_ bytes: Data, file: String) -> Data {
    let text = TextCheck.utf8(Array(bytes), file: file).bytes
    return Data(TextCheck.withoutMark(text))
  }

  /// How the encoding differs from the contract's.
  static func layout(_ bytes: Data, file: String) -> [TidiedFile.Layout] {
    if let name = TextCheck.utf8(Array(bytes), file: file).note?.value { return [.encoding(name)] }
    return TextCheck.withoutMark(Array(bytes)).count < bytes.count ? [.byteOrderMark] : []
  }

  /// Whether the first line ends in something other than LF.
  static func hasOtherLineEnds(_ bytes: Data, file: String) -> Bool {
    TextCheck.utf8(Array(bytes), file: file).bytes.first { $0 == 0x0A || $0 == 0x0D } == 0x0D
  }
}

extension TidiedTable {
  /// The table's file, before and after.
  func file(_ found: TidySource.Found) -> TidiedFile {
    var file = TidiedFile(
      name: name.file, oldName: found.file, before: found.bytes, after: Data(grid.text.utf8))
    file.headings = headings
    file.cells = cells
    file.layout = PlainText.layout(found.bytes, file: found.file) + layout
    if PlainText.hasOtherLineEnds(found.bytes, file: found.file) { file.layout.append(.lineEnds) }
    if file.before != file.after, file.layout.isEmpty, headings.isEmpty, cells.isEmpty {
      file.layout = [.otherForm]
    }
    return file
  }

  /// Whether the new text, read again, gives exactly the intended cells.
  var isReadBack: Bool {
    let columns = name.contract
    let back = TableGrid.read(Array(grid.text.utf8), file: name.file) {
      Headings.count($0, columns: columns)
    }.grid
    guard let back, back.above.isEmpty, !back.namesSeparator else { return false }
    return back.header.cells == grid.header.cells
      && back.rows.map(\.cells) == grid.rows.map(\.cells)
  }
}
