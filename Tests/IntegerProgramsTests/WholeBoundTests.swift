// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms
import Testing

@Suite("A bound between two whole numbers proves the upper one")
struct WholeBoundTests {
  @Test(
    "What arithmetic may have put on top proves nothing",
    arguments: [
      (10.0, 10), (10.000_000_5, 10), (10.000_01, 11), (9.4, 10), (0.0, 0), (-0.5, 0),
      (Double.infinity, 0), (-Double.infinity, 0), (Double.nan, 0), (1e300, 0),
    ])
  func units(_ bound: Double, _ units: Int) { #expect(WholeBound.units(bound) == units) }

  @Test("A relaxation that is trusted less proves less")
  func tolerance() {
    #expect(WholeBound.units(10.000_005) == 11)
    #expect(WholeBound.units(10.000_005, tolerance: 1e-5) == 10)
    #expect(WholeBound.roundedUp(.infinity) == .infinity)
  }
}
