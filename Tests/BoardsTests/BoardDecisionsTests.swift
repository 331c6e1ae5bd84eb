// SPDX-License-Identifier: GPL-3.0-or-later

import Boards
import Foundation
import Testing

@Suite("The log of decisions")
struct BoardDecisionsTests {
  private let fixture: BoardFixture
  private let hand: Hand

  init() throws {
    var fixture = try BoardFixture()
    fixture.scenario.sessions[1].title = "Rights & <script>"
    self.fixture = fixture
    let (store, id) = try fixture.begun()
    hand = Hand(store: store, draft: id, tables: fixture.tables)
  }

  private func decisions() throws -> (decisions: BoardDecisions, names: DecisionNames) {
    let log = try #require(try hand.store.log(of: hand.draft))
    return (
      BoardDecisions(log),
      DecisionNames(
        fixture.scenario, rules: ["person-free": "Nobody in two places at once"],
        broken: ["room-free:s1,s2"])
    )
  }

  @Test("A publication is there with its number, what changed, where it is and why")
  func published() throws {
    let publication = BoardPublication(
      number: 2, status: "final", kept: 3, folder: "Output/m", summary: "1 session moved")
    try hand.does(.publish(publication), why: "the committee agreed")
    let (decisions, names) = try decisions()
    #expect(
      decisions.markdown(names).hasSuffix(
        """
        - Act 1, 2023-11-14 22:15, Ana: published the draft as publication 2 (final): 1 session moved
          - Kept as draft 3; files in Output/m
          - Why: the committee agreed

        """))
    #expect(try hand.state().canUndo() == nil)
  }

  @Test("Everything that was done is there, with who, when and why, and what holds now before it")
  func everything() throws {
    try hand.does(hand.move("s1", to: BoardFixture.place(9, 1)), why: "the room is larger")
    let mistake = try hand.does(hand.move("s2", to: nil))
    try hand.does(.undo(mistake))
    try hand.does(.pin(["s1"]), why: "the speaker's flight")
    try hand.does(.accept(violation: "person-free:s1,s2"), why: "she agrees")
    let note = "asks for interpretation\n\n- into French\r\n# and Arabic"
    try hand.does(.note(session: "s3", text: note))
    try hand.does(
      .moves(
        [Move(session: "s9", from: nil, to: BoardFixture.place(12, 1))],
        computed: Computation(
          question: "improve", command: "programme draft m --seed 2", status: "optimal",
          objective: 9, bound: 9, seed: 2)))
    try hand.does(.stage(.swaps), why: "announced")
    let (decisions, names) = try decisions()
    #expect(
      decisions.markdown(names)
        == """
        # Decisions about the draft 'Main'

        ## What holds

        - Sessions may only change places with each other (Ana, 2023-11-14 22:15)
          - Why: announced
        - Rights & \\<script\\> (s1) stays where it is: 2026-06-21 18:00 in r1 (Ana, 2023-11-14 22:15)
          - Why: the speaker's flight
        - The broken rule is put up with: Nobody in two places at once: Rights & \\<script\\> (s1) and S2 (s2); it is not broken now (Ana, 2023-11-14 22:15)
          - Why: she agrees

        ## Notes

        - S3 (s3): asks for interpretation (Ana, 2023-11-14 22:15)
          - \\- into French
          - \\# and Arabic

        ## What was done (times of Etc/UTC)

        - 2023-11-14 22:13, Ana: began 'Main', with 6 placed sessions
          - Why: to begin with
          - Made by: programme draft Scenarios/m
          - Tables: aa
        - Act 1, 2023-11-14 22:15, Ana: moved Rights & \\<script\\> (s1) from 2026-06-21 10:00 in r0 to 2026-06-21 18:00 in r1
          - Why: the room is larger
        - Act 2, 2023-11-14 22:15, Ana: moved S2 (s2) out of the timetable (it was on 2026-06-21 11:00 in r0)
          - Undone by act 3
        - Act 3, 2023-11-14 22:15, Ana: undid act 2
        - Act 4, 2023-11-14 22:15, Ana: decided that Rights & \\<script\\> (s1) stays
          - Why: the speaker's flight
        - Act 5, 2023-11-14 22:15, Ana: put up with a broken rule: Nobody in two places at once: Rights & \\<script\\> (s1) and S2 (s2)
          - Why: she agrees
        - Act 6, 2023-11-14 22:15, Ana: noted about S3 (s3): asks for interpretation
          - \\- into French
          - \\# and Arabic
        - Act 7, 2023-11-14 22:15, Ana: accepted a computed result, which moves 1 session
          - Improve: optimal, cost 9, bound 9
          - Made by: programme draft m --seed 2
          - S9 (s9) to 2026-06-21 21:00 in r1
        - Act 8, 2023-11-14 22:15, Ana: let sessions only change places with each other
          - Why: announced

        """)
  }

  @Test("The page says the same as the Markdown, and nothing typed becomes markup")
  func page() throws {
    try hand.does(.note(session: nil, text: "<img src=x onerror=alert(1)>"), why: "</li>")
    try hand.does(hand.move("s1", to: nil))
    let (decisions, names) = try decisions()
    let page = decisions.page(names).markup
    #expect(!page.contains("<img") && !page.contains("<script"))
    #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(page.contains("Rights &amp; &lt;script&gt; (s1) out of the timetable"))
  }
}
