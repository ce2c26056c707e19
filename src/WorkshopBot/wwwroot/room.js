import { missing } from './cards.js';
import { Kept } from './kept.js';
import { first, politely, sometimes } from './announce.js';
import { say } from './words.js';

// The room as everybody sees it: the board on top, its thread, what came out of the steps, and what earlier workshops left.
const board = 'board', welcome = 'welcome';
const panel = id => document.getElementById(id);

export class Room {
  all = new Map();
  hasBoard = false;

  constructor(act, onOwn) {
    [this.act, this.onOwn] = [act, onOwn];
  }

  // Everything there is, as looked up. What is gone from there is gone here.
  look(messages) {
    const there = new Set(messages.map(message => message.id));
    for (const id of this.all.keys()) if (!there.has(id)) this.all.delete(id);
    for (const message of messages) this.put(message);
    this.arrange();
  }

  // One message that came while the page was open.
  tell(message) {
    if (!this.put(message)) return;
    this.arrange();
    if (message.private) { if (message.version === 1) politely(say('for-you')); }
    else if (message.key === board) sometimes(say('board-changed'));
    else if (message.version === 1 && !message.under) politely(say('new-post', first(message.text)));
  }

  put(message) {
    const known = this.all.get(message.id);
    if (known) return known.take(message);
    this.all.set(message.id, Object.assign(new Kept(message, this.act), { at: message.at, under: message.under, own: message.private }));
    return true;
  }

  arrange() {
    const newest = [...this.all.values()].sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
    const shared = newest.filter(one => !one.own);
    const top = shared.find(one => one.newest.key === board && !one.under) ?? shared.find(one => one.newest.key === welcome);
    const [under, rest] = [shared.filter(one => top && one.under === top.id), shared.filter(one => one !== top && one.newest.key !== welcome && !(top && one.under === top.id))];
    const current = one => !one.under && one.newest.key !== board && (!top || one.at >= top.at);
    fill('board', top ? [top] : []);
    // A step that is over has nothing to press any more; it makes room for what is asked now.
    const over = one => one.newest.key.startsWith('step:') && !one.host.querySelector('button') && !missing();
    fill('thread', under.filter(one => !over(one)));
    fill('done', under.filter(over));
    fill('posts', rest.filter(current));
    fill('earlier', rest.filter(one => !current(one)));
    this.hasBoard = !!top && top.newest.key === board;
    panel('board').hidden = false;
    panel('board').querySelector('.none').hidden = !!top;
    this.onOwn(newest.filter(one => one.own).reverse());
  }
}

// Puts the messages in order and moves only those that are not where they belong, so that nobody loses the focus.
export function fill(id, messages) {
  const host = panel(id).querySelector('.kept');
  panel(id).hidden = messages.length === 0;
  for (const old of [...host.children]) if (!messages.some(one => one.el === old)) old.remove();
  messages.forEach((one, i) => { if (host.children[i] !== one.el) host.insertBefore(one.el, host.children[i] ?? null); });
}
