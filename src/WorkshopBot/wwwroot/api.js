import { me } from './people.js';
import { language } from './words.js';

const pauses = [700, 1500, 3000, 6000];
const pause = ms => new Promise(done => setTimeout(done, ms));
const base = () => `api/try/${encodeURIComponent(me.room)}`;
const asMe = () => `?person=${encodeURIComponent(me.person)}&language=${language()}`;

// Sends a turn, a few times if need be: under the same id it counts once. Answers { answer } or { error, again }.
export async function send(turn, onWaiting = () => {}) {
  const body = JSON.stringify({ ...turn, person: me.person, language: language() });
  for (let tries = 0; ; tries++) {
    let error = '', mend = true;
    try {
      const response = await fetch(`${base()}/turns`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: AbortSignal.timeout(20000) });
      const json = await response.json();
      if (response.ok) return { answer: json };
      error = json.error ?? '';
      if (response.status !== 503) return { error, again: response.status >= 500 };
      mend = false;
    } catch { /* no connection, or no JSON: it may or may not have arrived */ }
    if (tries === pauses.length) return { error, again: true };
    if (mend) onWaiting();
    await pause(pauses[tries]);
  }
}

// What is kept in the room and in my own chat; null when it cannot be told now.
export async function kept() {
  const response = await fetch(base() + asMe(), { signal: AbortSignal.timeout(20000) });
  if (response.status === 503) return null;
  const json = await response.json();
  if (!response.ok) throw new Error(json.error);
  return json;
}

// The map as a table, in words of JSON; null where there is none.
export async function map() {
  const response = await fetch(`${base()}/map${asMe()}`, { signal: AbortSignal.timeout(20000) });
  return response.status === 200 ? response.text() : null;
}

const silence = 40000, longest = 15000;

// Listens for what changes. A page nobody sees does not: a browser has few connections to give, and on return everything is looked up anew.
export function listen({ onOpen, onMessage, onLost }) {
  let source = null, timer = 0, heard = 0, failed = 0;
  const close = () => { source?.close(); source = null; clearTimeout(timer); };
  const lost = () => {
    close();
    failed++;
    onLost(failed);
    timer = setTimeout(open, Math.min(500 * 2 ** failed, longest));
  };
  const open = () => {
    close();
    if (document.visibilityState === 'hidden') return;
    heard = Date.now();
    const mine = source = new EventSource(`${base()}/events${asMe()}`);
    const on = (name, act) => mine.addEventListener(name, e => { if (mine === source) { heard = Date.now(); act?.(e); } });
    on('open-room', () => { failed = 0; onOpen(); });
    on('message', e => onMessage(JSON.parse(e.data)));
    on('beat');
    on('reload', open);
    on('error', lost);
  };
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' ? close() : open());
  addEventListener('pageshow', e => { if (e.persisted) open(); });
  addEventListener('pagehide', close);
  addEventListener('online', open);
  // After a sleep the connection may look alive and be dead.
  setInterval(() => { if (source && Date.now() - heard > silence) lost(); }, 5000);
  open();
}
