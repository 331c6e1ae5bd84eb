// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Workbooks

extension ScenarioWorkbook {
  /// What cannot be in a workbook as it is.
  public enum Failure: Error, Hashable {
    /// A text that is too long, or has characters that cells cannot hold.
    case textNotKept(SheetPlace)
    /// A key of `meeting.json` with a value of another type.
    case noListOfDays
    case noObject(key: String)
  }
}

extension ScenarioWorkbook.Failure: CustomStringConvertible {
  /// A sentence without its full stop.
  public var description: String {
    switch self {
    case .textNotKept(let place):
      "a workbook cannot hold the text of \(place.text) as it is: it is longer than"
        + " \(WorkbookText.mostKept) characters, or has control characters in it"
    case .noListOfDays: "'days' of meeting.json is not a list of days"
    case .noObject(let key): "'\(key)' of meeting.json is not an object"
    }
  }
}
