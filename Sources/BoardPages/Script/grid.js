// SPDX-License-Identifier: GPL-3.0-or-later

// The timetable: one table, rooms across, time down, each row as high as its minutes.

import { waitingFor } from "./acts.js";
import { badgesOf, placeBox, sessionBox } from "./box.js";
import { keepingFocus, make, onlyIfNew, refill, unseen } from "./elements.js";
import { clustersOf, heightsOf, rowsOf, scaleFor, staysByDate, writingOf } from "./layout.js";
import { aim } from "./lift.js";
import { byKey, isBarred, isSame, placeKey, priceText, ranked } from "./places.js";
import { changed, groups, ownEdits, places, sessionOf, state } from "./store.js";
import { clockOf, longDay, shortDay, timeAt } from "./times.js";

const table = make("table", { class: "grid" });
export const grid = make("div", { class: "grid-frame" }, table);

const breakHeight = 4;
const legible = 13;

/**
 * What all cells are made from.
 *
 * @typedef {{
 *   rooms: RoomData[],
 *   shown: Set<string>,
 *   prices: Map<string, PricedPlace>,
 *   badges: Parameters<typeof badgesOf>[1],
 *   dates: Map<string, Stay[]>,
 *   here: Place | null,
 * }} Scene
 * @typedef {{ date: string, isSlotted: boolean, rows: Row[], heights: number[] }} DayRows
 * @typedef {{
 *   node: HTMLElement,
 *   stretch: [number, number],
 *   boxes: HTMLElement[],
 * }} LaidCell the first of its rows, and the one behind its last
 * @typedef {{ day: DayRows, room: string, cells: LaidCell[] }} LaidColumn one room's day
 * @typedef {{
 *   node: HTMLElement,
 *   stay: Stay & { lane: number },
 *   at: Parameters<typeof put>[1],
 *   look: string,
 * }} LaidStay
 */

// What stands in the table, so that a lift changes what it is about and nothing else.
/** @type {LaidColumn[]} */
let laidColumns = [];
/** @type {LaidStay[]} */
let laidStays = [];
/** @type {Map<string, HTMLElement>} */
let laidPlaces = new Map();
/** @type {Lift | null} */
let laidLift = null;

/** @returns {Scene} */
const sceneOf = () => {
  const { board, draft, lift, filters } = state;
  const rooms = board.scenario.rooms.filter(room => !filters.room || room.id === filters.room);
  const now = places();
  const broken = draft.violations.filter(violation => !violation.accepted);
  return {
    rooms,
    shown: new Set(groups().shown),
    prices: byKey(lift ? lift.places : []),
    badges: {
      pins: draft.pins,
      problems: new Set(broken.flatMap(({ sessions }) => sessions)),
      waiting: waitingFor(ownEdits()),
      related: lift && lift.related,
    },
    dates: staysByDate(board.scenario.sessions, now),
    here: now[state.lifted] || null,
  };
};

/** Days on the screen: all, or the one that is looked at. */
const daysShown = () => state.board.scenario.days.filter(day =>
  state.view === "week" || day.date === state.view);

/**
 * The days' rows with their heights: all on the screen, if that can be read.
 *
 * @param {Scene} scene
 * @param {number} head pixels that are taken already
 * @returns {DayRows[]}
 */
const measured = (scene, head) => {
  const isNarrow = innerWidth < 700;
  const days = daysShown().map(day => ({
    date: day.date,
    isSlotted: Boolean(day.starts),
    rows: rowsOf(day, state.board.scenario.grid_minutes, scene.dates.get(day.date) || []),
  }));
  const isWeek = state.view === "week";
  const scale = scaleFor(days.map(day => day.rows), {
    height: grid.clientHeight - head - 2,
    gap: breakHeight,
    least: isNarrow ? 1 : isWeek ? .22 : .9,
    most: isWeek ? 1.6 : 3,
  });
  return days.map(day => ({ ...day, heights: heightsOf(day.rows, scale, breakHeight) }));
};

const columnWidths = () =>
  make("colgroup", {}, make("col", { class: "day-column" }), make("col", { class: "time-column" }));

/** @param {RoomData[]} rooms */
const headOf = rooms => make("thead", {}, make("tr", {},
  make("th", { scope: "col", class: "corner", colspan: 2 }, unseen("Day and time")),
  ...rooms.map(room => make("th", { scope: "col", class: "room", title: room.name },
    make("span", { class: "room-name" }, room.name),
    room.seats ? make("small", {}, String(room.seats), unseen(" seats")) : null))));

