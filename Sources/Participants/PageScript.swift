// SPDX-License-Identifier: GPL-3.0-or-later

import EmbeddedFiles
import Pages

/// The page's one script: its parts share one function's scope.
enum PageScript {
  static let text =
    "(() => {\n\"use strict\";\n" + EmbeddedText.text(EmbeddedFile.pageScripts) + "\n})();\n"
}
