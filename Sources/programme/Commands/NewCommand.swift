// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles

extension Command {
  /// `programme new DIR`: a scenario to begin from.
  static let new = Command(
    name: "new", arguments: ["DIR"],
    summary: "writes a commented scenario to begin from",
    options: []
  ) { typed throws(UsageError) in
    let folder = URL(filePath: typed.arguments[0])
    do {
      try ScenarioTemplate.write(to: folder)
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    Terminal.say(
      "Wrote a scenario into \(typed.arguments[0]). Its README.md explains every column.\n"
        + "Try: programme check \(typed.arguments[0])\n")
    return .yes
  }
}
