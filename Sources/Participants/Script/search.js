// SPDX-License-Identifier: GPL-3.0-or-later

// The search field, what is filtered by, and how to take both back.

/** @type {HTMLInputElement} */
const search = make("input", {
  type: "search",
  id: "search",
  placeholder: inWords("script.search.hint"),
  autocomplete: "off",
  enterkeyhint: "search",
  on: {
    input: () => {
      state.words = wordsOf(search.value);
      refresh();
    }
  },
});

const filterCount = make("span", { class: "count", hidden: true });

const filterButton = buttonOf("plain", () => {
  panel.hidden = !panel.hidden;
  filterButton.setAttribute("aria-expanded", String(!panel.hidden));
}, inWords("script.filter"), filterCount);
filterButton.setAttribute("aria-expanded", "false");
filterButton.setAttribute("aria-controls", "filters");

const clearButton = buttonOf("plain clear", () => {
  clearFilters();
  search.focus();
}, inWords("script.filter.all"));
clearButton.hidden = true;

refreshListeners.push(() => {
  const count = chosenCount();
  filterCount.textContent = count ? String(count) : "";
  filterCount.hidden = count === 0;
  clearButton.hidden = !isFiltered();
  if (state.words.length === 0 && search.value.trim() !== "") search.value = "";
  showChosen();
});
