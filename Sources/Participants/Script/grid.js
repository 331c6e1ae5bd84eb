// SPDX-License-Identifier: GPL-3.0-or-later

// The timetable of each day: rooms down, time across; on a narrow screen the same as a list by room.

const slot = 300;

// Sessions of one room that overlap lie below each other.
const lanesOf = list => {
  const ends = [];
  return list.map(session => {
    let lane = ends.findIndex(end => end <= session.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = session.end;
    return lane + 1;
  });
};

const cellOf = (session, lane, from) => {
  const badges = [...session.card.querySelectorAll("h4 .badge")].map(badge => badge.cloneNode(true));
  const title = session.isCancelled ? make("s", {}, session.title) : session.title;
  const cell = make("li", {
      class: "cell c" + session.colour
        + (session.isCancelled ? " is-cancelled" : "")
    },
    make("a", { href: "#" + session.anchor },
      make("span", { class: "hours" }, timeNode(session.start, "clock"),
        make("span", { class: "end" }, "–", timeNode(session.end, "clock"))),
      ...badges, make("bdi", { class: "name" }, title)));
  const first = Math.round((session.start - from) / slot) + 1;
  const last = Math.max(first + 1, Math.round((session.end - from) / slot) + 1);
  cell.style.gridColumn = first + " / " + last;
  cell.style.gridRow = String(lane);
  cell.dataset.short = session.end - session.start <= 2700 ? "yes" : "no";
  session.cell = cell;
  return cell;
};

const rowOf = (name, list, from) => {
  const lanes = lanesOf(list);
  return make("section", { class: "row" }, make("h4", {}, make("bdi", {}, name)),
    make("ul", { class: "track" }, ...list.map((session, index) =>
      cellOf(session, lanes[index], from))));
};

const showTicks = day => {
  let last = day.date;
  for (const { node, instant } of day.ticks) {
    const date = isoDate(instant, zone());
    node.replaceChildren(clockText(instant, zone()));
    if (date !== last) {
      node.prepend(make("b", {}, partsOf(zone(), instant).weekday + " "));
      last = date;
    }
  }
};

const buildGrid = day => {
  const from = Math.floor(Math.min(...day.sessions.map(session => session.start)) / 3600) * 3600;
  const to = Math.ceil(Math.max(...day.sessions.map(session => session.end)) / 3600) * 3600;
  const rows = data.rooms.concat({ id: "", name: "No room" }).map(room => [
    room.name, day.sessions.filter(session => session.room === room.id),
  ]).filter(([name, list]) => list.length).map(([name, list]) => rowOf(name, list, from));
  const head = make("div", { class: "ticks", "aria-hidden": "true" });
  const lines = make("div", { class: "lines", "aria-hidden": "true" });
  day.ticks = [];
  for (let instant = from; instant < to; instant += 3600) {
    const place = (instant - from) / slot + 1 + " / span 12";
    for (const parent of [head, lines]) {
      const node = make("span", {});
      node.style.gridColumn = place;
      parent.append(node);
      if (parent === head) day.ticks.push({ node, instant });
    }
  }
  day.nowLine = make("span", { class: "now-line", hidden: true });
  lines.append(day.nowLine);
  day.from = from;
  day.to = to;
  const name = day.section.querySelector(".day-name").textContent;
  day.grid = make("div", {
    class: "grid",
    role: "group",
    "aria-label": "Timetable by room, " + name
  }, lines, head, ...rows);
  day.grid.style.setProperty("--slots", String((to - from) / slot));
  day.grid.style.setProperty("--hours", String((to - from) / 3600));
  day.section.append(day.grid);
};

// Where all hours fit, the hours stay at the top; where not, the keyboard can reach the rest.
const fitGrids = () => {
  for (const { grid } of days) {
    if (!grid || grid.clientWidth === 0) continue;
    grid.classList.remove("fits");
    const fits = grid.scrollWidth <= grid.clientWidth + 1;
    grid.classList.toggle("fits", fits);
    if (fits) grid.removeAttribute("tabindex");
    else grid.setAttribute("tabindex", "0");
  }
};

let hasGrid = false;
const showGrid = () => {
  if (hasGrid) return;
  hasGrid = true;
  days.filter(day => day.sessions.length).forEach(buildGrid);
  clockListeners.push(() => days.filter(day => day.ticks).forEach(showTicks));
  setClock(state.clock);
  showPicks();
  refresh();
  showNow();
  addEventListener("resize", fitGrids);
};
