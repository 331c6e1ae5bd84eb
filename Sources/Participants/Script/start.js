// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the parts on the page and begins.

const viewButtons = new Map();
const agendaCount = make("span", { class: "count", hidden: true });

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

const chooseView = view => {
  setView(view);
  memory.set("view", view);
  const top = byId("programme").getBoundingClientRect().top + scrollY;
  if (scrollY > top) scrollTo({ top: Math.max(0, top - 120) });
};

const views = make("nav", { class: "views", "aria-label": "Views" });
for (const [name, words] of [
    ["grid", "Timetable"],
    ["list", "List"],
    ["agenda", "My agenda"]
  ]) {
  const button = make("button", {
    type: "button",
    "aria-pressed": "false",
    on: { click: () => chooseView(name) },
  }, words, name === "agenda" ? agendaCount : null);
  viewButtons.set(name, button);
  views.append(button);
}
agendaListeners.push(() => {
  agendaCount.textContent = String(agenda.size);
  agendaCount.hidden = agenda.size === 0;
  // A star pressed in the agenda itself leaves the session there until the view is left.
});

// The day at the top of the screen is marked in the bar.
const watchDays = () => {
  if (!("IntersectionObserver" in window)) return;
  const seen = new Set();
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) seen.add(entry.target.id);
      else seen.delete(entry.target.id);
    }
    const current = days.find(day => seen.has(day.anchor));
    for (const day of days) {
      if (!day.link) continue;
      if (day === current) day.link.setAttribute("aria-current", "true");
      else day.link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-130px 0px -60% 0px" });
  for (const day of days) observer.observe(day.section);
};

document.documentElement.classList.add("has-script");
addControls();
byId("views").append(views);
document.querySelector("nav.days").append(nowButton);
byId("notices").before(agendaBar);
for (const day of days) {
  day.section.append(make("p", { class: "none filtered" }, "Nothing here of what you look for."));
}
for (const session of sessions) session.card.append(pickButton(session));
// A phone may drop a page that it shows: a copy opens without a network at any time.
document.querySelector("footer").append(make("p", { class: "actions" }, make("button", {
  type: "button",
  class: "button",
  on: {
    click: () => {
      saveFile("<!DOCTYPE html>\n" + asItCame, "text/html", fileName(data.meeting) + ".html");
      say("Copy of the page saved: it opens without a network.");
    }
  },
}, "Save this page")));
document.body.append(voice, sheet);

readAgenda();
for (const act of agendaListeners) act();
showPicks();
const keptClock = memory.get("clock");
setClock(zoneOf[keptClock] ? keptClock : "venue");
clockChoice.value = state.clock;
const keptView = memory.get("view");
const isWide = matchMedia("(min-width: 60rem)").matches;
setView(viewButtons.has(keptView) ? keptView : isWide ? "grid" : "list");
showNow();
setInterval(showNow, 30000);
watchDays();
followAddress(true);
addEventListener("storage", event => {
  if (event.key !== memory.key("agenda")) return;
  readAgenda();
  for (const act of agendaListeners) act();
  showPicks();
  refresh();
});
