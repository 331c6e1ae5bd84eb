// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ScenarioFiles

extension Command {
  /// `programme new DIR`: a scenario to begin from.
  static let new = Command(
    name: "new", arguments: ["DIR"],
    summary: "writes a commented scenario to begin from",
    options: [Command.json]
  ) { typed throws(UsageError) in
    let path = typed.arguments[0]
    let names: [String]
    do {
      names = try ScenarioTemplate.write(to: URL(filePath: path))
    } catch {
      Terminal.complain("\(error)")
      return .unusable
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    Terminal.say(
      typed.has("json")
        ? JSONText.of([:], written: names.map { folder + $0 })
        : "Wrote a scenario into \(path). Its README.md explains every column.\n"
          + "Try: programme check \(path)\n")
    return .yes
  }
}
