// SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation
import GLPKSolver

do {
  try GLPK.checkVersion()
} catch {
  Terminal.complain(error.description)
  exit(ExitStatus.unusable.rawValue)
}

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
