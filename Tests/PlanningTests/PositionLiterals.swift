// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningProblems

// Tests name a session or a room by its number; the planner cannot.
extension SessionPosition: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self.init(number) }
}

extension RoomPosition: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self.init(number) }
}

extension StartOption: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) { self.init(number) }
}
