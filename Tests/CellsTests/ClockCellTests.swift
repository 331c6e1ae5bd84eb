// SPDX-License-Identifier: GPL-3.0-or-later

import Cells
import Testing

@Suite("Times of day as people and spreadsheets write them")
struct ClockCellTests {
}
