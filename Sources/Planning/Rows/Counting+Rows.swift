// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension DraftProgram {
  /// To come: see below.
  mutating func addCountingRows() {}
}
