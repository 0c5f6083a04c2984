/** Elements of the page, made without any markup: text is text. */

/**
 * Makes an element. An attribute that is a function listens, `true` is an attribute without a value, and `false`,
 * `null` and `undefined` leave it out.
 *
 * @param {string} name
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {any} the element
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(key, value);
    } else if (value === true) {
      made.setAttribute(key, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, String(value));
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/**
 * The element of the page with that id.
 *
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`no element ${id}`);
  }
  return found;
}

/**
 * A name that keeps the direction of its text to itself.
 *
 * @param {string} name
 * @returns {HTMLElement}
 */
export function nameOf(name) {
  return element('bdi', {class: 'name'}, visible(name));
}

/**
 * A name as it is shown: what would not be seen, or would be obeyed, is spelt out.
 *
 * @param {string} name
 * @param {number} [most] the most characters
 */
export function visible(name, most = 80) {
  const shown = [...name].map(sign => (/[\p{C}\p{Zl}\p{Zp}]/u.test(sign) ? escaped(sign) : sign));
  return shown.length > most ? `${shown.slice(0, most).join('')}…` : shown.join('');
}

/** @param {string} sign */
function escaped(sign) {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
