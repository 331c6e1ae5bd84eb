// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the parts on the page and begins.

// A phone may drop a page that it shows: a copy opens without a network at any time.
const savePage = () => {
  saveFile("<!DOCTYPE html>\n" + asItCame, "text/html", fileName(data.meeting) + ".html");
  say(inWords("script.saved"));
};

const addParts = () => {
  document.documentElement.classList.add("has-script");
  addControls();
  byId("views").append(nowButton, views);
  byId("notices").before(agendaBar);
  byId("notices").append(tellings);
  for (const day of days) {
    day.section.append(make("p", { class: "none filtered" }, inWords("script.filter.nothing")));
  }
  for (const session of sessions) session.card.append(pickButton(session));
  within(document, "footer").append(make("p", { class: "actions" },
    buttonOf("button", savePage, inWords("script.save"))));
  document.body.append(voice, sheet);
};

const takeAgenda = () => {
  readAgenda();
  for (const act of agendaListeners) act();
  showPicks();
};

addParts();
takeAgenda();
const keptClock = memory.get("clock");
setClock(isClock(keptClock) ? keptClock : "venue");
clockChoice.value = state.clock;
setView(firstView());
showNow();
setInterval(showNow, 30000);
offerOwnClock();
tellChanges();
watchFreshness();
watchDays();
// Going back or loading again stays where the reader was.
const [arrival] = performance.getEntriesByType("navigation");
const isNew = !(arrival instanceof PerformanceNavigationTiming) || arrival.type === "navigate";
if (isNew && !location.hash) openAtToday(Date.now() / 1000);
followAddress(true);
// The agenda of another window on this device.
addEventListener("storage", event => {
  if (event.key !== memory.key("agenda")) return;
  takeAgenda();
  refresh();
});
