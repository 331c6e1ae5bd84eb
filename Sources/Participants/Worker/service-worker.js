// SPDX-License-Identifier: GPL-3.0-or-later

/* global edition */

// Keeps the programme's pages on the device, so that they open without a network.
//
// The line above these, which the publication writes, says of which edition they are. So another
// publication is another script: browsers see it when they look, and fetch its pages into a store
// of its own. The network comes first; a copy is shown where it does not answer, and the page says
// of which publication it is.

const worker = /** @type {ServiceWorkerGlobalScope} */ ( /** @type {unknown} */ (self));

// Another meeting may lie on the same host: stores are told apart by the folder they are of.
const family = "programme " + worker.registration.scope + " ";
const mark = edition.number + "-" + edition.instant;

// How long the network has before the copy is shown, in milliseconds.
const patience = 3000;

/** @param {string} page */
const addressOf = page => new URL(page, worker.registration.scope).href;

/**
 * A page as the host has it now, past what the browser keeps for a while.
 *
 * @param {string} page
 */
const textOf = async page => {
  const response = await fetch(addressOf(page), { cache: "no-cache" });
  if (!response.ok) throw new Error(page + ": " + response.status);
  return response.text();
};

/**
 * A host that is still being filled may give an older page than this script: then nothing is kept,
 * and the browser tries again later.
 *
 * @param {string} text
 */
const isOfEdition = text => text.includes('<meta name="publication" content="' + mark + '">');

// All of the edition or nothing.
const keep = async () => {
  const texts = await Promise.all(edition.pages.map(textOf));
  if (!isOfEdition(texts[0])) throw new Error("the page is not of publication " + mark);
  const store = await caches.open(family + mark);
  try {
    // Made anew, since what a host led elsewhere is no answer to a visit.
    await Promise.all(texts.map((text, place) => store.put(addressOf(edition.pages[place]),
      new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } }))));
  } catch (full) {
    await caches.delete(family + mark);
    throw full;
  }
};

const dropOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter(own => own.startsWith(family) && own !== family + mark)
    .map(own => caches.delete(own)));
};

/**
 * The page that a visit asks for; what is no page of ours goes its usual way.
 *
 * @param {Request} request
 */
const pageFor = ({ method, mode, url }) => {
  if (method !== "GET" || mode !== "navigate") return undefined;
  const { origin, pathname } = new URL(url);
  const asked = origin + pathname;
  if (asked === worker.registration.scope) return edition.pages[0];
  return edition.pages.find(page => addressOf(page) === asked);
};

/** @param {number} milliseconds */
const after = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/**
 * @param {Request} request
 * @param {string} page
 * @returns {Promise<Response>}
 */
const answer = async (request, page) => {
  const news = fetch(request.url, { cache: "no-cache", redirect: "manual" });
  const copy = await caches.match(addressOf(page), { cacheName: family + mark });
  if (!copy) return news;
  // A host that is out of order is no news.
  const sound = news.then(response => response.status < 500 ? response : copy);
  return Promise.race([sound, after(patience).then(() => copy)]).catch(() => copy);
};

worker.addEventListener("install", event => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", event => {
  event.waitUntil(dropOthers().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", event => {
  const page = pageFor(event.request);
  if (page) event.respondWith(answer(event.request, page));
});

// The page asks which edition the newest script is of.
worker.addEventListener("message", event => {
  const [port] = event.ports;
  if (port) port.postMessage({ number: edition.number, instant: edition.instant });
});
