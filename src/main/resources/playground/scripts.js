/** The request on the page as something to take along. */

import {outline} from './jsontext.js';

/**
 * @param {string} url
 * @param {string} body
 */
export function curl(url, body) {
  return `curl -s ${quoted(url)} -H 'Content-Type: application/json' -d ${quoted(body)}`;
}

/**
 * For a shell, in which nothing between single quotes is special.
 *
 * @param {string} text
 */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * @param {string} url
 * @param {string} body
 */
export function python(url, body) {
  return `import json
from urllib.request import Request, urlopen

model = ${pythonic(body)}

request = Request(${JSON.stringify(url)}, json.dumps(model).encode(), {"Content-Type": "application/json"})
answer = json.load(urlopen(request))
for name, node in answer["nodes"].items():
    print(name, node["value"], node.get("gradient"))
`;
}

/**
 * JSON as Python writes it: other words for true, false and null, and no escapes that Python would read differently.
 *
 * @param {string} json
 */
function pythonic(json) {
  const words = {true: 'True', false: 'False', null: 'None'};
  return json.replaceAll(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, token =>
    token.startsWith('"') ? JSON.stringify(JSON.parse(token)) : words[token]
  );
}

/**
 * JSON over several lines, its numbers as they were written.
 *
 * @param {string} json
 */
export function pretty(json) {
  const root = outline(json);
  if (!root || json.includes('\n')) {
    return json;
  }
  const lines = root.parts.map(part => `  ${json.slice(part.from, part.end)}`);
  return `{\n${lines.join(',\n')}\n}`;
}
