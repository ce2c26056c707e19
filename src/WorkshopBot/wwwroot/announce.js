// What a screen reader is told. Short: the whole of it is on the page.
const most = 240;
const [polite, alarm] = [document.getElementById('polite'), document.getElementById('alert')];

export const first = text => text.split('\n').find(line => line.trim())?.trim().slice(0, most) ?? '';

function put(region, text) {
  // The same words again are only heard when they were gone in between.
  region.textContent = '';
  setTimeout(() => { region.textContent = text; }, 60);
}

export const politely = text => put(polite, text);
export const atOnce = text => put(alarm, text);

let last = 0, later = 0;
// A board may change many times a minute; it is said at most every few seconds.
export function sometimes(text) {
  const wait = Math.max(0, last + 5000 - Date.now());
  clearTimeout(later);
  later = setTimeout(() => { last = Date.now(); politely(text); }, wait);
}
