// SPDX-License-Identifier: GPL-3.0-or-later

// The timetable of each day: rooms down, time across; on a narrow screen the same as a list by room.

const hour = 3600;

/**
 * The hours over the columns, on the chosen clock; another date than the day's says so.
 *
 * @param {Timetable} timetable
 * @param {string} date the day's own
 */
const showTicks = (timetable, date) => {
  let last = date;
  for (const { node, instant } of timetable.ticks) {
    const shown = isoDate(instant, zone());
    node.replaceChildren(clockText(instant, zone()));
    if (shown !== last) {
      node.prepend(make("b", {}, weekdayText(instant, zone()) + " "));
      last = shown;
    }
  }
};

/**
 * A column's head and the line below it.
 *
 * @param {Instant} from
 * @param {Instant} instant
 */
const tickAt = (from, instant) => [0, 1].map(() => {
  const node = make("span", {});
  node.style.gridColumn = (instant - from) / slot + 1 + " / span " + hour / slot;
  return node;
});

/** @param {Day} day */
const buildGrid = day => {
  const from = Math.floor(Math.min(...day.sessions.map(session => session.start)) / hour) * hour;
  const last = Math.max(...day.sessions.map(session => drawn(session).end));
  const to = Math.ceil(last / hour) * hour;
  const rows = rowsOf(day.sessions, from);
  const head = make("div", { class: "ticks", "aria-hidden": "true" });
  const lines = make("div", { class: "lines", "aria-hidden": "true" });
  const ticks = [];
  for (let instant = from; instant < to; instant += hour) {
    const [node, line] = tickAt(from, instant);
    head.append(node);
    lines.append(line);
    ticks.push({ node, instant });
  }
  const nowLine = make("span", { class: "now-line", hidden: true });
  lines.append(nowLine);
  const name = within(day.section, ".day-name").textContent || "";
  const label = inWords("script.grid", { day: name });
  const grid = make("div", { class: "grid", role: "group", "aria-label": label },
    lines, head, ...rows);
  grid.style.setProperty("--slots", String((to - from) / slot));
  grid.style.setProperty("--hour", String(hourWidth(day.sessions)));
  grid.style.setProperty("--hours", String((to - from) / hour));
  day.section.append(grid);
  day.timetable = { grid, from, to, ticks, nowLine };
};

// What is wider than the screen scrolls, by keys too; what is not keeps its head at the screen's top.
const fitGrids = () => {
  for (const { timetable } of days) {
    if (!timetable || timetable.grid.clientWidth === 0) continue;
    const grid = timetable.grid;
    grid.classList.remove("fits");
    const fits = grid.scrollWidth <= grid.clientWidth + 1;
    grid.classList.toggle("fits", fits);
    if (fits) grid.removeAttribute("tabindex");
    else grid.setAttribute("tabindex", "0");
  }
};

const showAllTicks = () => {
  for (const day of days)
    if (day.timetable) showTicks(day.timetable, day.date);
};

let hasGrid = false;

// Made when it is first looked at.
const showGrid = () => {
  if (hasGrid) return;
  hasGrid = true;
  days.filter(day => day.sessions.length).forEach(buildGrid);
  days.forEach(listenToKeys);
  refreshListeners.push(keepStops);
  clockListeners.push(showAllTicks);
  setClock(state.clock);
  showPicks();
  refresh();
  showNow();
  addEventListener("resize", fitGrids);
};
