import { kept, listen } from './api.js';
import { missing } from './cards.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { onPress, renew } from './map.js';
import { change, choose, link, me } from './people.js';
import { Room } from './room.js';
import { firstLanguage, language, say, speak } from './words.js';

const el = id => document.getElementById(id);

speak(firstLanguage());
el('language').value = language();
el('no-cards').hidden = !missing();

await choose();
const name = () => {
  el('who').textContent = me.person;
  el('who').setAttribute('aria-label', say('change-name', me.person));
  el('where').textContent = me.room;
  el('another').href = link();
  document.title = `${me.person} · ${me.room} · WorkshopBot`;
};
name();

const composer = new Composer((text, isPrivate) => conversation.type(text, isPrivate));
const conversation = new Conversation(composer);
onPress(press => conversation.press(press));
const room = new Room(press => conversation.press(press), own => conversation.place(own));

el('who').addEventListener('click', change);
el('help').addEventListener('click', () => conversation.type('help', false));
el('language').addEventListener('change', e => {
  speak(e.target.value);
  name();
  // What is drawn already keeps its words, but for those of the page on it.
  conversation.again();
  renew(room.hasBoard, 0);
});

const banner = el('banner');
const tell = text => { banner.textContent = text; banner.hidden = !text; };
let again = 0;

// A page nobody sees looks when it is seen again.
const later = () => { again = setTimeout(() => document.visibilityState === 'hidden' || look(), 3000); };

async function look() {
  clearTimeout(again);
  try {
    const found = await room.look(kept);
    tell(found ? '' : say('storage'));
    if (!found) later();
    renew(room.hasBoard, 0);
  } catch (e) {
    const offline = e instanceof TypeError || e.name === 'TimeoutError';
    tell(offline ? say('offline') : e.message);
    // The events may come all the same, and then nothing else would ask again.
    if (offline) later();
  }
}

listen({
  onOpen: look,
  onMessage: message => { room.tell(message); renew(room.hasBoard); },
  // A hiccup of a second is nobody's business.
  onLost: times => { if (times > 1) tell(say('offline')); },
});
if (!document.querySelector('dialog[open]')) el('say').focus();
