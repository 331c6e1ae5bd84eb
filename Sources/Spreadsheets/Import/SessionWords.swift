// SPDX-License-Identifier: GPL-3.0-or-later

import Meetings
import Programmes

/// What a session is called in sentences about a workbook: by its title, followed by the id.
enum SessionWords {
  static func quoted(_ session: Session) -> String {
    let title = CalendarText.line(session.title)
    if title.isEmpty { return "'\(session.id)'" }
    return "“\(title.count > 60 ? title.prefix(60) + "…" : title)” (\(session.id))"
  }
}
