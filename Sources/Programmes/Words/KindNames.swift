// SPDX-License-Identifier: GPL-3.0-or-later

import Languages

/// What people call the kinds of session of an IGF, in English.
package enum KindNames {
  package static func name(_ token: String) -> String { Words(.english).kind(token) ?? token }
}
