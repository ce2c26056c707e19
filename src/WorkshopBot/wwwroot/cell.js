import { put } from './put.js';
import { say } from './words.js';

// One cell of the map, and what opens when somebody presses it: what stands there in full, and the way to add to it.
const dialog = document.getElementById('cell');
let opener = '';

dialog.addEventListener('click', e => { if (e.target === dialog) dialog.close(); });
// The table may have been drawn anew in between.
dialog.addEventListener('close', () => document.getElementById(opener)?.focus({ preventScroll: true }));

export function cell(td, map, lane, one, stage, act) {
  const name = `${lane.name}, ${stage.name}`;
  if (one.items.length) list(td, one.items, false);
  const button = put(td, 'button', one.isEmpty ? one.empty : one.more ? say('more-here', one.more) : say('look'), { type: 'button', id: `cell-${lane.id}-${stage.ref}`, className: one.isEmpty ? 'open empty' : 'open' });
  button.setAttribute('aria-haspopup', 'dialog');
  if (!one.isEmpty) put(button, 'span', ` ${name}`, { className: 'hidden' });
  // Wherever in the cell it is pressed, but not where somebody marks text to copy it.
  td.addEventListener('click', () => { if (getSelection().isCollapsed) open(map, lane, one, stage, act, button.id); });
}

function open(map, lane, one, stage, act, from) {
  opener = from;
  const box = document.createElement('div');
  put(box, 'h2', `${lane.name} · ${stage.name}`, { id: 'cell-title' });
  if (lane.hint) put(box, 'p', lane.hint, { className: 'quiet' });
  if (one.isEmpty) put(box, 'p', one.empty);
  else list(box, one.items, true);
  if (one.more) put(box, 'p', say('more-here', one.more), { className: 'quiet' });
  const actions = put(box, 'p', null, { className: 'actions' });
  if (map.isOpen && lane.form) {
    const add = put(actions, 'button', say('add-mine'), { type: 'button', className: 'button first', autofocus: true });
    add.addEventListener('click', () => {
      opener = '';
      dialog.close();
      // A form takes what it has a field for.
      const place = Object.fromEntries(['stage', 'place', 'on', 'from'].map(field => [`f.${field}`, stage.ref]));
      act({ verb: 'form', data: { verb: 'form', of: lane.form, ...place }, title: `${say('add-mine')} (${lane.name}, ${stage.name})`, isPrivate: false });
    });
  }
  put(actions, 'button', say('close'), { type: 'button', className: 'button' }).addEventListener('click', () => dialog.close());
  dialog.replaceChildren(box);
  dialog.showModal();
}

function list(parent, items, whole) {
  const all = put(parent, 'ul', null);
  for (const item of items) {
    const li = put(all, 'li', null);
    if (whole && item.ref) put(li, 'b', `${item.ref} `);
    put(li, 'span', item.text);
    if (item.chips?.length) {
      const marks = put(li, 'span', null, { className: 'marks' });
      for (const chip of item.chips) put(marks, 'span', chip.text, { className: `mark ${chip.tone}` });
    }
    if (!whole) continue;
    if (item.at) put(li, 'p', [item.at.ref, item.at.name].filter(Boolean).join(' '), { className: 'quiet' });
    if (item.by) put(li, 'p', say('added-by', item.by), { className: 'quiet' });
    for (const line of item.details ?? []) put(li, 'p', line, { className: 'quiet' });
  }
}
