// SPDX-License-Identifier: GPL-3.0-or-later

extension TemplateText {
  static let readme = """
    # A scenario to start from

    Every file here is yours to edit, in a text editor or in a spreadsheet (save as "CSV UTF-8").
    `programme check .` names everything that is wrong; `programme draft .` draws up the agenda.
    The rows are examples: replace them. A table that you do not need may be deleted.

    - Lists in a cell are separated by `;`. Yes/no cells say `yes`, `no`, or nothing for "not known".
    - Ids are letters, digits, `.`, `_` and `-`, and are unique over activities, sessions, rooms and
      people together. Dates are written `2027-06-21`, times `09:00`, on the meeting's clocks.
    - A **window** is `2027-06-21`, or `2027-06-21 09:00-13:00`, or `09:00-13:00` for each day.
    - What a spreadsheet makes of these (`9:00`, `21.06.2027`, `TRUE`) is read as long as it can mean one thing, and `check` says
      how; where it can mean two (`06/07/2027`), it asks, and `dateOrder` in `meeting.json` answers for all tables.
    - Columns may come in any order, and an optional one may be left out.

    ## meeting.json

    The frame: days, hours, clocks, weights. The file explains itself in its comments.

    ## rooms.csv: a row is a room

    | column | meaning |
    | --- | --- |
    | `id`, `name` | what the tables call it, and what people call it |
    | `capacity` | seats |
    | `features` | what it has: `hybrid;captioning;interpretation;roundtable;stage`, or words of your own |
    | `available` | windows in which it can be used; empty: always |
    | `turnover_minutes` | between two sessions in it; empty: as in `meeting.json` |
    | `location` | where it is |
    | `position` | where that is on a map, in degrees: `59.9133;10.7389` |
    | `map` | the address of a page or picture that shows the way to it |
    | `parts` | for a room made of others when joined: their ids. It and they are never in use at once |

    ## Activities: where sessions come from

    All five tables have `id`, `name` and `themes` (words of your own: sessions that share one should
    not run at the same time). In the first four, a `no` where something is required holds the
    activity's sessions back; an empty cell is reported and holds nothing back.

    ### dynamic-coalitions.csv

    | column | meaning |
    | --- | --- |
    | `statement_of_need`, `action_plan`, `mailing_list` | the application: `yes`, or where to find it |
    | `contact` | the contact person's id, who must be in the room |
    | `open_membership`, `open_mailing_list`, `open_archives` | `yes` or `no` |
    | `stakeholder_groups` | the groups represented, at least three |
    | `recognised` | the date on which the Secretariat recognised it |
    | `annual_report` | the date of the last one, no more than 15 months before the meeting |
    | `coordination_group` | whether it takes part in the coordination group (`yes` or `no`; only advice) |

    ### best-practice-forums.csv

    | column | meaning |
    | --- | --- |
    | `proposed_by` | people, at least one of them a MAG member |
    | `selected_by_mag` | the date, in the 15 months before the meeting |
    | `mag_facilitators` | people; they must be in the room |
    | `coordinating_team` | people, with at least one MAG facilitator; they would like to be in the room |
    | `open_meetings` | how many it held, at least one |
    | `output` | its output, a name or an address (only advice) |
    | `penholder` | a person of the Secretariat, not a facilitator; must be in the room |
    | `last_mag_update` | the date of the last update to the MAG (only advice) |
    | `mailing_list`, `web_page` | for the reader |

    ### nris.csv: national, sub-regional, regional and youth IGFs

    | column | meaning |
    | --- | --- |
    | `scope` | `national`, `sub-regional`, `regional`, `youth`, or `collective` for a session of many |
    | `region` | for the reader |
    | `written_statement`, `open`, `transparent`, `inclusive`, `bottom_up`, `multistakeholder`, `non_commercial` | `yes` or `no` |
    | `recognised` | the date of recognition by the Secretariat |
    | `contact` | the contact person's id, who must be in the room |

    A `collective` one needs none of these, but a person of the Secretariat in a required role.

    ### policy-networks.csv

    | column | meaning |
    | --- | --- |
    | `priority` | the priority that its focus follows from |
    | `proposal` | where to find it, or `yes` |
    | `mag_liaisons` | people, at least one of them a MAG member; they must be in the room |
    | `consultant` | a person, who must be in the room (having one is only advice) |
    | `expert_groups` | the experts' stakeholder groups, at least two |
    | `secretariat_focal_point` | a person of the Secretariat, who must be in the room |

    ### programme-elements.csv: everything else

    | column | meaning |
    | --- | --- |
    | `kind` | an upper-case word: `MAIN`, `WS`, `OF`, `CEREMONY`, `COORD` (the coordination group's own) … |

    ## sessions.csv: a row is a session to place

    | column | meaning |
    | --- | --- |
    | `id`, `title` | what the tables call it, and what the agenda says |
    | `activity` | one id, or several for a joint session |
    | `minutes` | its length, a multiple of the grid |
    | `audience` | seats wanted |
    | `themes` | its own; empty: its activities' |
    | `needs` | features that its room must have |
    | `placement` | `must` (also when empty), or `optional`: may be left out |
    | `priority` | 1–5: what leaving out an optional one costs; empty: 3 |
    | `day`, `start`, `room` | what is settled beforehand, each alone or together |
    | `allowed` | windows that it must lie in |
    | `exclusive` | `yes`: nothing else runs while it does |
    | `url` | its page |

    Columns of your own are kept. Of those, `description`, `languages` (a list) and `conference` (an
    address for taking part online) are shown to participants.

    ## people.csv: a row is a person

    | column | meaning |
    | --- | --- |
    | `id`, `name` | what the tables call them, and what people call them |
    | `stakeholder_group`, `region` | for the reader |
    | `time_zone` | where they are when online, such as `America/Lima`; empty: the meeting's |
    | `mag_member`, `secretariat` | `yes` or `no` |
    | `presence` | `onsite` (also when empty) or `online`: then night hours of their own are avoided |
    | `available` | windows in which they can attend; empty: always |
    | `max_per_day` | the most sessions in a day that they must attend, if it can be helped |
    | `email` | where their letters go; it stands in nothing that is public |
    | `language` | what their letters are written in: `en`, `fr`, `es`, `ar`, `zh`, `ru`; empty: as the publication |

    ## roles.csv: who has to be, or would like to be, where

    | column | meaning |
    | --- | --- |
    | `person` | a person's id |
    | `subject` | a session, or an activity for all its sessions |
    | `role` | such as `speaker`; `dc-liaison` for the MAG's liaison to the coordination group |
    | `attendance` | `required` (also when empty): never in two places at once; `preferred`: if it can be helped |

    ## links.csv: what sessions ask of each other

    | column | meaning |
    | --- | --- |
    | `from`, `to` | sessions, or activities for all their sessions |
    | `kind` | `apart`, `before`, `same-day`, `other-day`, `back-to-back`, `same-room` |
    | `strength` | `must`, or 1–1000: the cost of each pair that breaks it |
    | `min_gap`, `max_gap` | minutes between the two, for `before`; `max_gap` also for `back-to-back` (empty: 30) |
    | `reason`, `asked_by` | said whenever it is broken |

    ## wishes.csv: where one session, or an activity's sessions, would like to be

    | column | meaning |
    | --- | --- |
    | `subject` | a session or an activity |
    | `want` | `yes`: inside; `no`: not inside |
    | `window`, `room` | one of them or both |
    | `strength` | 1–1000: the cost of each session that is not as wished |
    | `reason`, `asked_by` | said whenever it is not granted |

    ## limits.csv: how many of some sessions there may be

    | column | meaning |
    | --- | --- |
    | `id` | its name |
    | `kinds`, `themes`, `needs`, `activities`, `rooms` | which sessions: those that match each column that is not empty |
    | `at_most` | how many |
    | `per` | `moment`, `day` or `meeting` |
    | `strength` | `must`, or 1–1000 for each session above the limit |
    | `reason` | said whenever it is broken |

    ## waivers.csv: a requirement lifted for one activity

    | column | meaning |
    | --- | --- |
    | `activity` | its id |
    | `requirement` | such as `DC-7`; `programme check .` names those that are not met |
    | `by`, `on`, `reason` | who lifted it, when and why: printed in every review |

    ## cancellations.csv: a session that does not take place

    | column | meaning |
    | --- | --- |
    | `session` | its id; its row in `sessions.csv` stays, and nothing is asked of it any more |
    | `reason` | everybody is told, in calendars, on the page and in letters |
    | `by`, `on` | who decided it, and when |

    `programme cancel . SESSION --reason TEXT` writes such a row; to take it back, remove the row.

    ## what-if: questions

    `what-if/lose-the-hall.json` asks one: `programme draft . --what-if lose-the-hall` answers it. A change sets
    cells of a row, adds a row, removes one, or patches `meeting.json`:

    ```json
    { "table": "rooms", "id": "hall", "set": { "available": "2027-06-21" } }
    { "table": "links", "add": { "from": "ws-access", "to": "main-ai", "kind": "apart", "strength": "must" } }
    { "table": "sessions", "id": "ws-access-1", "remove": true }
    { "table": "links", "where": { "from": "pn-example", "to": "main-ai" }, "remove": true }
    { "meeting": { "weights": { "theme-clash": 10 } } }
    ```

    """
}
