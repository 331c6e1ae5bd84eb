// SPDX-License-Identifier: GPL-3.0-or-later

import Commands
import Foundation

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
