// My workshops, in a chat client. What the client says of itself (look, language, what to open) is a hint; who reads is known by the token alone.
import { say, speak } from './words.js';
import { card, question, word } from './parts.js';

const CONNECT = 3_000, SIGN_IN = 10_000, ANSWER = 15_000, LOOK_AGAIN = 30_000;
const host = window.microsoftTeams;
const at = id => document.getElementById(id);
const themes = { default: 'light', light: 'light', dark: 'dark', glass: 'dark', contrast: 'contrast' };
let locale, wanted, shown = 0, loading = false, connected = false;

const within = (ms, what) => Promise.race([what, new Promise((_, no) => setTimeout(() => no(new Error('late')), ms))]);

const dress = theme => { document.documentElement.dataset.theme = themes[theme] ?? 'light'; };

function speakIn(tag) {
  locale = tag;
  document.documentElement.lang = speak(tag);
  document.title = at('title').textContent = say('title');
  at('back').textContent = say('back');
  at('outside').textContent = say('outside');
  at('frame').title = say('map-frame');
}

async function connect() {
  await host.app.initialize();
  const context = await host.app.getContext();
  if (context.app?.theme)
    dress(context.app.theme);
  host.app.registerOnThemeChangeHandler(dress);
  return context;
}

function show(...parts) {
  at('content').replaceChildren(...parts);
  at('list').removeAttribute('aria-busy');
}

function open(address, focus = true) {
  at('outside').href = address;
  at('frame').src = `${address}?lang=${document.documentElement.lang}&look=${document.documentElement.dataset.theme === 'light' ? 'light' : 'dark'}`;
  at('viewer').hidden = false;
  at('list').hidden = true;
  if (focus)
    at('back').focus();
}

function leave() {
  at('viewer').hidden = true;
  at('list').hidden = false;
  at('frame').src = 'about:blank';
  at('title').focus();
}

// The map lies on this server, under whatever name the page was opened; another address is opened outside.
const own = url => new URL(url).pathname.replace(/^.*(?=\/maps\/)/, '').slice(1);

function away(kind, chat) {
  at('status').textContent = '';
  const again = connected ? { label: say('again'), press: load } : undefined;
  show(word(say(`${kind}-title`), say(kind), again, chat && { label: say('to-chat'), href: chat, go }));
}

function go(event) {
  // Inside the client its own way keeps people in it.
  if (!connected)
    return;
  event.preventDefault();
  host.app.openLink(event.currentTarget.href).catch(() => {});
}

function draw({ workshops, chat }) {
  if (workshops.length === 0)
    return show(word(say('none-title'), say('none'), undefined, chat && { label: say('to-chat'), href: chat, go }));
  const look = one => event => { event.preventDefault(); open(own(one.map)); };
  const waiting = workshops.filter(one => one.workshop.waits);
  const part = (title, items, none) => {
    const section = document.createElement('section');
    const heading = section.appendChild(document.createElement('h2'));
    heading.textContent = title;
    if (none)
      section.appendChild(document.createElement('p')).textContent = none;
    else
      section.appendChild(document.createElement('ul')).append(...items);
    return section;
  };
  show(
    part(say('waits'), waiting.map(one => question(one, chat, go, look(one))), waiting.length === 0 ? say('nothing-waits') : undefined),
    part(say('all'), workshops.map(one => card(one, look(one)))));
}

async function load() {
  if (loading)
    return;
  loading = true;
  shown = Date.now();
  if (!at('content').hasChildNodes())
    at('status').textContent = say('loading');
  try {
    let token;
    try {
      token = await within(SIGN_IN, host.authentication.getAuthToken());
    } catch {
      return away('away');
    }
    const answer = await fetch('api/tab', {
      method: 'POST', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(ANSWER),
      headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ locale, map: wanted }),
    });
    if (answer.status === 401)
      return away('away');
    if (!answer.ok)
      return away('later');
    const said = await answer.json();
    draw(said);
    at('status').textContent = '';
    if (said.open)
      open(own(said.open), false);
    wanted = undefined;
  } catch {
    away('later');
  } finally {
    loading = false;
  }
}

async function begin() {
  speakIn(navigator.language);
  at('back').addEventListener('click', leave);
  at('outside').addEventListener('click', go);
  let context;
  try {
    context = await within(CONNECT, connect());
    connected = true;
  } catch {
    return away('away');
  }
  speakIn(context.app?.locale ?? navigator.language);
  const part = context.page?.subPageId;
  // The short name of a map is looked up with the token; a sealed link is itself the permission, also for whoever is not signed in.
  if (/^[\w-]{60,1024}$/.test(part ?? ''))
    open(`maps/${part}`, false);
  else if (/^[\w-]{1,59}$/.test(part ?? ''))
    wanted = part;
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - shown > LOOK_AGAIN)
      load();
  });
  await load();
}

begin();
