// SPDX-License-Identifier: GPL-3.0-or-later

extension TemplateText {
  static let readme = """
    # A scenario to begin from

    Every file here is yours to edit, in a text editor or in a spreadsheet (save as "CSV UTF-8").
    `programme check .` names all that is wrong; `programme draft .` draws up the agenda.

    Lists in a cell are separated by `;`. Yes/no cells say `yes`, `no`, or nothing for "not known".
    Ids are letters, digits, `.`, `_` and `-`, and are unique over activities, sessions, rooms and people
    together. Dates are `2027-06-21`. A **window** is `2027-06-21`, or `2027-06-21 09:00-13:00`, or
    `09:00-13:00` for each day. Columns may come in any order, and you may add your own.

    | file | a row is | columns that need a word |
    | --- | --- | --- |
    | `meeting.json` | the frame: days, hours, weights | explained in the file |
    | `rooms.csv` | a room | `features` what it has; `available` windows, empty for always; `parts` the rooms that it joins |
    | `dynamic-coalitions.csv` | a Dynamic Coalition | what it takes to be recognised: a `no` holds its sessions back, an empty cell does not |
    | `best-practice-forums.csv` | a Best Practice Forum | people by id: its facilitators and penholder must be in the room |
    | `nris.csv` | a national, regional or youth IGF | `scope` `collective` for sessions of many |
    | `policy-networks.csv` | a Policy Network | its liaisons, consultant and focal point must be in the room |
    | `programme-elements.csv` | everything else | `kind` an upper-case word: `MAIN`, `WS`, `OF`, `CEREMONY`, `COORD` … |
    | `sessions.csv` | a session to place | `activity` one id, or several for a joint session; `audience` seats; `needs` features; `placement` `must` or `optional` (then `priority` 1–5); `day`, `start`, `room` settle it beforehand; `allowed` windows; `exclusive` `yes` if nothing else may run |
    | `people.csv` | a person | `presence` `onsite` or `online`; `time_zone` their own; `available` windows; `max_per_day` |
    | `roles.csv` | who has to be, or would like to be, where | `subject` a session or an activity; `attendance` `required` or `preferred` |
    | `links.csv` | a link between sessions or activities | `kind` `apart`, `before`, `same-day`, `other-day`, `back-to-back`, `same-room`; `strength` `must` or 1–1000 |
    | `wishes.csv` | a wish of one session or activity | `want` `yes` or `no`; `window`, `room` or both; `strength` 1–1000 |
    | `limits.csv` | at most so many of some sessions | `per` `moment`, `day` or `meeting`; `strength` `must` or 1–1000 |
    | `waivers.csv` | a requirement lifted for an activity | `requirement` such as `DC-7`; `by`, `on`, `reason` are printed in every review |
    | `what-if/*.json` | a question and the changes it asks about | `programme draft . --what-if lose-the-hall` |

    """
}
