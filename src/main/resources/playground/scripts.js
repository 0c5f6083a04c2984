/** The request on the page as something to take along. */

import {outline} from './jsontext.js';

/**
 * Where a token is needed it comes from the environment: what is copied is passed on.
 *
 * @param {string} url
 * @param {string} body
 * @param {boolean} token
 */
export function curl(url, body, token) {
  const authorization = token ? ' -H "Authorization: Bearer $TOKEN"' : '';
  return `curl -s ${quoted(url)} -H 'Content-Type: application/json'${authorization} -d ${quoted(body)}`;
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
 * @param {boolean} token
 */
export function python(url, body, token) {
  const authorization = token ? ', "Authorization": "Bearer " + os.environ["TOKEN"]' : '';
  return `import json
${token ? 'import os\n' : ''}from urllib.request import Request, urlopen

model = ${pythonic(body)}

request = Request(${JSON.stringify(url)}, json.dumps(model).encode(), {"Content-Type": "application/json"${authorization}})
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
