// SPDX-License-Identifier: GPL-3.0-or-later

// The sessions picked on this device, each with the time and room it had when it was picked.

/**
 * By the session's id.
 *
 * @type {Map<string, Picked>}
 */
const agenda = new Map();

const readAgenda = () => {
  agenda.clear();
  for (const [id, place] of Object.entries(memory.get("agenda") || {})) {
    if (!Array.isArray(place)) continue;
    const room = String(place[1]);
    agenda.set(presentId.get(id) || id, [Number(place[0]), presentRoom.get(room) || room]);
  }
};

let hasWarned = false;
const keepAgenda = () => {
  if (memory.set("agenda", Object.fromEntries(agenda)) || hasWarned) return;
  hasWarned = true;
  say(inWords("script.agenda.not-kept"));
};

const picks = () => sessions.filter(session => agenda.has(session.id));

/** @param {Session} session */
const clashesOf = session => picks().filter(other => overlaps(session, other));

/**
 * "“Opening” (Mon 9 Oct, 09:30–10:30)"
 *
 * @param {Session} session
 */
const nameOf = session => inWords("script.session.named", {
  title: session.title,
  when: stayText(session, zone()),
});

const star = () => {
  const name = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(name, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(name, "path");
  path.setAttribute("d", "M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1-4.5-4.2 "
    + "6.1-.8z");
  svg.append(path);
  return svg;
};

const showPicks = () => {
  for (const session of sessions) {
    const isPicked = agenda.has(session.id);
    for (const button of session.picked) button.setAttribute("aria-pressed", String(isPicked));
    session.card.classList.toggle("is-picked", isPicked);
    if (session.cell) session.cell.classList.toggle("is-picked", isPicked);
    const clashes = isPicked ? clashesOf(session) : [];
    let note = session.card.querySelector(".clash");
    if (!clashes.length && note) note.remove();
    if (!clashes.length) continue;
    if (!note) {
      note = make("p", { class: "clash" });
      within(session.card, ".facts").after(note);
    }
    note.replaceChildren(...phrase("script.clash.with", {
      clash: make("b", {}, inWords("script.clash.word")),
      sessions: make("bdi", {}, listed(clashes.map(nameOf))),
    }));
  }
};

/** @type {(() => void)[]} */
const agendaListeners = [];
const agendaChanged = () => {
  keepAgenda();
  showPicks();
  for (const act of agendaListeners) act();
};

/** @param {Session} session */
const toggle = session => {
  const place = agenda.get(session.id);
  if (place) {
    agenda.delete(session.id);
    agendaChanged();
    say(inWords("script.agenda.removed", { title: session.title }), () => {
      agenda.set(session.id, place);
      agendaChanged();
    });
    return;
  }
  agenda.set(session.id, [session.start, session.room]);
  agendaChanged();
  const clashes = clashesOf(session);
  say(inWords(clashes.length ? "script.agenda.added-clash" : "script.agenda.added", {
    title: session.title,
    sessions: listed(clashes.map(nameOf)),
  }));
};

/**
 * @param {Session} session
 * @param {string} [words]
 */
const pickButton = (session, words) => {
  const button = make("button", {
    type: "button",
    class: words ? "button pick" : "pick",
    "aria-pressed": "false",
    on: { click: () => toggle(session) },
  }, star(), words || unseen(inWords("script.agenda.pick", { title: session.title })));
  session.picked.push(button);
  return button;
};
