// SPDX-License-Identifier: GPL-3.0-or-later

// What runs now and what comes next, while the meeting lasts.

const nowButton = make("button", {
  type: "button",
  class: "now",
  hidden: true,
  on: {
    click: () => {
      const target = sessions.find(session => session.phase === "now" && !session.card.hidden)
        || sessions.find(session => session.phase === "next" && !session.card.hidden);
      if (!target) {
        say("Nothing of what is shown runs now or next.");
        return;
      }
      const node = state.view === "grid" ? target.cell : target.card;
      node.scrollIntoView({ block: "center", inline: "center" });
      (state.view === "grid" ? node.querySelector("a") : node).focus({ preventScroll: true });
    }
  }
}, "Now");

const badgeOf = (node, phase) => {
  let badge = node.querySelector(".phase");
  if (phase !== "now" && phase !== "next") {
    if (badge) badge.remove();
    return;
  }
  if (!badge) {
    badge = make("span", { class: "badge phase" });
    const heading = node.querySelector("h4");
    if (heading) heading.prepend(badge, " ");
    else node.querySelector(".name").before(badge);
  }
  badge.classList.toggle("now", phase === "now");
  badge.classList.toggle("next", phase === "next");
  badge.textContent = phase === "now" ? "Now" : "Next";
};

const showNow = () => {
  const now = Date.now() / 1000;
  const live = sessions.filter(session => !session.isCancelled);
  const begin = live.length ? Math.min(...live.map(session => session.start)) : 0;
  const end = live.length ? Math.max(...live.map(session => session.end)) : 0;
  const isOn = now >= begin - 12 * 3600 && now < end;
  const coming = live.filter(session => session.start > now);
  const next = isOn && coming.length ? coming[0].start : 0;
  for (const session of sessions) {
    const phase = !isOn || session.isCancelled ? "" : session.end <= now ? "past"
      : session.start <= now ? "now" : session.start === next ? "next" : "";
    if (session.phase !== phase) {
      session.card.classList.toggle("is-past", phase === "past");
      session.card.classList.toggle("is-now", phase === "now");
      badgeOf(session.card, phase);
    }
    if (session.cell && session.cellPhase !== phase) {
      session.cell.classList.toggle("is-now", phase === "now");
      badgeOf(session.cell, phase);
      session.cellPhase = phase;
    }
    session.phase = phase;
  }
  nowButton.hidden = !isOn;
  const today = isoDate(now, data.zone);
  for (const day of days) {
    if (day.link) day.link.classList.toggle("is-today", day.date === today);
    if (!day.nowLine) continue;
    const isHere = now >= day.from && now < day.to;
    day.nowLine.hidden = !isHere;
    if (isHere) {
      day.nowLine.style.setProperty("--now", String((now - day.from) / (day.to - day.from)));
    }
  }
};
