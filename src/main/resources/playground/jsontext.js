/** Where the parts of a JSON text stand in it. */

/**
 * A value in a text: from `start` to before `end`; a member of an object has its `key`, which starts at `from`.
 *
 * @typedef {object} Part
 * @property {number} start
 * @property {number} end
 * @property {number} from where it starts with its key
 * @property {string | number | null} key the name in an object, or the place in an array
 * @property {'object' | 'array' | 'scalar'} kind
 * @property {Part[]} parts
 */

const TOKEN = /\s*(?:([[\]{},:])|("(?:[^"\\]|\\.)*")|([^\s[\]{},:"]+))/gy;

/**
 * The outline of a text; null where it is not JSON. Keys keep the order of the text, whatever they look like.
 *
 * @param {string} text
 * @returns {Part | null}
 */
export function outline(text) {
  try {
    JSON.parse(text);
  } catch {
    return null;
  }
  /** @type {Part[]} */
  const open = [];
  /** @type {Part | null} */
  let root = null;
  /** @type {{key: string, from: number} | null} */
  let member = null;
  for (const token of text.matchAll(TOKEN)) {
    const end = token.index + token[0].length;
    const [, sign, string, scalar] = token;
    const start = end - (sign ?? string ?? scalar).length;
    const parent = open.at(-1);
    if (sign === ']' || sign === '}') {
      /** @type {Part} */ (open.pop()).end = end;
    } else if (string !== undefined && parent?.kind === 'object' && !member) {
      member = {key: JSON.parse(string), from: start};
    } else if (sign !== ',' && sign !== ':') {
      const key = member ? member.key : parent ? parent.parts.length : null;
      /** @type {Part} */
      const part = {start, end, from: member ? member.from : start, key, kind: 'scalar', parts: []};
      parent?.parts.push(part);
      root ??= part;
      member = null;
      if (sign) {
        part.kind = sign === '{' ? 'object' : 'array';
        open.push(part);
      }
    }
  }
  return root;
}

/**
 * The part of that key.
 *
 * @param {Part | null | undefined} part
 * @param {string | number} key
 * @returns {Part | undefined}
 */
export function child(part, key) {
  return part?.parts.find(each => each.key === key);
}

/**
 * The part at a JSON Pointer, or the nearest around it.
 *
 * @param {Part} root
 * @param {string} pointer
 * @returns {Part}
 */
export function at(root, pointer) {
  let part = root;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = part.parts.find(each => String(each.key) === name);
    if (!next) {
      return part;
    }
    part = next;
  }
  return part;
}

/**
 * An object's text without some of its members, and with others at its end. What stays keeps its place.
 *
 * @param {string} text
 * @param {(key: string) => boolean} dropped
 * @param {string} [added] such as `"a": 1`
 * @returns {string} the text as it is where it is no object
 */
export function edited(text, dropped, added = '') {
  const root = outline(text);
  if (root?.kind !== 'object') {
    return text;
  }
  const kept = root.parts.filter(part => !dropped(String(part.key)));
  let result = text;
  for (const part of root.parts.filter(each => !kept.includes(each))) {
    const last = root.parts.indexOf(part) > root.parts.indexOf(/** @type {Part} */ (kept.at(-1)));
    const [start, end] = last ? [comma(text, part.from, -1), part.end] : [part.from, comma(text, part.end, 1)];
    result = result.slice(0, start) + result.slice(start, end).replaceAll(/\S/g, ' ') + result.slice(end);
  }
  const close = root.end - 1;
  const glue = kept.length > 0 && added ? ', ' : '';
  return result.slice(0, close) + glue + added + result.slice(close);
}

/**
 * Where a cut has to reach so that it takes the next comma on that side along.
 *
 * @param {string} text
 * @param {number} place
 * @param {1 | -1} way
 */
function comma(text, place, way) {
  let near = way > 0 ? place : place - 1;
  while (/\s/.test(text[near] ?? '')) {
    near += way;
  }
  return text[near] === ',' ? (way > 0 ? near + 1 : near) : place;
}
