// SPDX-License-Identifier: GPL-3.0-or-later

// The board's answers. Where none comes, the status is 0.

/**
 * @param {string} path
 * @param {RequestInit} options
 * @returns {Promise<{ status: number, data: any }>}
 */
const asked = async (path, options) => {
  try {
    const response = await fetch(path, { cache: "no-store", ...options });
    const isJSON = (response.headers.get("Content-Type") || "").includes("json");
    return { status: response.status, data: isJSON ? await response.json() : null };
  } catch (error) {
    return { status: 0, data: null };
  }
};

const editing = { "Content-Type": "application/json", "X-Board": "1" };

/** @param {string} path */
export const get = path => asked(path, {});

/**
 * @param {string} path
 * @param {string} body
 */
export const post = (path, body) => asked(path, { method: "POST", headers: editing, body });

/**
 * @param {string} path
 * @param {unknown} body
 */
export const postJSON = (path, body) => post(path, JSON.stringify(body));

/** @param {string} path */
export const remove = path => asked(path, { method: "DELETE", headers: editing });

/** @param {...(string | number)} parts */
export const draftPath = (...parts) => ["/api/drafts", ...parts.map(encodeURIComponent)].join("/");
