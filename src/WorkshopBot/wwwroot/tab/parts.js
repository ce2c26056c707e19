// The parts of the tab, made of elements and text; nothing people wrote is ever read as markup.
import { say } from './words.js';

function make(tag, style, text) {
  const element = document.createElement(tag);
  if (style)
    element.className = style;
  if (text !== undefined)
    element.textContent = text;
  return element;
}

function said(tag, style, text) {
  const element = make(tag, style, text);
  element.dir = 'auto';
  return element;
}

function link(label, full, href, press, style) {
  const element = make('a', style, label);
  element.href = href;
  element.setAttribute('aria-label', full);
  element.addEventListener('click', press);
  if (/^https:/.test(href))
    element.rel = 'noopener noreferrer';
  return element;
}

const mapLink = (one, look, style) => link(say('map'), say('map-of', one.workshop.title), one.map, look, style);

/** What waits in a workshop: its question, and for who leads what the step lacks. */
export function question(one, chat, go, look) {
  const { title, step, asks, points, more } = one.workshop;
  const item = make('li', 'waiting');
  const place = item.appendChild(make('p', 'place'));
  place.append(said('span', 'name', title));
  if (step)
    place.append(make('span', '', step));
  if (asks)
    item.append(said('h3', 'asks', asks));
  if (points.length > 0) {
    item.append(make(asks ? 'p' : 'h3', asks ? 'lead' : 'asks', say('to-lead')));
    const list = item.appendChild(make('ul', 'points'));
    list.append(...points.map(point => said('li', '', point)));
    if (more)
      list.append(make('li', 'quiet', more));
  }
  const actions = item.appendChild(make('p', 'actions'));
  if (chat)
    actions.append(asks ? link(say('answer'), say('answer-of', title), chat, go, 'button first') : link(say('to-chat'), `${say('to-chat')}: ${title}`, chat, go, 'button first'));
  actions.append(mapLink(one, look, 'button'));
  return item;
}

/** A workshop in a line or two: where it stands, and its map. */
export function card(one, look) {
  const { title, state, isOpen, step, answered, counts } = one.workshop;
  const item = make('li', 'card');
  const words = item.appendChild(make('div', 'words'));
  words.append(said('h3', 'name', title));
  const facts = words.appendChild(make('p', 'facts'));
  facts.append(make('span', isOpen ? 'pill open' : 'pill', say(isOpen ? 'running' : 'closed')));
  for (const fact of [isOpen ? step : state, answered, counts])
    if (fact)
      facts.append(make('span', '', fact));
  item.append(mapLink(one, look, 'button'));
  return item;
}

/** A heading, a sentence, and what can be done. */
export function word(title, text, again, chat) {
  const part = make('div', 'word');
  part.append(make('h2', '', title), make('p', '', text));
  const actions = make('p', 'actions');
  if (again) {
    const button = actions.appendChild(make('button', 'button first', again.label));
    button.type = 'button';
    button.addEventListener('click', () => again.press());
  }
  if (chat)
    actions.append(link(chat.label, chat.label, chat.href, chat.go, 'button'));
  if (actions.hasChildNodes())
    part.append(actions);
  return part;
}
