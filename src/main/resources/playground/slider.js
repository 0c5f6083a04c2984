/** A slider whose range suits the number that it moves. */

const NICE = [1, 2, 5, 10];
const STEPS = 100;

/**
 * How far a slider for that number reaches on both sides of zero.
 *
 * @param {number} number
 */
export function reach(number) {
  const wanted = Math.max(1, 2 * Math.abs(number));
  const decade = 10 ** Math.floor(Math.log10(wanted));
  return decade * (NICE.find(nice => nice * decade >= wanted * (1 - 1e-9)) ?? 10);
}

/**
 * Sets a slider on a number.
 *
 * @param {HTMLInputElement} slider
 * @param {number} number
 */
export function setSlider(slider, number) {
  const usable = Number.isFinite(number) && Math.abs(number) < 1e12;
  slider.disabled = !usable;
  if (!usable || document.activeElement === slider) {
    return;
  }
  const most = reach(number);
  slider.min = String(-most);
  slider.max = String(most);
  slider.step = String(most / STEPS);
  slider.value = String(number);
}

/**
 * What a slider stands on, without the digits that rounding left.
 *
 * @param {HTMLInputElement} slider
 */
export function sliderText(slider) {
  return String(Number(Number(slider.value).toPrecision(10)));
}
