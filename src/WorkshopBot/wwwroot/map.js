import { map } from './api.js';
import { say } from './words.js';

// The map so far as a plain table: stages across, lanes down. Where there is none, there is no table.
const section = document.getElementById('map');
const put = (parent, tag, text, more = {}) => {
  const el = Object.assign(document.createElement(tag), more);
  if (text !== null) el.textContent = text;
  parent.append(el);
  return el;
};
let timer = 0, asked = 0;

export function renew(wanted, wait = 800) {
  clearTimeout(timer);
  asked++;
  if (!wanted) return draw(null);
  timer = setTimeout(async () => {
    const mine = ++asked;
    const found = await map().catch(() => undefined);
    if (mine === asked && found !== undefined) draw(found);
  }, wait);
}

function draw(found) {
  section.hidden = !found;
  if (!found) return;
  section.querySelector('.label').textContent = found.label ?? '';
  const table = document.createElement('table');
  put(table, 'caption', found.title ?? '');
  const head = put(put(table, 'thead', null), 'tr', null);
  put(put(head, 'td', null), 'span', say('lane'), { className: 'hidden' });
  for (const stage of found.stages) put(head, 'th', stage.name, { scope: 'col' });
  const body = put(table, 'tbody', null);
  for (const lane of found.lanes) {
    const row = put(body, 'tr', null);
    put(row, 'th', lane.name, { scope: 'row' });
    for (const cell of lane.cells) {
      const td = put(row, 'td', null);
      if (!cell.text?.length) { put(td, 'span', '–', { ariaHidden: 'true' }); put(td, 'span', say('nothing-yet'), { className: 'hidden' }); }
      else if (cell.text.length === 1) td.textContent = cell.text[0];
      else { const list = put(td, 'ul', null); for (const line of cell.text) put(list, 'li', line); }
    }
  }
  section.querySelector('.table').replaceChildren(table);
}
