// Renders each line of standard input, a JSON string of LaTeX, and says of each that fails why: what KaTeX would show in
// red, and what LaTeX itself would not take. Letters of scripts that KaTeX has no measures for are shown all the same.
//
//   node render.js path/to/katex.js < strings.jsonl
const katex = require(process.argv[2]);
const unmeasured = ['unknownSymbol', 'symbolNotInFont'];
const strict = code => (unmeasured.includes(code) ? 'ignore' : 'error');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(line => line !== '');
for (const line of lines) {
  try {
    katex.renderToString(JSON.parse(line), {displayMode: true, throwOnError: true, strict, trust: false});
  } catch (error) {
    console.log(`${error.message} -- in ${line}`);
  }
}
console.log(`rendered ${lines.length}`);
