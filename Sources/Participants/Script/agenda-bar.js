// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with an agenda, what clashes in it, and what became of its sessions since.

const agendaNotes = make("div", { class: "agenda-notes" });

const pairsThatClash = () => {
  const chosen = picks();
  /** @type {[Session, Session][]} */
  const pairs = [];
  chosen.forEach((one, index) => chosen.slice(index + 1).forEach(other => {
    if (overlaps(one, other)) pairs.push([one, other]);
  }));
  return pairs;
};

/** @param {Session} session */
const linkTo = session => make("a", { href: "#" + session.anchor, dir: "auto" }, session.title);

// What is otherwise than when it was picked; noted as seen by the button.
const whatBecame = () => {
  const items = [];
  for (const [id, [start, room]] of agenda) {
    const session = sessionById.get(id);
    if (!session) {
      items.push(make("li", {}, ...phrase("script.agenda.gone", {
        session: make("bdi", {}, id),
      })));
    } else if (session.isCancelled) {
      items.push(make("li", {}, ...phrase("script.agenda.cancelled", {
        session: linkTo(session),
      })));
    } else if (session.start !== start || session.room !== room) {
      const was = [];
      if (session.start !== start) was.push(momentText(start, zone()));
      if (session.room !== room) was.push(roomName(room));
      const now = listed([momentText(session.start, zone()), roomName(session.room)]);
      items.push(make("li", {}, ...phrase("script.agenda.moved", {
        session: linkTo(session),
        now,
        was: make("s", {}, listed(was)),
      })));
    }
  }
  return items;
};

const acceptChanges = () => {
  for (const id of [...agenda.keys()]) {
    const session = sessionById.get(id);
    if (session) agenda.set(id, [session.start, session.room]);
    else agenda.delete(id);
  }
  agendaChanged();
  refresh();
};

const showAgendaNotes = () => {
  agendaNotes.replaceChildren();
  const became = whatBecame();
  const moved = became.length > 0 && [...agenda].some(([id, [start, room]]) => {
    const session = sessionById.get(id);
    return !session || session.start !== start || session.room !== room;
  });
  if (became.length) {
    agendaNotes.append(make("div", { class: "banner broken" },
      make("b", {}, inWords("script.agenda.changed")), make("ul", {}, ...became),
      moved ? make("button", { type: "button", class: "plain", on: { click: acceptChanges } },
        inWords("script.agenda.seen")) : null));
  }
  const pairs = pairsThatClash();
  if (pairs.length) {
    agendaNotes.append(make("div", { class: "banner draft clashes" },
      make("b", {}, counted("script.clashes", pairs.length)),
      make("ul", {}, ...pairs.map(([one, other]) => make("li", {}, ...phrase(
        "script.clash.pair", {
          one: linkTo(one),
          other: linkTo(other),
          when: stayText({
            start: Math.max(one.start, other.start),
            end: Math.min(one.end, other.end),
          }, zone()),
        }))))));
  }
  if (agenda.size === 0) {
    agendaNotes.append(make("p", { class: "nothing" },
      inWords("script.agenda.none")));
  }
};

const clearAgenda = () => {
  const before = new Map(agenda);
  agenda.clear();
  agendaChanged();
  refresh();
  say(inWords("script.agenda.emptied"), () => {
    for (const [id, place] of before) agenda.set(id, place);
    agendaChanged();
    refresh();
  });
};

const agendaBar = make("section", { class: "agenda-bar", "aria-label": inWords("script.agenda") },
  make("div", { class: "actions" },
    make("button", {
      type: "button",
      class: "button strong",
      on: {
        click: () => download(picks(), fileName("agenda-" + data.meeting)),
      }
    }, inWords("script.agenda.export"), make("small", {}, " .ics")),
    make("button", { type: "button", class: "button", on: { click: () => shareAgenda() } },
      inWords("script.agenda.share")),
    buttonOf("button", () => print(), inWords("script.agenda.print")),
    buttonOf("button", clearAgenda, inWords("script.agenda.empty"))),
  make("p", { class: "copies" }, inWords("script.follow.copy")), followBox, agendaNotes);
agendaListeners.push(showAgendaNotes);
agendaListeners.push(() => {
  for (const part of [".actions", ".copies"]) within(agendaBar, part).hidden = agenda.size === 0;
  showFollowBox();
});
clockListeners.push(() => {
  showAgendaNotes();
  showPicks();
});
