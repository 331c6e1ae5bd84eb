// SPDX-License-Identifier: GPL-3.0-or-later

import Pages

/// A report as one page: no network, no scripts, prints on A4.
public enum ReportHTML {
  /// - Parameter style: what the page's pictures need beyond the common style.
  public static func text(_ report: Report, style: String = "") -> String {
    HTML.page {
      VoidElement.meta(
        .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
      Element.title { HTML.text(report.title) }
      HTML.embedded(style: ReportStyle.css + style)
    } body: {
      Element.a(.class("skip"), .href("#main")) { "Skip to the verdict" }
      Element.header {
        Element.h1 { HTML.text(report.title) }
        "\n"
        Element.nav(.label("Sections")) {
          Element.ul.lines { for section in report.sections { Element.li { link(section) } } }
        }
      }
      Element.main.lines(.id("main")) {
        for section in report.sections { html(section) }
      }
    }.markup
  }

  private static func link(_ section: Report.Section) -> HTML {
    Element.a(.href("#\(section.id)")) { HTML.text(section.title) }
  }

  private static func html(_ section: Report.Section) -> HTML {
    Element.section.lines(.named("aria-labelledby", section.id)) {
      Element.h2(.id(section.id)) { HTML.text(section.title) }
      for block in section.blocks { html(block) }
    }
  }

  @HTMLBuilder
  private static func html(_ block: Report.Block) -> [HTML] {
    switch block {
    case .text(let text): Element.p { HTML.text(text) }
    case .list(let items):
      Element.ul.lines { for item in items { Element.li { HTML.text(item) } } }
    case .table(let table): html(table)
    case .picture(let picture, let table):
      Element.figure {
        picture
        Element.figcaption { "\(table.caption); the same in the table below." }
      }
      html(table)
    case .timetable(let day): html(day)
    }
  }

  private static func html(_ table: Report.Table) -> HTML {
    wide(table.caption) {
      Element.table(table.columns.count > 12 ? .class("many") : nil) {
        Element.caption { HTML.text(table.caption) }
        "\n"
        Element.thead { Element.tr { table.columns.map(heading) } }
        "\n"
        Element.tbody.lines { for row in table.rows { Element.tr { cells(row) } } }
      }
    }
  }

  /// What is wider than a phone: it scrolls by itself, with the keyboard too.
  static func wide(_ label: String, @HTMLBuilder _ table: () -> [HTML]) -> HTML {
    Element.div(.class("wide"), .named("role", "region"), .tabIndex(0), .label(label)) { table() }
  }

  static func heading(_ column: String) -> HTML {
    Element.th(.named("scope", "col")) { HTML.text(column) }
  }

  @HTMLBuilder
  private static func cells(_ row: [Report.Cell]) -> [HTML] {
    if let first = row.first {
      // Ids and names of rules stay on one line.
      let short = first.words.count <= 20 ? Attribute.class("short") : nil
      Element.th(.named("scope", "row"), short) { HTML.text(first.words) }
    }
    row.dropFirst().map(html)
  }

  private static func html(_ cell: Report.Cell) -> HTML {
    switch cell {
    case .text: Element.td { HTML.text(cell.words) }
    case .number, .share: Element.td(.class("n")) { HTML.text(cell.words) }
    case .state(let state, let words):
      Element.td(.class(state.rawValue)) {
        Element.span(.unheard) { HTML.text(state.sign) }
        " \(words)"
      }
    case .code(let text): Element.td { Element.code { HTML.text(text) } }
    }
  }
}
