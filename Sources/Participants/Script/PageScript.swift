// SPDX-License-Identifier: GPL-3.0-or-later

/// The page's one script: its parts share one function's scope and are in the order of their needs.
enum PageScript {
  static let text =
    "(() => {\n\"use strict\";\n"
    + [
      BasicsScript.text, ClockScript.text, FilterScript.text, FilterPanelScript.text,
      ExportScript.text, AgendaScript.text, AgendaBarScript.text, ShareScript.text,
      GridScript.text, SheetScript.text, NowScript.text, StartScript.text,
    ].joined(separator: "\n") + "\n})();\n"
}
