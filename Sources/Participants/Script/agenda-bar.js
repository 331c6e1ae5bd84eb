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
      items.push(make("li", {}, make("bdi", {}, id), " is no longer in the programme"));
    } else if (session.isCancelled) {
      items.push(make("li", {}, linkTo(session), " is cancelled"));
    } else if (session.start !== start || session.room !== room) {
      const was = [];
      if (session.start !== start) was.push(momentText(start, zone()));
      if (session.room !== room) was.push(roomName(room));
      items.push(make("li", {}, linkTo(session), " is now " + momentText(session.start, zone())
        + ", " + roomName(session.room) + "; was ",
        make("s", {}, was.join(", "))));
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
      make("b", {}, "Changed since you picked it"), make("ul", {}, ...became),
      moved ? make("button", { type: "button", class: "plain", on: { click: acceptChanges } },
        "I have seen it") : null));
  }
  const pairs = pairsThatClash();
  if (pairs.length) {
    agendaNotes.append(make("div", { class: "banner draft clashes" },
      make("b", {}, pairs.length === 1 ? "1 clash" : pairs.length + " clashes"),
      make("ul", {}, ...pairs.map(([one, other]) => make("li", {}, linkTo(one), " and ",
        linkTo(other), " overlap on " + momentText(Math.max(one.start, other.start), zone())
        + "–" + clockText(Math.min(one.end, other.end), zone()))))));
  }
  if (agenda.size === 0) {
    agendaNotes.append(make("p", { class: "nothing" },
      "Nothing picked yet. Press the star beside a session to have it here."));
  }
};

const clearAgenda = () => {
  const before = new Map(agenda);
  agenda.clear();
  agendaChanged();
  refresh();
  say("Your agenda is empty.", () => {
    for (const [id, place] of before) agenda.set(id, place);
    agendaChanged();
    refresh();
  });
};

const agendaBar = make("section", { class: "agenda-bar", "aria-label": "My agenda" },
  make("div", { class: "actions" },
    make("button", {
      type: "button",
      class: "button strong",
      on: {
        click: () => download(picks(), fileName("agenda-" + data.meeting)),
      }
    }, "Add to my calendar", make("small", {}, " .ics")),
    make("button", { type: "button", class: "button", on: { click: () => shareAgenda() } },
      "Share"),
    make("button", { type: "button", class: "button", on: { click: () => print() } }, "Print"),
    make("button", { type: "button", class: "button", on: { click: clearAgenda } }, "Empty")),
  make("p", { class: "copies" }, phrases.isCopy), followBox, agendaNotes);
agendaListeners.push(showAgendaNotes);
agendaListeners.push(() => {
  for (const part of [".actions", ".copies"]) within(agendaBar, part).hidden = agenda.size === 0;
  showFollowBox();
});
clockListeners.push(() => {
  showAgendaNotes();
  showPicks();
});
