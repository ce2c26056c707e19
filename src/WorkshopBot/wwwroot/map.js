import { map } from './api.js';
import { cell } from './cell.js';
import { put } from './put.js';
import { say } from './words.js';

// The map so far as a table: stages across, lanes down. Every cell opens; where there is no map, there is no table.
const section = document.getElementById('map'), host = section.querySelector('.table');
let timer = 0, asked = 0, drawn = null, act = () => {};

export const onPress = press => { act = press; };

export function renew(wanted, wait = 800) {
  clearTimeout(timer);
  asked++;
  if (!wanted) return draw(drawn = null);
  timer = setTimeout(async () => {
    const mine = ++asked;
    const found = await map().catch(() => undefined);
    // Drawn anew only when it reads differently, so that nobody loses their place in it.
    if (mine !== asked || found === undefined || found === drawn) return;
    drawn = found;
    draw(JSON.parse(found));
  }, wait);
}

function draw(found) {
  section.hidden = !found;
  if (!found) return;
  const name = host.contains(document.activeElement) ? document.activeElement.id : '';
  // A share of nothing says nothing.
  section.querySelector('.label').textContent = found.stages.length ? found.label ?? '' : '';
  host.replaceChildren(found.stages.length ? table(found) : Object.assign(document.createElement('p'), { className: 'none', textContent: say('no-stages') }));
  if (name) document.getElementById(name)?.focus({ preventScroll: true });
}

function table(found) {
  const all = document.createElement('table');
  put(all, 'caption', found.title ?? '');
  const head = put(put(all, 'thead', null), 'tr', null);
  put(put(head, 'td', null), 'span', say('lane'), { className: 'hidden' });
  for (const stage of found.stages) {
    const th = put(head, 'th', stage.name, { scope: 'col' });
    if (stage.lasts) put(th, 'span', stage.lasts, { className: 'lasts' });
  }
  const body = put(all, 'tbody', null);
  for (const lane of found.lanes) {
    if (lane.isEmpty && !lane.always) continue;
    const row = put(body, 'tr', null);
    const th = put(row, 'th', lane.name, { scope: 'row' });
    if (lane.hint) put(th, 'span', lane.hint, { className: 'hint' });
    lane.cells.forEach((one, i) => cell(put(row, 'td', null), found, lane, one, found.stages[i], press => act(press)));
  }
  return all;
}
