/** The passes, step by step: each value forward, and then each edge backward. */

/**
 * @typedef {import('./service.js').Node} Node
 * @typedef {{kind: 'forward' | 'seed' | 'sum', node: string} | {kind: 'flow', node: string, input: number}} Step
 */

/**
 * All steps of a model.
 *
 * @param {string[]} names in topological order
 * @param {Record<string, Node>} nodes
 * @param {string} output
 * @returns {Step[]}
 */
export function stepsOf(names, nodes, output) {
  const reached = upTo(names, nodes, output);
  const arrivals = arrivalsOf(names, nodes, reached, output);
  /** @type {Step[]} */
  const steps = names.filter(name => nodes[name].op).map(node => ({kind: 'forward', node}));
  steps.push({kind: 'seed', node: output});
  for (const node of [...names].reverse().filter(name => reached.has(name))) {
    if ((arrivals.get(node) ?? 0) > 1) {
      steps.push({kind: 'sum', node});
    }
    (nodes[node].flows ?? []).forEach((flow, input) => {
      if (flow !== null && Object.hasOwn(nodes, (nodes[node].inputs ?? [])[input])) {
        steps.push({kind: 'flow', node, input});
      }
    });
  }
  return steps;
}

/**
 * The nodes that the output is computed from, and itself.
 *
 * @param {string[]} names
 * @param {Record<string, Node>} nodes
 * @param {string} output
 */
function upTo(names, nodes, output) {
  const reached = new Set([output]);
  for (const name of [...names].reverse()) {
    if (reached.has(name)) {
      (nodes[name].inputs ?? []).filter(input => Object.hasOwn(nodes, input)).forEach(input => reached.add(input));
    }
  }
  return reached;
}

/**
 * How many flows arrive at each node; at the output one comes from outside.
 *
 * @param {string[]} names
 * @param {Record<string, Node>} nodes
 * @param {Set<string>} reached
 * @param {string} output
 */
function arrivalsOf(names, nodes, reached, output) {
  const arrivals = new Map([[output, 1]]);
  for (const name of names.filter(each => reached.has(each))) {
    (nodes[name].flows ?? []).forEach((flow, place) => {
      const input = (nodes[name].inputs ?? [])[place];
      if (flow !== null) {
        arrivals.set(input, (arrivals.get(input) ?? 0) + 1);
      }
    });
  }
  return arrivals;
}
