// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import HTTPServing

extension ServingFailure {
  /// As a sentence, with what to do.
  var words: String {
    switch self {
    case .portInUse(let port, let free):
      "port \(port) is in use, perhaps by another board"
        + (free.map { "; port \($0) is free: --port \($0)" } ?? "; name another with --port")
    case .portNotAllowed(let port):
      "port \(port) is the administrator's; name one from 1024 on with --port"
    case .noSocket(let code): "the system gave no socket: \(String(cString: strerror(code)))"
    case .notStarted: "the server could not be started; try again when the system has room for it"
    case .noThread: "the system gave no thread; try again when it has room for one"
    }
  }
}
