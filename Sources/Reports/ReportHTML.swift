// SPDX-License-Identifier: GPL-3.0-or-later

import Texts

/// A report as one page: no network, no scripts, prints on A4.
public enum ReportHTML {
  /// - Parameter style: what the page's pictures need beyond the common style.
  public static func text(_ report: Report, style: String = "") -> String {
    var html = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Escape.html(report.title))</title>
      <style>\(ReportStyle.css)\(style)</style>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the verdict</a>
      <header><h1>\(Escape.html(report.title))</h1>
      <nav aria-label="Sections"><ul>

      """
    for section in report.sections {
      html += "<li><a href=\"#\(section.id)\">\(Escape.html(section.title))</a></li>\n"
    }
    html += "</ul></nav></header>\n<main id=\"main\">\n"
    for section in report.sections {
      html += "<section aria-labelledby=\"\(section.id)\">\n"
      html += "<h2 id=\"\(section.id)\">\(Escape.html(section.title))</h2>\n"
      for block in section.blocks { html += text(block) }
      html += "</section>\n"
    }
    return html + "</main>\n</body>\n</html>\n"
  }

  private static func text(_ block: Report.Block) -> String {
    switch block {
    case .text(let text): "<p>\(Escape.html(text))</p>\n"
    case .list(let items):
      "<ul>\n" + items.map { "<li>\(Escape.html($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): text(table)
    case .picture(let svg, let table):
      "<figure>\(svg)<figcaption>\(Escape.html(table.caption)); the same in the table below."
        + "</figcaption></figure>\n" + text(table)
    case .timetable(let day): text(day)
    }
  }

  private static func text(_ table: Report.Table) -> String {
    let many = table.columns.count > 12 ? " class=\"many\"" : ""
    var html = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""
    html +=
      "\(Escape.html(table.caption))\"><table\(many)><caption>\(Escape.html(table.caption))</caption>\n"
    html += "<thead><tr>"
    for column in table.columns { html += "<th scope=\"col\">\(Escape.html(column))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        if index == 0 {
          // Ids and names of rules stay on one line.
          let short = cell.words.count <= 20 ? " class=\"short\"" : ""
          html += "<th scope=\"row\"\(short)>\(Escape.html(cell.words))</th>"
        } else {
          html += text(cell)
        }
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }

  private static func text(_ cell: Report.Cell) -> String {
    switch cell {
    case .text: "<td>\(Escape.html(cell.words))</td>"
    case .number, .share: "<td class=\"n\">\(Escape.html(cell.words))</td>"
    case .state(let state, let words):
      "<td class=\"\(state.rawValue)\"><span aria-hidden=\"true\">\(state.sign)</span>"
        + " \(Escape.html(words))</td>"
    case .code(let text): "<td><code>\(Escape.html(text))</code></td>"
    }
  }

  private static func text(_ day: Report.DayTimetable) -> String {
    guard !day.entries.isEmpty else {
      return "<h3>\(Escape.html(day.heading))</h3>\n<p>No session.</p>\n"
    }
    var html = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\""
    html += "Timetable of \(Escape.html(day.heading))\"><table class=\"day\">"
    html += "<caption>\(Escape.html(day.heading))</caption>\n<thead><tr><th scope=\"col\">time</th>"
    for room in day.rooms { html += "<th scope=\"col\">\(Escape.html(room))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for time in day.times.indices.dropLast() {
      html += "<tr><th scope=\"row\">\(day.times[time])</th>"
      for column in day.rooms.indices {
        if let entry = day.entries.first(where: { $0.column == column && $0.from == time }) {
          html += text(entry)
        } else if !day.entries.contains(where: {
          $0.column == column && $0.from < time && time < $0.to
        }) {
          html += "<td></td>"
        }
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }

  private static func text(_ entry: Report.DayTimetable.Entry) -> String {
    let state = !entry.broken.isEmpty ? "broken" : entry.costs.isEmpty ? "fine" : "costs"
    var html = "<td rowspan=\"\(max(1, entry.to - entry.from))\" class=\"session \(state)\">"
    let title = entry.title.isEmpty ? entry.session : entry.title
    html += "<b>\(Escape.html(title))</b>"
    html += "<br><small>\(entry.clock) · \(Escape.html(entry.session))</small>"
    for (sign, words) in [("✖", entry.broken), ("▲", entry.costs)] {
      for word in words.prefix(4) { html += "<br><small>\(sign) \(Escape.html(word))</small>" }
      if words.count > 4 { html += "<br><small>\(sign) and \(words.count - 4) more</small>" }
    }
    return html + "</td>"
  }
}
