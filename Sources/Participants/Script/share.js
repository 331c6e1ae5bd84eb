// SPDX-License-Identifier: GPL-3.0-or-later

// Links to a session and to an agenda. An agenda travels in the address behind the number sign,
// which no server sees.

const here = () => location.href.split("#")[0];

const linkField = make("input", { type: "text", readonly: true, id: "link", dir: "ltr" });
const linkBox = make("div", { class: "field link", hidden: true },
  make("label", { for: "link" }, inWords("script.link.copy")), linkField);

/**
 * Copies where the browser lets it, and shows the link to be copied by hand where not.
 *
 * @param {string} address
 * @param {HTMLElement} where
 */
const copy = async (address, where) => {
  try {
    await navigator.clipboard.writeText(address);
    say(inWords("script.link.copied"));
  } catch (refused) {
    where.append(linkBox);
    linkBox.hidden = false;
    linkField.value = address;
    linkField.focus();
    linkField.select();
    say(inWords("script.link.by-hand"));
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
      const title = inWords("script.share.title", { meeting: data.name });
      await navigator.share({ title, url: agendaLink() });
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
  const notice = make("section", {
    class: "banner note shared",
    "aria-label": inWords("script.shared"),
  });
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
    say(inWords(pairs ? "script.shared.added-clashes" : "script.shared.added", {
      count: String(pairs),
    }));
  };
  /**
   * @param {string} words
   * @param {() => void} does
   * @param {boolean} [strong]
   */
  const act = (words, does, strong) => buttonOf(strong ? "button strong" : "button", does, words);
  const close = act(inWords("script.close"), leave);
  notice.append(make("p", {}, make("b", {}, counted("script.shared.brings", ids.length))),
    ids.length ? make("div", { class: "actions" }, act(inWords("script.shared.add"), add, true),
      close) : close);
  document.querySelectorAll(".shared").forEach(old => old.remove());
  byId("notices").append(notice);
  if (ids.length) state.only = new Set(ids);
  setView("list");
};
