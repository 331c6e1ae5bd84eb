// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

let tool = Tool(commands: [
  .new, .check, .draft, .review, .export, .import, .publish, .model,
])
exit(tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
