import { say } from './words.js';

// Who sits at this tab, and in which room. A tab is one person: the name is kept for the tab, the room is in the address.
const room = /^[A-Za-z0-9._-]{1,64}$/;
const dialog = document.getElementById('name'), person = document.getElementById('person'), place = document.getElementById('place');
const address = new URLSearchParams(location.search);

const isName = name => name.trim().length > 0 && name.trim().length <= 80;

export const me = { person: '', room: '' };

export async function choose() {
  me.room = address.get('room') ?? 'demo';
  const asked = address.get('person');
  me.person = asked && isName(asked) ? asked.trim() : sessionStorage.getItem('person') ?? '';
  if (!me.person || !room.test(me.room)) await ask(false);
  sessionStorage.setItem('person', me.person);
}

// Name or room are changed by coming in anew.
export async function change() {
  if (await ask(true)) {
    sessionStorage.setItem('person', me.person);
    location.assign(link());
  }
}

export const link = () => `?room=${encodeURIComponent(me.room)}`;

function ask(mayLeave) {
  [person.value, place.value] = [me.person, me.room];
  const check = () => {
    const wrong = [[person, isName(person.value), 'person-wrong'], [place, room.test(place.value.trim()), 'place-wrong']].filter(([input, right, word]) => {
      document.getElementById(word).textContent = right ? '' : say(word);
      input.toggleAttribute('aria-invalid', !right);
      return !right;
    });
    wrong[0]?.[0].focus();
    return wrong.length === 0;
  };
  return new Promise(done => {
    const leave = e => { if (mayLeave) end(false); else e.preventDefault(); };
    const go = e => {
      e.preventDefault();
      if (!check()) return;
      [me.person, me.room] = [person.value.trim(), place.value.trim()];
      if (!mayLeave && me.room !== (address.get('room') ?? 'demo')) history.replaceState(null, '', link());
      end(true);
    };
    const end = said => {
      dialog.removeEventListener('cancel', leave);
      dialog.removeEventListener('submit', go);
      dialog.close();
      done(said);
    };
    dialog.addEventListener('cancel', leave);
    dialog.addEventListener('submit', go);
    dialog.showModal();
    (isName(person.value) ? place : person).focus();
  });
}
