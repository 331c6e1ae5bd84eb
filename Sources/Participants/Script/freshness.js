// SPDX-License-Identifier: GPL-3.0-or-later

// Whether this device keeps the programme, and whether what is shown is the newest.
//
// Where the page is served together with its worker, the worker keeps it for when there is no
// network, and a look at the worker's file tells which publication is the newest. A page is never
// older than the newest without saying so: what could not be looked up is said too.

/** How long a look may take before the reader is told that it goes on, in milliseconds. */
const lookLimit = 3000;
const lookEvery = 600000;

/** @type {HTMLElement | null} */
let freshNotice = null;
let saidLast = "";

/**
 * One notice at a time; none where there is nothing to say.
 *
 * @param {string} words
 * @param {[string, () => void][]} acts
 */
const tellFresh = (words, acts) => {
  // What a reader closed is not said again.
  if (words === saidLast) return;
  saidLast = words;
  if (freshNotice) freshNotice.remove();
  freshNotice = words ? tell("fresh", inWords("script.fresh"), words, acts) : null;
};

/**
 * What is said of the publication that is shown.
 *
 * @param {string} key
 */
const ofThis = key => {
  const values = { number: String(data.number), moment: momentText(data.stamp, zone()) };
  return inWords(key, { edition: inWords("script.fresh.edition", values) });
};

const tellUnknown = () => tellFresh(ofThis("script.fresh.unknown"), [
  [inWords("script.close"), () => {}],
]);

/** @param {Edition} newest */
const tellFound = newest => {
  if (!isNewer(newest, { number: data.number, instant: data.stamp })) tellFresh("", []);
  else tellFresh(ofThis("script.fresh.newer"), [
    [inWords("script.fresh.show"), () => location.reload()],
  ]);
};

/**
 * The edition that a worker is of; none where it does not answer.
 *
 * @param {ServiceWorker | null} worker
 * @returns {Promise<Edition | null>}
 */
const editionOf = worker => new Promise(done => {
  if (!worker) {
    done(null);
    return;
  }
  const channel = new MessageChannel();
  setTimeout(() => done(null), lookLimit);
  channel.port1.onmessage = event => done(event.data);
  worker.postMessage("edition", [channel.port2]);
});

/**
 * Whether the last worker that was found could not keep its pages: the host is still being filled.
 * Browsers do not always say so to the look that found it.
 */
let isHalfOut = false;

/** @param {ServiceWorkerRegistration} registration */
const watchFound = registration => registration.addEventListener("updatefound", () => {
  const found = registration.installing;
  if (!found) return;
  let hasKept = false;
  found.addEventListener("statechange", () => {
    if (found.state === "activated") hasKept = true;
    // What kept its pages gives way later to the next.
    isHalfOut = found.state === "redundant" && !hasKept && registration.active !== null;
  });
});

/**
 * The worker that tells which publication is the newest: one that was found, as soon as it keeps
 * its pages; none where it could not.
 *
 * @param {ServiceWorker | null} found
 * @param {ServiceWorker | null} active
 * @returns {Promise<ServiceWorker | null>}
 */
const settled = (found, active) => new Promise(done => {
  // On a first visit it is the page's own.
  if (!found || !active) {
    done(isHalfOut ? null : found || active);
    return;
  }
  const note = () => {
    if (found.state === "activated") done(found);
    else if (found.state === "redundant") done(null);
  };
  found.addEventListener("statechange", note);
  note();
});

/** @param {ServiceWorkerRegistration} registration */
const lookUp = async registration => {
  const slow = setTimeout(
    () => tellFresh(ofThis("script.fresh.looking"), []), lookLimit);
  try {
    await registration.update();
    const { installing, waiting, active } = registration;
    const newest = await editionOf(await settled(installing || waiting, active));
    if (newest) tellFound(newest);
    else tellUnknown();
  } catch (unreached) {
    tellUnknown();
  }
  clearTimeout(slow);
};

/** @type {Promise<void>} */
let lastLook = Promise.resolve();

/**
 * One look after another: what is asked for during one may have come out since it began.
 *
 * @param {ServiceWorkerRegistration} registration
 */
const look = registration => { lastLook = lastLook.then(() => lookUp(registration)); };

const holds = make("p", { class: "holds" });

/** A copy in a file, and a page without its worker, hold what they came with. */
const tellFile = () => {
  const address = make("a", { href: data.address, dir: "ltr" }, data.address);
  holds.replaceChildren(inWords("script.fresh.file"), " ",
    ...(data.address ? phrase("script.fresh.in-force", { address }) : []));
};

const watchFreshness = async () => {
  within(document, "footer").append(holds);
  const isServed = location.protocol.startsWith("http");
  if (!isServed) tellFile();
  if (!isServed || !data.worker || !navigator.serviceWorker) return;
  try {
    const registration = await navigator.serviceWorker.register(data.worker, { scope: "./" });
    const lookAgain = () => {
      if (!document.hidden) look(registration);
    };
    addEventListener("online", lookAgain);
    document.addEventListener("visibilitychange", lookAgain);
    navigator.serviceWorker.addEventListener("controllerchange", lookAgain);
    watchFound(registration);
    setInterval(lookAgain, lookEvery);
    look(registration);
    await navigator.serviceWorker.ready;
    holds.replaceChildren(inWords("script.fresh.kept"));
  } catch (refused) { /* A device that keeps nothing: the page says only what holds then. */ }
};
