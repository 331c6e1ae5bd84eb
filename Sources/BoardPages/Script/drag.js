// SPDX-License-Identifier: GPL-3.0-or-later

// Dragging with a mouse or a pen. A finger scrolls: taps lift and drop.

import { make } from "./elements.js";
import { showAim } from "./grid.js";
import { drop, lift, putBack } from "./lift.js";
import { byKey, priceText } from "./places.js";
import { mayEdit, roomName, sessionOf, state } from "./store.js";
import { verdictText, placeText } from "./words.js";

const threshold = 6;

/** @type {{ id: string, x: number, y: number, ghost: HTMLElement | null } | null} */
let drag = null;
let isOver = false;

/** @param {PointerEvent} event */
const placeUnder = event => {
  const boxes = document.elementsFromPoint(event.clientX, event.clientY);
  const box = /** @type {HTMLElement | undefined} */ (boxes.find(node => node.matches(".place")));
  return box && state.lift ? byKey(state.lift.places).get(box.dataset.place || "") : undefined;
};

/** @param {PointerEvent} event */
const down = event => {
  const box = event.target instanceof Element
    ? /** @type {HTMLElement | null} */ (event.target.closest(".session")) : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!box || !isPlain || event.pointerType === "touch" || !mayEdit()) return;
  drag = { id: box.dataset.session || "", x: event.clientX, y: event.clientY, ghost: null };
};

/** @param {string} id */
const ghostOf = id => {
  const session = sessionOf(id);
  const ghost = make("div", { class: "ghost", "aria-hidden": "true" },
    make("b", {}, session ? session.title : id), make("span", {}));
  document.body.append(ghost);
  document.body.classList.add("is-dragging");
  return ghost;
};

/** @param {PointerEvent} event */
const follow = event => {
  if (!drag) return;
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < threshold) return;
    drag.ghost = ghostOf(drag.id);
    lift(drag.id);
  }
  event.preventDefault();
  drag.ghost.style.left = event.clientX + 14 + "px";
  drag.ghost.style.top = event.clientY + 14 + "px";
  const place = placeUnder(event);
  const words = /** @type {HTMLElement} */ (drag.ghost.lastElementChild);
  words.textContent = !state.lift ? "prices are on their way …"
    : place
    ? priceText(place) + " " + placeText(place, roomName) + ": " + verdictText(place)
    : "no place here";
  if (place) showAim(place);
};

const end = () => {
  if (drag && drag.ghost) {
    drag.ghost.remove();
    document.body.classList.remove("is-dragging");
    // The click that follows belongs to the drag.
    isOver = true;
    setTimeout(() => { isOver = false; }, 0);
  }
  drag = null;
};

/** @param {PointerEvent} event */
const up = event => {
  if (drag && drag.ghost) {
    const place = placeUnder(event);
    const isOut = event.target instanceof Element && event.target.closest("[data-take-out]");
    if (place) drop(place);
    else if (isOut) drop(null);
    else putBack();
  }
  end();
};

/** @param {MouseEvent} event */
const swallow = event => {
  if (!isOver) return;
  event.stopPropagation();
  event.preventDefault();
};

export const listenToDrags = () => {
  document.addEventListener("pointerdown", down);
  document.addEventListener("pointermove", follow);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", () => {
    if (drag && drag.ghost) putBack();
    end();
  });
  document.addEventListener("click", swallow, true);
};