/** @param {number[]} heights */
const total = heights => heights.reduce((sum, height) => sum + height, 0);

/**
 * @param {HTMLElement} node
 * @param {{ top: number, height: number, lane?: number, lanes?: number }} at
 */
const put = (node, { top, height, lane = 0, lanes = 1 }) => {
  node.style.top = top + "px";
  node.style.height = Math.max(height - 1, 8) + "px";
  if (lanes > 1) {
    node.style.left = 100 * lane / lanes + "%";
    node.style.width = 100 / lanes + "%";
    node.classList.add("is-beside");
  }
  const lines = Math.max(1,
    Math.floor((height - 4) / (height < 34 ? 11 : height > 76 ? 17 : 13)));
  node.style.setProperty("--lines", String(lines));
  if (height < 12) node.classList.add("is-tiny", "is-sliver");
  else if (height < 19) node.classList.add("is-tiny");
  else if (height < 34) node.classList.add("is-small");
  else if (height > 76) node.classList.add("is-large");
  return node;
};

/**
 * What the cells of one room and day offer to the session that is lifted.
 *
 * @param {Scene} scene
 * @param {LaidColumn} column
 */
const spotsOf = (scene, { day, room, cells }) => {
  const { date, rows, heights } = day;
  const spots = [];
  let top = 0;
  let row = 0;
  for (const cell of cells) {
    for (; row < cell.stretch[0]; row++) top += heights[row];
    const first = top;
    for (; row < cell.stretch[1]; top += heights[row++]) {
      const place = rows[row].isStart
        && scene.prices.get(timeAt(date, rows[row].from) + " " + room);
      if (!place) continue;
      const rank = isBarred(place) ? Infinity : place.cost;
      const text = priceText(place);
      spots.push({ cell, place, inCell: top - first, top, height: heights[row], text, rank });
    }
  }
  return spots;
};

/**
 * The places of one room and day in their cells, each as high as its row.
 *
 * @param {Scene} scene
 * @param {LaidColumn} column
 */
const layColumn = (scene, { day, room, cells }) => {
  const spots = spotsOf(scene, { day, room, cells });
  const writing = writingOf(spots, legible, total(day.heights));
  for (const [spot, { cell, place, inCell, height }] of spots.entries()) {
    const isShort = height < legible;
    const isHere = isSame(place, scene.here);
    const box = placeBox(place, { writing: writing[spot], isShort, isHere });
    box.style.top = inCell + "px";
    box.style.height = height - (isShort ? 0 : 1) + "px";
    cell.boxes.push(box);
    laidPlaces.set(placeKey(place), box);
  }
  for (const { node, boxes } of cells)
    if (boxes.length) node.append(...boxes);
};

/**
 * Puts the places of the session that is lifted into the table, or takes them away.
 *
 * @param {Scene} scene
 */
const layPlaces = scene => {
  laidPlaces = new Map();
  for (const { cells } of laidColumns) {
    for (const cell of cells) {
      for (const box of cell.boxes) box.remove();
      cell.boxes = [];
    }
  }
  if (scene.prices.size)
    for (const column of laidColumns) layColumn(scene, column);
};

/**
 * A stay in its cell: the session, or that its place is taken by one that is not shown.
 *
 * @param {Scene} scene
 * @param {Stay & { lane: number }} stay
 */
const stayBox = (scene, stay) => {
  const session = sessionOf(stay.id);
  if (!session || !scene.shown.has(stay.id) && state.lifted !== stay.id)
    return make("span", { class: "taken" }, unseen("taken, hidden by the filters"));
  return sessionBox(session, stay, badgesOf(stay.id, scene.badges), {
    isLifted: state.lifted === stay.id,
    isSelected: state.selected === stay.id,
    isPicked: state.picked.has(stay.id),
  });
};

/**
 * What a stay's box depends on besides itself.
 *
 * @param {Scene} scene
 * @param {Stay} stay
 */
const lookOf = (scene, { id }) => scene.shown.has(id) || state.lifted === id
  ? badgesOf(id, scene.badges).map(({ look }) => look).join() : "taken";

/**
 * @param {Scene} scene
 * @param {LaidColumn} column
 * @param {Cluster} cluster
 */
