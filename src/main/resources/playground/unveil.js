/** Shows of the drawing what is known after some steps, and marks where the last one happened. */

/**
 * @typedef {import('./picture.js').Picture} Picture
 * @typedef {import('./service.js').Node} Node
 * @typedef {import('./steps.js').Step} Step
 */

/**
 * @param {Picture} picture
 * @param {Record<string, Node>} nodes
 * @param {Step[]} steps
 * @param {number | null} done how many; null for all, with none marked
 */
export function unveil(picture, nodes, steps, done) {
  const svg = picture.svg;
  if (!svg) {
    return;
  }
  svg.querySelectorAll('.pending, .now').forEach(each => each.classList.remove('pending', 'now', 'backward'));
  if (done === null) {
    return;
  }
  const isInput = (/** @type {string} */ id) => {
    const place = /^v(\d+)/.exec(id)?.[1];
    return place !== undefined && !id.includes('-') && !nodes[picture.names[Number(place)]]?.op;
  };
  svg.querySelectorAll('.value, .gradient').forEach(each => each.classList.toggle('pending', !isInput(each.id)));
  const reveal = (/** @type {string} */ id) => picture.part(id)?.classList.remove('pending');
  const place = (/** @type {string} */ name) => picture.names.indexOf(name);
  const drawn = branches(picture, nodes);
  drawn.forEach(({value, from}) => isInput(`v${from}`) && reveal(value));
  const forks = new Set(drawn.map(({from}) => from));
  steps.slice(0, done).forEach(step => {
    const at = place(step.node);
    if (step.kind === 'forward') {
      reveal(`v${at}`);
      reveal('v-end');
      drawn.forEach(branch => branch.from === at && reveal(branch.value));
    } else if (step.kind === 'flow') {
      const input = place((nodes[step.node].inputs ?? [])[step.input]);
      reveal(`g${at}-${step.input}`);
      if (!forks.has(input)) {
        reveal(`g${input}`);
      }
    } else {
      reveal('g-end');
      if (step.kind === 'sum' || !picture.part('g-end')) {
        reveal(`g${at}`);
      }
    }
  });
  mark(picture, nodes, steps[done - 1]);
}

/**
 * The branches of forks that are drawn as such.
 *
 * @param {Picture} picture
 * @param {Record<string, Node>} nodes
 */
function branches(picture, nodes) {
  const found = [];
  for (const group of picture.svg?.querySelectorAll('.value[id*="-"]') ?? []) {
    const [, node, input] = /^v(\d+)-(\d+)$/.exec(group.id) ?? [];
    if (node !== undefined) {
      const from = picture.names.indexOf((nodes[picture.names[Number(node)]]?.inputs ?? [])[Number(input)]);
      found.push({value: group.id, from});
    }
  }
  return found;
}

/**
 * @param {Picture} picture
 * @param {Record<string, Node>} nodes
 * @param {Step | undefined} step
 */
function mark(picture, nodes, step) {
  if (!step) {
    return;
  }
  const at = picture.names.indexOf(step.node);
  const ids =
    step.kind === 'flow'
      ? [`e${at}-${step.input}`, `w${picture.names.indexOf((nodes[step.node].inputs ?? [])[step.input])}`, `n${at}`]
      : step.kind === 'seed'
        ? ['end', `n${at}`]
        : [`n${at}`];
  for (const id of ids) {
    const part = picture.part(id);
    part?.classList.add('now');
    part?.classList.toggle('backward', step.kind !== 'forward');
  }
}
