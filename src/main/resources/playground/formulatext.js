/** What a formula's text says before anybody computes it: which of its names need a value. */

const TOKEN = /\s*(?:(#[^\n]*)|("[^"\n]*"|'[^'\n]*')|(\n)|([\p{L}_][\p{L}\p{M}\p{N}_]*)|([\d.]+(?:[eE][+-]?\d+)?)|([^\s]))/gu;
const KNOWN = new Set(['pi', 'true', 'false', 'null']);

/**
 * The names that no statement of the formula makes, in the order in which they come.
 *
 * @param {string} formula
 * @returns {string[]}
 */
export function freeNames(formula) {
  const tokens = tokenise(formula);
  /** @type {Set<string>} */
  const made = new Set();
  /** @type {Set<string>} */
  const free = new Set();
  let depth = 0;
  let target = '';
  tokens.forEach((token, place) => {
    const next = tokens[place + 1] ?? '';
    if (token === '(' || token === '[') {
      depth++;
    } else if (token === ')' || token === ']') {
      depth--;
    } else if (token === ';') {
      made.add(target);
      target = '';
      depth = 0;
    } else if (isName(token)) {
      if (next === '=' && depth === 0) {
        target = token;
      } else if (next !== '(' && next !== '=' && !isAttribute(tokens, place, depth) && !KNOWN.has(token)) {
        if (!made.has(token)) {
          free.add(token);
        }
      }
    }
  });
  return [...free];
}

/**
 * Tokens without spaces and comments; a new line outside of brackets ends a statement.
 *
 * @param {string} formula
 */
function tokenise(formula) {
  /** @type {string[]} */
  const tokens = [];
  let depth = 0;
  for (const line of formula.split('\n')) {
    for (const [, comment, string, , name, number, sign] of line.matchAll(TOKEN)) {
      if (comment === undefined) {
        tokens.push(string ?? name ?? number ?? sign);
        depth += '(['.includes(sign ?? ' ') ? 1 : ')]'.includes(sign ?? ' ') ? -1 : 0;
      }
    }
    if (depth <= 0) {
      tokens.push(';');
    }
  }
  return tokens;
}

/** @param {string} token */
function isName(token) {
  return /^[\p{L}_]/u.test(token);
}

/**
 * Whether a word is the value of an attribute, as in `f(x, mode=valid)`.
 *
 * @param {string[]} tokens
 * @param {number} place
 * @param {number} depth
 */
function isAttribute(tokens, place, depth) {
  return depth > 0 && tokens[place - 1] === '=';
}

const ASSIGNED = /(?<=^|[;\n])([ \t]*)([\p{L}_][\p{L}\p{M}\p{N}_]*)([ \t]*=[ \t]*)(-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?=[ \t]*(?:$|[;\n#]))/gu;

/**
 * The names that stand for a number which the formula itself says, and where it says it.
 *
 * @param {string} formula
 * @returns {{name: string, start: number, end: number}[]}
 */
export function assignedNumbers(formula) {
  return [...formula.matchAll(ASSIGNED)].map(({index, 1: space, 2: name, 3: sign, 4: number}) => {
    const start = index + space.length + name.length + sign.length;
    return {name, start, end: start + number.length};
  });
}
