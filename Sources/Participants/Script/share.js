// SPDX-License-Identifier: GPL-3.0-or-later

// Links to a session and to an agenda. An agenda travels in the address behind the number sign,
// which no server sees.

const here = () => location.href.split("#")[0];

const linkField = make("input", { type: "text", readonly: true, id: "link", dir: "ltr" });
const linkBox = make("div", { class: "field link", hidden: true },
  make("label", { for: "link" }, "Link to copy"), linkField);

/**
 * Copies where the browser lets it, and shows the link to be copied by hand where not.
 *
 * @param {string} address
 * @param {HTMLElement} where
 */
const copy = async (address, where) => {
  try {
    await navigator.clipboard.writeText(address);
    say("Link copied.");
  } catch (refused) {
    where.append(linkBox);
    linkBox.hidden = false;
    linkField.value = address;
    linkField.focus();
    linkField.select();
    say("Copy the link from the field.");
  }
};

const agendaLink = () => here() + "#agenda=" + picks().map(
  session => encodeURIComponent(session.id)).join(",");

const shareAgenda = async () => {
  linkBox.hidden = false;
  agendaBar.append(linkBox);
  linkField.value = agendaLink();
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ title: data.name + ": my agenda", url: agendaLink() });
      return;
    } catch (refused) { /* The field is there. */ }
  }
  await copy(agendaLink(), agendaBar);
};

/** @param {string} fragment */
const sharedIn = fragment => {
  if (!fragment.startsWith("#agenda=")) return null;
  const ids = fragment.slice(8).split(",").map(part => {
    try { return decodeURIComponent(part); } catch (broken) { return ""; }
  });
  const present = ids.map(id => sessionById.has(id) ? id : presentId.get(id) || id);
  return [...new Set(present)].filter(id => sessionById.has(id));
};

/**
 * Somebody's agenda is offered, never put in place of one's own.
 *
 * @param {string[]} ids
 */
const offerShared = ids => {
  const notice = make("section", { class: "banner note shared", "aria-label": "Shared agenda" });
  const leave = () => {
    notice.remove();
    state.only = null;
    history.replaceState(null, "", here());
    refresh();
    byId("programme").focus({ preventScroll: true });
  };
  const add = () => {
    for (const id of ids) {
      const session = sessionById.get(id);
      if (session && !agenda.has(id)) agenda.set(id, [session.start, session.room]);
    }
    agendaChanged();
    leave();
    setView("agenda");
    const pairs = pairsThatClash().length;
    say("Added to your agenda." + (pairs ? " It has clashes: " + pairs + "." : ""));
  };
  /**
   * @param {string} words
   * @param {() => void} does
   * @param {boolean} [strong]
   */
  const act = (words, does, strong) => buttonOf(strong ? "button strong" : "button", does, words);
  const count = ids.length === 1 ? "1 session" : ids.length + " sessions";
  notice.append(make("p", {}, make("b", {}, "This link brings an agenda of " + count + ".")),
    ids.length ? make("div", { class: "actions" }, act("Add to my agenda", add, true),
      act("Close", leave)) : act("Close", leave));
  document.querySelectorAll(".shared").forEach(old => old.remove());
  byId("notices").append(notice);
  if (ids.length) state.only = new Set(ids);
  setView("list");
};
