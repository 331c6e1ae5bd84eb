// SPDX-License-Identifier: GPL-3.0-or-later

// Marks what runs now and what comes next, and leads there.

const nowButton = buttonOf("now", () => {
  const shown = sessions.filter(session => !session.card.hidden);
  const target = shown.find(session => session.phase === "now")
    || shown.find(session => session.phase === "next");
  if (!target) {
    say(inWords("script.now.nothing"));
    return;
  }
  const node = shownAs(target);
  leadTo(node, target.day, { block: "center", inline: "center" });
  (node === target.cell ? within(node, "a") : node).focus({ preventScroll: true });
}, inWords("script.now"));
nowButton.hidden = true;

/**
 * @param {HTMLElement} node a card or a cell
 * @param {Phase} phase
 */
const badgeOf = (node, phase) => {
  const old = node.querySelector(".phase");
  if (old) old.remove();
  if (phase !== "now" && phase !== "next") return;
  const badge = make("span", { class: "badge phase " + phase },
    inWords(phase === "now" ? "script.now" : "script.next"));
  const heading = node.querySelector("h4");
  if (heading) heading.prepend(badge, " ");
  else within(node, ".name").before(badge);
};

/**
 * @param {Session} session
 * @param {Phase} phase
 */
const showPhase = (session, phase) => {
  if (session.phase !== phase) {
    session.card.classList.toggle("is-past", phase === "past");
    session.card.classList.toggle("is-now", phase === "now");
    badgeOf(session.card, phase);
    session.phase = phase;
  }
  if (session.cell && session.cellPhase !== phase) {
    session.cell.classList.toggle("is-now", phase === "now");
    badgeOf(session.cell, phase);
    session.cellPhase = phase;
  }
};

/**
 * The line through a day's timetable.
 *
 * @param {Timetable} timetable
 * @param {Instant} now
 */
const showNowLine = ({ nowLine, from, to }, now) => {
  nowLine.hidden = now < from || now >= to;
  if (!nowLine.hidden) nowLine.style.setProperty("--now", String((now - from) / (to - from)));
};

const showNow = () => {
  const now = Date.now() / 1000;
  const isOn = isOnAt(sessions, now);
  const next = nextStart(sessions, now);
  for (const session of sessions) showPhase(session, isOn ? phaseOf(session, now, next) : "");
  nowButton.hidden = !isOn;
  const today = isoDate(now, data.zone);
  for (const day of days) {
    if (day.link) day.link.classList.toggle("is-today", day.date === today);
    if (day.timetable) showNowLine(day.timetable, now);
  }
};
