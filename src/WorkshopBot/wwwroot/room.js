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
  looks = 0;
  seen = 0;
  told = 0;

  constructor(act, onOwn) {
    [this.act, this.onOwn] = [act, onOwn];
  }

  // Looks everything up. What is not there is gone here too, unless it came while this was under way: then the answer is older than it. False: nobody can tell now.
  async look(ask) {
    const mine = ++this.looks;
    const since = this.told;
    const messages = await ask();
    // A later look that was answered sooner knows better.
    if (!messages || mine < this.seen) return !!messages;
    this.seen = mine;
    const there = new Set(messages.map(message => message.id));
    for (const [id, one] of this.all) if (!there.has(id) && one.told <= since) one.gone = true;
    for (const message of messages) this.put(message);
    this.arrange();
    return true;
  }

  // One message that came while the page was open.
  tell(message) {
    const is = this.put(message);
    if (!is) return;
    is.told = ++this.told;
    this.arrange();
    if (message.private) { if (message.version === 1) politely(say('for-you')); }
    else if (message.key === board) sometimes(say('board-changed'));
    else if (message.version === 1 && !message.under) politely(say('new-post', first(message.text)));
  }

  // Null when nothing of it is new.
  put(message) {
    const known = this.all.get(message.id);
    if (known) known.gone = false;
    if (known) return known.take(message) ? known : null;
    const one = Object.assign(new Kept(message, this.act, () => this.arrange()), { at: message.at, under: message.under, own: message.private, told: 0 });
    this.all.set(message.id, one);
    return one;
  }

  arrange() {
    for (const [id, one] of this.all) if (one.gone && !one.isInUse) this.all.delete(id);
    const newest = [...this.all.values()].sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
    const shared = newest.filter(one => !one.own);
    const top = shared.find(one => one.newest.key === board && !one.under) ?? shared.find(one => one.newest.key === welcome);
    const [under, rest] = [shared.filter(one => top && one.under === top.id), shared.filter(one => one !== top && one.newest.key !== welcome && !(top && one.under === top.id))];
    const current = one => !one.under && one.newest.key !== board && (!top || one.at >= top.at);
    // A card somebody still types in does not go under their hands.
    fill('board', [...top ? [top] : [], ...shared.filter(one => one !== top && one.newest.key === welcome && one.isInUse)]);
    // A step that is over has nothing to press any more; it makes room for what is asked now.
    const over = one => one.newest.key.startsWith('step:') && !one.host.querySelector('button') && !missing();
    fill('thread', under.filter(one => !over(one)));
    fill('done', under.filter(over));
    // The newest two are read; a whole workshop of them would bury the map.
    fill('posts', rest.filter(current).slice(0, 2));
    fill('before', rest.filter(current).slice(2));
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
