// SPDX-License-Identifier: GPL-3.0-or-later

import CWorkbook
import Files
import Foundation

/// Sheets written as a workbook (ECMA-376) by libxlsxwriter.
public enum WorkbookFile {
  /// The bytes of a workbook, the same for the same sheets.
  ///
  /// - Parameter created: seconds since 1970, in place of the clock that the library would ask.
  /// - Throws: `Failure`, or what the system says about the temporary file.
  public static func bytes(_ sheets: [SheetPlan], title: String, created: Int) throws -> Data {
    for sheet in sheets { try sheet.checkExtent() }
    // The library writes files only.
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FolderSteps.make(folder.path(percentEncoded: false)) { _, _ in }
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "workbook.xlsx")
    guard let book = workbook_new(url.path(percentEncoded: false)) else {
      throw Failure.notMade
    }
    let writer = Writer(book: book)
    var problem: (any Error)?
    do {
      try writer.setProperties(title: title, created: created)
      for sheet in sheets { try writer.add(sheet) }
    } catch {
      problem = error
    }
    // Closing frees the workbook, however it ends.
    let code = workbook_close(book)
    if let problem { throw problem }
    try check(code, "the workbook")
    try WorkbookCheck.check(url, against: sheets)
    return try Data(contentsOf: url)
  }

  fileprivate static func check(_ code: lxw_error, _ what: String) throws(Failure) {
    guard code == LXW_NO_ERROR else {
      throw .refused(place: what, reason: String(cString: lxw_strerror(code)))
    }
  }
}

/// One workbook while it is written.
private final class Writer {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  func setProperties(title: String, created: Int) throws {
    let text = strdup(String(WorkbookText.cell(title).prefix(200)))
    defer { free(text) }
    var properties = lxw_doc_properties()
    properties.title = text
    // Zero would mean the clock.
    properties.created = created == 0 ? 1 : created
    try WorkbookFile.check(workbook_set_properties(book, &properties), "the properties")
  }

  func add(_ plan: SheetPlan) throws {
    guard let sheet = workbook_add_worksheet(book, plan.name) else {
      throw WorkbookFile.Failure.sheetName(plan.name)
    }
    for (column, width) in plan.widths.enumerated() {
      let style = plan.columnStyles[column].flatMap(format)
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, style)
    }
    for (row, height) in plan.heights.sorted(by: { $0.key < $1.key }) {
      worksheet_set_row(sheet, lxw_row_t(row), min(height, 409), nil)
    }
    for merge in plan.merges {
      try WorkbookFile.check(
        worksheet_merge_range(
          sheet, lxw_row_t(merge.rows.lowerBound), lxw_col_t(merge.columns.lowerBound),
          lxw_row_t(merge.rows.upperBound), lxw_col_t(merge.columns.upperBound),
          WorkbookText.cell(merge.text), format(merge.style)), plan.name)
    }
    for cell in plan.cells { try put(cell, into: sheet, plan.name) }
    worksheet_freeze_panes(sheet, lxw_row_t(plan.frozenRows), lxw_col_t(plan.frozenColumns))
    if let filter = plan.filter {
      try WorkbookFile.check(
        worksheet_autofilter(
          sheet, lxw_row_t(max(0, plan.frozenRows - 1)), 0, lxw_row_t(filter.lastRow),
          lxw_col_t(filter.lastColumn)), plan.name)
    }
    for choice in plan.choices { try add(choice, to: sheet, plan.name) }
    for note in plan.notes { try add(note, to: sheet, plan.name) }
    setPrint(plan, sheet)
    if plan.isHidden { worksheet_hide(sheet) }
  }

  private func put(
    _ cell: SheetPlan.Cell, into sheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String
  ) throws {
    let (row, column) = (lxw_row_t(cell.row), lxw_col_t(cell.column))
    let format = format(cell.style)
    let code =
      switch cell.value {
      case .text(let text):
        worksheet_write_string(sheet, row, column, WorkbookText.cell(text), format)
      case .number(let number): worksheet_write_number(sheet, row, column, number, format)
      case .formula(let formula, .some(let value)):
        worksheet_write_formula_num(sheet, row, column, formula, format, value)
      case .formula(let formula, .none):
        worksheet_write_formula_str(sheet, row, column, formula, format, "")
      case .link(let text, let address):
        worksheet_write_url_opt(
          sheet, row, column, address, format, WorkbookText.cell(text), nil)
      }
    try WorkbookFile.check(code, "\(name), cell \(columnLetters(cell.column))\(cell.row + 1)")
  }

  private func add(
    _ choice: SheetPlan.Choice, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String
  ) throws {
    var texts: [UnsafeMutablePointer<CChar>?]
    var validation = lxw_data_validation()
    validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    switch choice.source {
    case .range(let range):
      texts = [strdup(range)]
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = texts[0]
    case .words(let words):
      texts = words.map { strdup($0) } + [nil]
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
    }
    defer { for text in texts { free(text) } }
    let code = texts.withUnsafeMutableBufferPointer { list in
      if case .words = choice.source { validation.value_list = list.baseAddress }
      return worksheet_data_validation_range(
        sheet, lxw_row_t(choice.rows.lowerBound), lxw_col_t(choice.column),
        lxw_row_t(choice.rows.upperBound), lxw_col_t(choice.column), &validation)
    }
    try WorkbookFile.check(code, name)
  }

  /// As wide as three columns, and as high as its text.
  private func add(
    _ note: SheetPlan.Note, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ name: String
  ) throws {
    let text = WorkbookText.cell(note.text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.count / 34 }
    var options = lxw_comment_options()
    options.width = 240
    options.height = UInt16(min(600, 16 * lines + 12))
    try WorkbookFile.check(
      worksheet_write_comment_opt(
        sheet, lxw_row_t(note.row), lxw_col_t(note.column), text, &options), name)
  }

  /// A3 on its side, one page wide, the frozen rows on each page.
  private func setPrint(_ plan: SheetPlan, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 8)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
    if plan.frozenRows > 0 {
      worksheet_repeat_rows(sheet, 0, lxw_row_t(plan.frozenRows - 1))
    }
    // An ampersand begins a code there.
    let words = String(WorkbookText.cell(plan.footer).prefix(100))
      .replacing("\n", with: " ").replacing("&", with: "&&")
    worksheet_set_footer(sheet, "&L\(words)&C&A&R&P / &N")
  }

  private func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_size(format, style.size)
    if style.isBold { format_set_bold(format) }
    if style.isStruck { format_set_font_strikeout(format) }
    if style.wraps { format_set_text_wrap(format) }
    if style.isTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if style.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if let fill = style.fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_bg_color(format, lxw_color_t(fill))
      format_set_fg_color(format, lxw_color_t(fill))
    }
    if let ink = style.ink { format_set_font_color(format, lxw_color_t(ink)) }
    if let border = style.border {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, lxw_color_t(border))
    }
    if let number = style.format { format_set_num_format(format, number) }
    formats[style] = format
    return format
  }
}
