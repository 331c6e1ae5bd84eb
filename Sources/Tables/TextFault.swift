// SPDX-License-Identifier: GPL-3.0-or-later

/// What can be wrong, or is to be known, about the text of a file, before anything in it is read.
enum TextFault: Sendable {
  case halfUTF16
  case packed
  case zeroByte(line: Int)
  /// - Parameter western: what the line would say in Windows-1252, from its beginning.
  case notUTF8(line: Int, western: String)
  case decoded(TextEncoding)
  case empty
  case longLine(Int, bytes: Int)
  case titleRows([Int], header: Int)
  /// - Parameter opened: the line on which the quoted cell begins; `nil` where none is open.
  case quote(line: Int, opened: Int?)
  /// The quoted cell that begins on a line has no end.
  case openQuote(line: Int)
}

extension TextFault {
  func finding(in file: String) -> Finding {
    var finding = Finding(
      rule, severity, file: file, line: line, sentence, suggestion: suggestion)
    if case .decoded(let encoding) = self { finding.value = encoding.rawValue }
    return finding
  }

  private var rule: String {
    switch self {
    case .halfUTF16, .packed, .notUTF8, .decoded: "encoding"
    case .zeroByte: "binary"
    case .empty: "empty"
    case .longLine: "long-line"
    case .titleRows: "title-rows"
    case .quote: "quote"
    case .openQuote: "open-quote"
    }
  }

  private var severity: Finding.Severity {
    switch self {
    case .decoded, .titleRows: .note
    case .halfUTF16, .packed, .zeroByte, .notUTF8, .empty, .longLine, .quote, .openQuote:
      .unreadable
    }
  }

  private var line: Int? {
    switch self {
    case .halfUTF16, .packed: 1
    case .zeroByte(let line), .notUTF8(let line, _), .longLine(let line, _), .quote(let line, _),
      .openQuote(let line):
      line
    case .titleRows(let lines, _): lines.first
    case .decoded, .empty: nil
    }
  }

  private var sentence: String {
    switch self {
    case .halfUTF16: "The file begins as UTF-16 and goes on as something else."
    case .packed: "The file is a workbook or another packed file, not text."
    case .zeroByte: "The file holds a zero byte: it is not text."
    case .notUTF8(_, let western):
      "The line is not in UTF-8; in Windows-1252 it would say '\(western)', in others something else."
    case .decoded(let encoding): "The file is in \(encoding.rawValue) and is read as that."
    case .empty: "The file is empty; the header line is missing."
    case .longLine(_, let bytes):
      "The line is \(bytes) bytes long; no row of a table is longer than \(Table.longestLine)."
    case .titleRows(let lines, let header):
      lines.count == 1
        ? "The line is not part of the table: its header is on line \(header)."
        : "The lines above \(header), where the header is, are not part of the table."
    case .quote(_, nil): "There is a quotation mark where none can be."
    case .quote(_, let opened?):
      "Text follows a closing quotation mark; the quoted cell begins on line \(opened)."
    case .openQuote:
      "A quoted cell that begins on this line is never closed; the file may be cut off."
    }
  }

  private var suggestion: String? {
    switch self {
    case .halfUTF16: "save it again as 'CSV UTF-8'"
    case .packed: "save the sheet as 'CSV UTF-8'"
    case .zeroByte: "save the table as 'CSV UTF-8'"
    case .notUTF8: "save the file again as 'CSV UTF-8'"
    case .decoded: nil
    case .empty: "a table without rows still has its header line"
    case .longLine: "is a line break missing, or is this another file?"
    case .titleRows: "a table begins with its header"
    case .quote(_, nil):
      "a cell with a quotation mark is quoted whole, and the mark is doubled: \"say \"\"hi\"\"\""
    case .quote(_, let opened?): "is the closing quotation mark of line \(opened) missing?"
    case .openQuote: "add the closing quotation mark, or fetch the file again"
    }
  }
}
