// SPDX-License-Identifier: GPL-3.0-or-later

import Languages
import Pages
import Programmes

/// Times as the elements that the page's script shifts to another clock.
extension VenueClock {
  /// A `time` element with the clock alone: `09:30`.
  package func clock(_ instant: Int) -> HTML {
    element(instant, "clock", zone.wallTime(atInstant: instant).clock)
  }

  /// A `time` element with day and clock: `Mon 9 Oct, 09:30`.
  package func moment(_ instant: Int, _ words: Words = Words(.english)) -> HTML {
    let wall = zone.wallTime(atInstant: instant)
    return element(instant, "moment", words.moment(words.short(wall.date), wall.clock))
  }

  private func element(_ instant: Int, _ form: String, _ words: String) -> HTML {
    Element.time(.named("datetime", Self.iso(instant)), .named("data-form", form)) {
      HTML.text(words)
    }
  }
}
