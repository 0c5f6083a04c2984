/** Numbers and tensors as they are shown. */

/**
 * A number as answers have it: those that are not finite are words.
 *
 * @typedef {number | 'NaN' | 'Infinity' | '-Infinity'} Num
 * @typedef {Num | Tensor[]} Tensor
 */

/**
 * A number in few characters: as it is where that is short, else in four significant digits; with a true minus sign.
 *
 * @param {Num} number
 */
export function short(number) {
  const value = Number(number);
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  const size = Math.abs(value);
  const sign = value < 0 ? '−' : '';
  if (size === Infinity) {
    return `${sign}∞`;
  }
  const exact = String(size);
  if (exact.length <= 6 && !exact.includes('e')) {
    return sign + exact;
  }
  const rounded = Number(size.toPrecision(4));
  const text = rounded >= 1e-4 && rounded < 1e6 ? String(rounded) : rounded.toExponential();
  return sign + text.replace('e+', 'e').replace('e-', 'e−');
}

/** @param {Tensor} tensor */
export function isNumber(tensor) {
  return !Array.isArray(tensor);
}

/**
 * The sides of a nested array.
 *
 * @param {Tensor | undefined} tensor
 * @returns {number[]}
 */
export function shapeOf(tensor) {
  const shape = [];
  for (let part = tensor; Array.isArray(part); part = part[0]) {
    shape.push(part.length);
  }
  return shape;
}

/**
 * All numbers of a tensor, row by row.
 *
 * @param {Tensor} tensor
 * @returns {Num[]}
 */
export function flat(tensor) {
  return Array.isArray(tensor) ? /** @type {any[]} */ (tensor).flat(Infinity) : [tensor];
}

/**
 * A tensor in a line.
 *
 * @param {Tensor} tensor
 */
export function inline(tensor) {
  if (!Array.isArray(tensor)) {
    return short(tensor);
  }
  const all = flat(tensor);
  const shape = shapeOf(tensor);
  if (shape.length === 1 && all.length > 0 && all.length <= 4) {
    return `[${all.map(short).join(', ')}]`;
  }
  return `tensor ${shape.join('×')}`;
}
