// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

let tool = Tool(commands: [
  .new, .check, .tidy, .draft, .drafts, .restore, .review, .whatIf, .compare, .explain, .export,
  .import,
  .publish, .rules, .model, .whatIfWorker,
])
exit(tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
