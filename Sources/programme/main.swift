// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver

do {
  try GLPK.checkVersion()
} catch {
  Terminal.complain(error.description)
  exit(ExitStatus.unusable.rawValue)
}

let tool = Tool(commands: [
  .new, .check, .tidy, .draft, .drafts, .restore, .review, .whatIf, .compare, .explain, .export,
  .import,
  .publish, .rules, .model, .whatIfWorker,
])
exit(tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
