// SPDX-License-Identifier: GPL-3.0-or-later

// The day at the top of the screen is marked in the bar.

/** @param {Day | undefined} current */
const markDay = current => {
  for (const day of days) {
    if (!day.link) continue;
    if (day === current) day.link.setAttribute("aria-current", "true");
    else day.link.removeAttribute("aria-current");
  }
};

const watchDays = () => {
  if (!("IntersectionObserver" in window)) return;
  /** @type {Set<string>} */
  const seen = new Set();
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) seen.add(entry.target.id);
      else seen.delete(entry.target.id);
    }
    markDay(days.find(day => seen.has(day.anchor)));
  }, { rootMargin: "-130px 0px -60% 0px" });
  for (const day of days) observer.observe(day.section);
};
