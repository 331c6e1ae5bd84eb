// SPDX-License-Identifier: GPL-3.0-or-later

// The board, from the first answer on.

import { bar, filterBar, showBars, tally } from "./bar.js";
import { openOutbox, readDraft, step } from "./deeds.js";
import { askText } from "./dialog.js";
import { listenToDrags } from "./drag.js";
import { buttonOf, isNarrow, make } from "./elements.js";
import { listenToEvents } from "./events.js";
import { grid, showGrid } from "./grid.js";
import { listenToGrid } from "./grid-keys.js";
import { putBack } from "./lift.js";
import { panel, showPanel } from "./panel.js";
import { findingRow } from "./panel-findings.js";
import { listenToAim } from "./panel-lifted.js";
import { readSolves } from "./panel-solve.js";
import { get } from "./server.js";
import { mayEdit, onChange, set, setBoard, state } from "./store.js";
import { voice } from "./voice.js";

// Where a window was comes with it through a reload: draft and days stand in its address.
const address = () => new URLSearchParams(location.hash.slice(1));

const keepAddress = () => {
  const parts = new URLSearchParams({ draft: String(state.draft.draft.id), view: state.view });
  if (location.hash !== "#" + parts) history.replaceState(null, "", "#" + parts);
};

const show = () => {
  if (!state.board || !state.draft || !state.draft.places) return;
  showBars();
  showPanel();
  showGrid();
  keepAddress();
};

/** @param {KeyboardEvent} event */
const undoKey = event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || !mayEdit()) return;
  const letter = event.key.toLowerCase();
  if (letter !== "z" && letter !== "y") return;
  event.preventDefault();
  step(letter === "y" || event.shiftKey ? "redo" : "undo");
};

/** @param {KeyboardEvent} event */
const key = event => {
  const isTyping = event.target instanceof Element
    && event.target.closest("input, textarea, select, dialog");
  if (isTyping) return;
  if (event.key === "Escape" && state.lifted) putBack();
  undoKey(event);
};

// The log names people: whoever may edit says who they are, once on each device.
const askName = () => {
  const name = state.board.you.name || localStorage.getItem("board-author") || "";
  set({ author: name });
  if (name || !mayEdit()) return;
  askText({
    title: "Who are you?",
    label: "Your name, as the log of decisions will have it",
    ok: "Begin",
  }, text => {
    localStorage.setItem("board-author", text);
    set({ author: text });
  }, { isForced: true });
};

/**
 * All there is to say where there is nothing to show.
 *
 * @param {string} sentence
 * @param {TableFinding[]} [findings] what is wrong with the tables
 */
const fail = (sentence, findings = []) => {
  const root = document.getElementById("board");
  if (root) root.replaceChildren(make("main", { class: "fail" },
    make("h1", {}, "The board"), make("p", { role: "alert" }, sentence),
    make("ul", { class: "plain-list" }, ...findings.map(finding => findingRow(finding))),
    buttonOf("button", () => location.reload(), "Look again")));
};

/**
 * What the address says, or what fits the screen.
 *
 * @param {DayData[]} days
 */
const firstView = days => {
  const view = address().get("view");
  if (view && days.some(day => day.date === view)) return view;
  return !view && innerWidth < 700 && days.length ? days[0].date : "week";
};

/** @param {BoardData} board */
const begin = async board => {
  setBoard(board);
  const wanted = address().get("draft");
  const named = [wanted, String(board.opens_with)];
  const first = named.map(id => board.drafts.find(draft => String(draft.id) === id))
    .find(Boolean) || board.drafts[0];
  set({ view: firstView(board.scenario.days), isOpen: !isNarrow() });
  const findings = board.scenario.findings || [];
  if (!first) return fail(findings.length
    ? "There is no draft yet: the tables have errors. Once they are mended, it begins."
    : "There is no draft yet.", findings);
  const hasErrors = findings.some(({ severity }) => severity === "error");
  if (hasErrors) set({ tab: "problems" });
  if (await readDraft(first.id) !== 200) return fail("The draft cannot be shown.", findings);
  const root = document.getElementById("board");
  if (root) root.replaceChildren(bar, filterBar,
    make("main", { class: "main", "aria-label": "Timetable" }, grid), panel, tally, voice);
  document.title = board.scenario.title + " · board";
  onChange(show);
  show();
  addEventListener("resize", show);
  document.addEventListener("keydown", key);
  listenToGrid();
  listenToDrags();
  listenToAim();
  askName();
  openOutbox();
  listenToEvents();
  return readSolves();
};

const start = async () => {
  const { status, data } = await get("/api/board");
  if (status === 200) await begin(data);
  else if (status === 403
    || status === 401) fail("This link does not open the board. Ask for a new one.");
  else fail("The board does not answer. Is it still running?");
};

start();