const clusterCell = (scene, { day, cells }, cluster) => {
  const from = day.rows.findIndex(row => row.from === cluster.start);
  const end = day.rows.findIndex(row => row.from >= cluster.end);
  const to = end < 0 ? day.rows.length : end;
  /** @param {Minute} minute */
  const topOf = minute =>
    total(day.heights.slice(from, day.rows.findIndex(row => row.from >= minute)));
  const boxes = cluster.stays.map(stay => {
    const top = topOf(stay.start);
    const below = stay.end >= cluster.end ? total(day.heights.slice(from, to)) : topOf(stay.end);
    const at = { top, height: below - top, lane: stay.lane, lanes: cluster.lanes };
    const node = put(stayBox(scene, stay), at);
    laidStays.push({ node, stay, at, look: lookOf(scene, stay) });
    return node;
  });
  const node = make("td", { rowspan: to - from, class: "busy" }, ...boxes);
  cells.push({ node, stretch: [from, to], boxes: [] });
  return node;
};

/**
 * By room and row: a cell that begins there, or null where one from above goes on.
 *
 * @param {Scene} scene
 * @param {DayRows} day
 */
const columnsOf = (scene, day) => scene.rooms.map(room => {
  const stays = (scene.dates.get(day.date) || []).filter(stay => stay.room === room.id);
  /** @type {LaidColumn} */
  const column = { day, room: room.id, cells: [] };
  laidColumns.push(column);
  /** @type {(HTMLElement | null | undefined)[]} */
  const cells = day.rows.map(() => undefined);
  for (const cluster of clustersOf(stays)) {
    const from = day.rows.findIndex(row => row.from === cluster.start);
    const cell = clusterCell(scene, column, cluster);
    cells.fill(null, from, from + Number(cell.getAttribute("rowspan")));
    cells[from] = cell;
  }
  const all = cells.map((cell, row) => cell === undefined ? freeCell(column, row) : cell);
  column.cells.sort((one, other) => one.stretch[0] - other.stretch[0]);
  return all;
});

/**
 * @param {LaidColumn} column
 * @param {number} row
 */
const freeCell = ({ day, cells }, row) => {
  const { from, isBreak, isStart } = day.rows[row];
  if (isBreak) return make("td", { class: "break" });
  // Where starts are a few pixels apart, a line for each would be all that one sees.
  const hasLine = isStart && (day.heights[row] >= legible || day.isSlotted || from % 60 === 0);
  const node = make("td", { class: hasLine ? "" : "no-line" });
  cells.push({ node, stretch: [row, row + 1], boxes: [] });
  return node;
};

/** @param {{ day: DayRows, row: number, last: number }} at `last`: pixels since the last time */
const timeHead = ({ day, row, last }) => {
  const { from, isBreak, isStart } = day.rows[row];
  const isTold = isStart && (day.isSlotted || from % 30 === 0);
  const isWritten = !isBreak && isTold && last >= legible;
  return make("th", {
      scope: "row",
      class: "time" + (isBreak ? " break" : isWritten ? " is-written" : ""),
    },
    isBreak
    ? unseen("closed")
    : isWritten ? make("span", {}, clockOf(from)) : unseen(clockOf(from)));
};

/**
 * @param {Scene} scene
 * @param {DayRows} day
 */
const dayBody = (scene, day) => {
  const columns = columnsOf(scene, day);
  let last = legible;
  return make("tbody", { "data-date": day.date }, ...day.rows.map((_, place) => {
    const head = timeHead({ day, row: place, last });
    if (head.querySelector("span:not(.unseen)")) last = 0;
    last += day.heights[place];
    const line = make("tr", {},
      place ? null : make("th", { scope: "rowgroup", class: "day", rowspan: day.rows.length },
        make("span", {}, state.view === "week" ? shortDay(day.date) : longDay(day.date))),
      head, ...columns.map(cells => cells[place]));
    line.style.height = day.heights[place] + "px";
    return line;
  }));
};

/** @type {HTMLElement[]} */
let stops = [];
/** @type {HTMLElement | null} */
let best = null;
/** @type {HTMLElement | null} */
let aimed = null;

/** @param {HTMLElement | null} node */
const stopAt = node => {
  if (!node) return;
  node.tabIndex = 0;
  stops.push(node);
};

/**
 * The box that Tab leads to, and no other.
 *
 * @param {HTMLElement | null} node
 */
