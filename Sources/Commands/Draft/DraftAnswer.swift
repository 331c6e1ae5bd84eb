// SPDX-License-Identifier: GPL-3.0-or-later

import Drafts
import Meetings
import Programmes
import Rules

/// What came of drafting: printed even if it could not be written.
struct DraftAnswer: CommandAnswer {
  /// A schedule with the referee's review of it.
  typealias Made = (schedule: Schedule, review: Review)

  let draft: Draft
  let summary: DraftSummary
  /// `nil` where no schedule was found.
  let made: Made?
  /// Where it is, perhaps in the next best place.
  var written: DraftFolder.Written?
  var failure: CommandFailure?

  init(draft: Draft, summary: DraftSummary, made: Made?) {
    self.draft = draft
    self.summary = summary
    self.made = made
  }

  var status: ExitStatus {
    failure?.status ?? (made == nil || draft.unplaced != nil ? .no : .yes)
  }

  func text(width: Int) -> String {
    var text = ""
    if let made {
      text += Timetable.text(Programme(made.schedule, of: draft.scenario), width: width)
      text += ReviewText.costs(made.review, width: width)
      text += DraftWords.fewest(draft, made.review)
    }
    text += "\n" + DraftWords.verdict(draft) + "\n"
    if failure == nil, let written { text += DraftWords.written(written) }
    return text
  }

  func json() throws(CommandFailure) -> String {
    try AnswerJSON.of(DraftJSON.object(summary, written: written?.files ?? []))
  }
}
