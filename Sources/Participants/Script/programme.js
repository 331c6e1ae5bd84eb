// SPDX-License-Identifier: GPL-3.0-or-later

// The programme as the page brings it, what is looked for in it, and the device's memory.

/** @type {PageData} */
const data = JSON.parse(byId("data").textContent || "{}");

// A device may refuse to remember (private windows, full disks): the page then works without.
const memory = {
  /** @param {string} name */
  key: name => "programme:" + data.meeting + ":" + name,

  /**
   * @param {string} name
   * @returns {unknown}
   */
  get(name) {
    try {
      return JSON.parse(localStorage.getItem(this.key(name)) || "null");
    } catch (refused) {
      return null;
    }
  },

  /**
   * @param {string} name
   * @param {unknown} value
   */
  set(name, value) {
    try {
      localStorage.setItem(this.key(name), JSON.stringify(value));
      return true;
    } catch (refused) {
      return false;
    }
  },
};

/** @type {Session[]} */
const sessions = [];

const days = data.days.map(found => {
  /** @type {Day} */
  const day = {
    anchor: found.anchor,
    date: found.date,
    sessions: [],
    section: byId(found.anchor),
    link: document.querySelector('nav.days a[href="#' + found.anchor + '"]'),
    timetable: null,
  };
  for (const place of found.sessions) {
    const card = byId(data.sessions[place].anchor);
    const title = (within(card, ".title").textContent || "").replace(/\s+/g, " ").trim();
    sessions[place] = Object.assign(data.sessions[place], {
      card,
      title,
      day,
      picked: [],
      cell: null,
      phase: /** @type {Phase} */ (""),
      cellPhase: /** @type {Phase} */ (""),
    });
    day.sessions.push(sessions[place]);
  }
  return day;
});

const sessionById = new Map(sessions.map(session => [session.id, session]));
const sessionByAnchor = new Map(sessions.map(session => [session.anchor, session]));
const roomById = new Map(data.rooms.map(room => [room.id, room]));

// What people picked, shared and linked to before a session or a room got another id.
const presentId = new Map(
  sessions.flatMap(session => session.former.map(past => [past[0], session.id])),
);
/** @type {Map<string, string>} */
const presentRoom = new Map();
data.rooms.forEach(room => (room.former || []).forEach(id => presentRoom.set(id, room.id)));
sessions.forEach(session => {
  session.former.forEach(past => sessionByAnchor.set(past[1], session));
});

/**
 * A room's name; an id that no room has stands for itself.
 *
 * @param {string} id
 */
const roomName = id => {
  const room = roomById.get(id);
  return room ? room.name : id;
};

const state = {
  view: /** @type {View} */ ("list"),
  clock: /** @type {ClockChoice} */ ("venue"),
  words: /** @type {string[]} */ ([]),
  // The sessions of somebody's agenda, by id, while it is looked at.
  only: /** @type {Set<string> | null} */ (null),
  /** @type {Record<Choice, Set<string>>} */
  chosen: { kinds: new Set(), themes: new Set(), rooms: new Set(), languages: new Set() },
};