export const tabTo = node => {
  for (const stop of stops) stop.tabIndex = -1;
  stops = [];
  stopAt(node);
};

// What is aimed at, what is lifted or selected, or the first; and the best place.
const setStop = () => {
  tabTo(aim.place && placeNode(aim.place) || /** @type {HTMLElement | null} */ (
    table.querySelector(".session.is-lifted, .session.is-selected")
    || table.querySelector(".session")));
  if (!aim.place) stopAt(best);
};

/** @param {Scene} scene */
const markBest = scene => {
  const first = ranked([...scene.prices.values()]).find(place => !isSame(place, scene.here));
  best = first && !isBarred(first) ? placeNode(first) : null;
  if (best) best.classList.add("is-best");
  if (aim.place) showAim(aim.place);
};

/** @param {Place} place */
const placeNode = place => laidPlaces.get(placeKey(place)) || null;

/** @param {Place} place */
export const showAim = place => {
  if (aimed) aimed.classList.remove("is-aimed");
  aimed = placeNode(place);
  if (aimed) aimed.classList.add("is-aimed");
  return aimed;
};

// The timetable's size is told, not asked for at each change: to answer, a browser lays out all that has
// just been changed, twice for a lift.
let resizes = 0;
const drawnFor = { width: 0, height: 0, outer: "", times: 0 };

const noteSize = () => {
  const outer = grid.offsetWidth + " " + grid.offsetHeight;
  if (outer !== drawnFor.outer) Object.assign(drawnFor, { outer, times: 0 });
  if (grid.clientWidth === drawnFor.width && grid.clientHeight === drawnFor.height) return;
  // Scroll bars that come with one drawing and go with the next would never let it rest.
  if (++drawnFor.times > 2) return;
  resizes += 1;
  changed();
};

new ResizeObserver(noteSize).observe(grid);

const draw = () => {
  const scene = sceneOf();
  Object.assign(drawnFor, { width: grid.clientWidth, height: grid.clientHeight });
  const isDense = grid.clientWidth / scene.rooms.length < 100;
  [laidColumns, laidStays, laidLift] = [
    [],
    [], state.lift
  ];
  const caption = make("caption", { class: "unseen" }, "Timetable: rooms across, time down");
  const head = headOf(scene.rooms);
  // The new head is measured where it will be: names of rooms may take more lines than before.
  const sizer = make("table", { class: "grid sizer", "aria-hidden": "true" }, columnWidths(), head);
  sizer.classList.toggle("is-dense", isDense);
  sizer.style.setProperty("--rooms", String(scene.rooms.length));
  grid.append(sizer);
  const days = measured(scene, head.offsetHeight);
  sizer.remove();
  // Only now: what is thrown away is not worth a new layout.
  table.classList.toggle("is-lifting", Boolean(state.lift));
  table.classList.toggle("is-dense", isDense);
  table.style.setProperty("--rooms", String(scene.rooms.length));
  const bodies = days.map(day => dayBody(scene, day));
  layPlaces(scene);
  refill(table, caption, columnWidths(), head, ...bodies);
  markBest(scene);
  setStop();
};

const drawIfNew = onlyIfNew(draw, () => [
  state.board, state.draft, state.view, state.filters, state.waiting, state.picked, resizes,
]);

// Lifting changes prices and marks of kin; all rows stay as high as they are.
const drawLift = () => {
  const scene = sceneOf();
  laidLift = state.lift;
  table.classList.toggle("is-lifting", Boolean(state.lift));
  for (const each of laidStays) {
    const look = lookOf(scene, each.stay);
    if (look === each.look) continue;
    const node = put(stayBox(scene, each.stay), each.at);
    each.node.replaceWith(node);
    Object.assign(each, { node, look });
  }
  layPlaces(scene);
  markBest(scene);
  setStop();
};

// What is in the hand is shown before its prices are there, and without drawing all anew.
const markHand = onlyIfNew(() => {
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (table.querySelectorAll(".session"))) {
    const id = box.dataset.session;
    box.classList.toggle("is-lifted", state.lifted === id);
    box.classList.toggle("is-selected", state.selected === id);
    box.setAttribute("aria-pressed", String(state.lifted === id));
  }
  setStop();
}, () => [state.lifted, state.selected]);

export const showGrid = () => {
  drawIfNew();
  if (laidLift !== state.lift) keepingFocus(table, drawLift);
  markHand();
};
