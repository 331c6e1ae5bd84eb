// SPDX-License-Identifier: GPL-3.0-or-later

// Elements, the device's memory, the sessions, and what is said aloud. Text only ever becomes text.

// The page as it came, before anything is added: what a copy of it is made of.
const asItCame = document.documentElement.outerHTML;

const byId = id => document.getElementById(id);

// Attributes go through setAttribute; "on" holds listeners.
const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "on") {
      for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
};

const unseen = text => make("span", { class: "unseen" }, text);

const data = JSON.parse(byId("data").textContent);

// A device may refuse to remember (private windows, full disks): the page then works without.
const memory = {
  key: name => "programme:" + data.meeting + ":" + name,
  get(name) {
    try { return JSON.parse(localStorage.getItem(this.key(name))); } catch (refused) { return null; }
  },
  set(name, value) {
    try {
      localStorage.setItem(this.key(name), JSON.stringify(value));
      return true;
    } catch (refused) { return false; }
  },
};

const sessions = data.sessions.map(session => {
  const card = byId(session.anchor);
  const title = card.querySelector(".title");
  return Object.assign(session, {
    card,
    title: title.textContent.replace(/\s+/g, " ").trim(),
    picked: [],
    cell: null,
  });
});
const sessionById = new Map(sessions.map(session => [session.id, session]));
const sessionByAnchor = new Map(sessions.map(session => [session.anchor, session]));
const roomById = new Map(data.rooms.map(room => [room.id, room]));
const days = data.days.map(day => Object.assign(day, {
  section: byId(day.anchor),
  link: document.querySelector('nav.days a[href="#' + day.anchor + '"]'),
  sessions: day.sessions.map(index => sessions[index]),
}));
for (const day of days)
  for (const session of day.sessions) session.day = day;

const state = {
  view: "list",
  clock: "venue",
  words: [],
  only: null,
  chosen: { kinds: new Set(), themes: new Set(), rooms: new Set(), languages: new Set() },
};

const voice = make("p", { role: "status", class: "voice" });
let silence = 0;
// Says a sentence to screen readers and shows it for a while; an action may be taken back.
const say = (sentence, undo) => {
  voice.replaceChildren(sentence);
  if (undo) {
    voice.append(" ", make("button", {
      type: "button",
      on: {
        click: () => {
          undo();
          say("Taken back.");
        }
      }
    }, "Undo"));
  }
  voice.classList.add("is-shown");
  clearTimeout(silence);
  silence = setTimeout(() => voice.classList.remove("is-shown"), undo ? 12000 : 5000);
};
