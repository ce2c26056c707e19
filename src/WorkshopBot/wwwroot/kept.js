import { show, during } from './cards.js';
import { say } from './words.js';

// A message that is kept true. It is not drawn anew under the hands of somebody who types in it: that waits, and says so.
export class Kept {
  constructor(message, act, onDone) {
    this.id = message.id;
    [this.act, this.onDone] = [act, onDone];
    this.el = document.createElement('article');
    this.host = document.createElement('div');
    this.host.className = 'card';
    this.note = document.createElement('p');
    this.note.className = 'newer';
    this.note.hidden = true;
    this.el.append(this.host, this.note);
    this.el.tabIndex = -1;
    this.host.addEventListener('input', () => { this.typed = true; });
    this.host.addEventListener('change', () => { this.typed = true; });
    this.host.addEventListener('focusout', () => setTimeout(() => this.settle()));
    this.take(message);
  }

  // True when it is newer than what was known.
  take(message) {
    if (this.newest && message.version <= this.newest.version) return false;
    this.newest = message;
    this.settle();
    return true;
  }

  settle() {
    if (this.newest === this.shown) return;
    if (this.isInUse) this.offer(); else this.draw();
  }

  // Somebody types in it, or has, or waits for what they pressed.
  get isInUse() {
    return !!this.host.dataset.busy || !!this.typed || (this.host.contains(document.activeElement) && document.activeElement.matches('input,textarea,select'));
  }

  draw() {
    const focused = this.host.contains(document.activeElement) ? document.activeElement : null;
    const buttons = () => [...this.host.querySelectorAll('button,a')];
    const [index, name] = [buttons().indexOf(focused), focused?.textContent];
    this.shown = this.newest;
    this.typed = false;
    this.note.hidden = true;
    this.el.dataset.key = this.shown.key;
    show(this.host, this.shown.card, this.shown.text, (verb, data, title, button) => this.press(verb, data, title, button));
    if (focused) (buttons().find(one => one.textContent === name) ?? buttons()[index] ?? this.el).focus({ preventScroll: true });
  }

  offer() {
    if (!this.note.hidden || this.host.dataset.busy) return;
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: say('show-newer') });
    button.addEventListener('click', () => { this.draw(); this.el.focus({ preventScroll: true }); });
    this.note.replaceChildren(say('newer') + ' ', button);
    this.note.hidden = false;
  }

  async press(verb, data, title, button) {
    const done = await during(this.host, button, () => this.act({ verb, data, title, isPrivate: this.shown.private, button }));
    if (done) this.typed = false;
    this.settle();
    this.onDone();
  }
}
