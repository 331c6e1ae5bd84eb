// SPDX-License-Identifier: GPL-3.0-or-later

// Timetable, list and agenda: one at a time.

const agendaCount = make("span", { class: "count", hidden: true });

/** @type {Map<View, HTMLElement>} */
const viewButtons = new Map();

/** @param {View} view */
const setView = view => {
  state.view = view;
  document.documentElement.dataset.view = view;
  for (const [name, button] of viewButtons) {
    button.setAttribute("aria-pressed", String(name === view));
  }
  if (view === "grid") showGrid();
  refresh();
  if (view === "grid") fitGrids();
};

/** @param {View} view */
const chooseView = view => {
  setView(view);
  memory.set("view", view);
  const top = byId("programme").getBoundingClientRect().top + scrollY;
  if (scrollY > top) scrollTo({ top: Math.max(0, top - 120) });
};

viewButtons.set("grid", buttonOf("", () => chooseView("grid"), inWords("script.view.grid")));
viewButtons.set("list", buttonOf("", () => chooseView("list"), inWords("script.view.list")));
viewButtons.set("agenda", buttonOf("", () => chooseView("agenda"),
  inWords("script.agenda"), agendaCount));

const views = make("nav", { class: "views", "aria-label": inWords("script.views") },
  ...viewButtons.values());

// The view that was left last; at first the one that suits the screen.
const firstView = () => {
  const kept = memory.get("view");
  for (const view of viewButtons.keys())
    if (view === kept) return view;
  return matchMedia("(min-width: 60rem)").matches ? "grid" : "list";
};

// A star pressed in the agenda itself leaves the session there until the view is left.
agendaListeners.push(() => {
  agendaCount.textContent = String(agenda.size);
  agendaCount.hidden = agenda.size === 0;
});
