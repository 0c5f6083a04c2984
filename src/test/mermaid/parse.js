// Reads each line of standard input, a JSON string of a flowchart, with Mermaid's own parser, and says in a line of JSON what
// it found: the texts of the nodes, and the edges with what stands on them.
//
//   node parse.js path/to/mermaid.min.js < charts.jsonl
const vm = require('vm');
const fs = require('fs');
// As much of a browser as it takes for Mermaid to start: nothing is drawn.
class Element {}
const document = {nodeType: 9, implementation: {}, addEventListener() {}, createElement: () => ({style: {}}), body: {}, documentElement: {}};
Object.assign(globalThis, {window: globalThis, document, Element, addEventListener() {}, location: {}});
vm.runInThisContext(fs.readFileSync(process.argv[2], 'utf8'));
(async () => {
  const lines = fs.readFileSync(0, 'utf8').split('\n').filter(line => line !== '');
  for (const line of lines) {
    try {
      const chart = JSON.parse(line);
      await mermaid.parse(chart);
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart);
      const texts = [...diagram.db.getVertices().values()].map(v => v.text);
      const edges = diagram.db.getEdges().map(e => [e.start, e.end, e.text]);
      console.log(JSON.stringify({texts, edges}));
    } catch (error) {
      console.log(JSON.stringify({error: `${error.message}`}));
    }
  }
})();
