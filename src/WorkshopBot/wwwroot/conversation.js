import { send } from './api.js';
import { asText, during, firstInput, show } from './cards.js';
import { atOnce, first, politely } from './announce.js';
import { forget, recall, remember } from './memory.js';
import { say } from './words.js';

// This person's talk with the bot: their lines, the answers, and the messages kept for them alone. Nothing anybody wrote is ever taken as markup.
const log = document.getElementById('log'), scroll = document.getElementById('scroll'), empty = document.getElementById('empty');
const wide = matchMedia('(min-width: 900px)');

export class Conversation {
  entries = [];
  own = [];
  queue = Promise.resolve();

  constructor(composer) {
    this.composer = composer;
    for (const entry of recall()) this.add(entry.state === 'sending' ? { ...entry, state: 'unsure' } : entry);
    this.arrange();
    // What is half filled in outlives a reload.
    addEventListener('pagehide', () => remember(this.entries.map(entry => this.withTyped(entry))));
    if (this.entries.findLast(entry => entry.answer)?.answer.goesOn) composer.goPrivate();
  }

  // Something was typed. The line is shown at once; its answer comes below.
  type(text, isPrivate) {
    this.deliver({ id: crypto.randomUUID(), text, isPrivate });
  }

  // A button was pressed; true when it was answered. inPlace: the entry whose form it was, which the answer takes the place of.
  press({ verb, data, title, isPrivate }, inPlace = null) {
    return this.deliver({ id: crypto.randomUUID(), action: { verb, data }, title, isPrivate }, inPlace);
  }

  deliver(turn, inPlace = null) {
    const line = inPlace ?? this.add({ line: turn, at: Date.now(), state: 'sending' });
    // One after the other, in the order they were made.
    const work = this.queue.then(() => this.exchange(turn, line, inPlace));
    this.queue = work.catch(() => {});
    return work;
  }

  async exchange(turn, line, inPlace) {
    const { id, text, action, isPrivate } = turn;
    const outcome = await send({ id, private: isPrivate, ...(action ? { action } : { text }) });
    if (outcome.answer) this.answered(turn, line, inPlace, outcome.answer);
    else if (inPlace) this.add({ line: turn, at: Date.now(), state: outcome.again ? 'failed' : 'refused', error: outcome.error });
    else this.change(line, { state: outcome.again ? 'failed' : 'refused', error: outcome.error });
    if (!outcome.answer) atOnce(`${say('not-sent')} ${outcome.error}`);
    return !!outcome.answer;
  }

  answered(turn, line, inPlace, { text, card, file, private: goesOn, refused }) {
    const answer = { answer: { text, card, file, isPrivate: !!goesOn || turn.isPrivate, goesOn: !!goesOn, refused: !!refused }, at: Date.now() };
    if (!inPlace) this.change(line, { state: 'sent', error: '' });
    // A refusal that does not bring the form back stands below it: what was filled in is still there.
    const stays = inPlace && refused && !JSON.stringify(card ?? '').includes(JSON.stringify(turn.action?.data?.form ?? ''));
    const shown = inPlace && !stays ? this.change(inPlace, answer) : this.add(answer);
    if (turn.isPrivate || goesOn) this.settle(shown, goesOn);
    (refused ? atOnce : politely)(`${first(text)} ${this.follow(turn, goesOn)}`.trim());
    const input = card && firstInput(shown.el);
    if (input) input.focus();
    else if (inPlace || (turn.action && !wide.matches)) shown.el.focus();
    this.toEnd(shown);
  }

  // A question that has been answered, or given up, is words and nothing to fill in.
  settle(shown, goesOn) {
    const asks = entry => JSON.stringify(entry.answer?.card ?? '').includes('"verb":"answer"');
    if (goesOn && !asks(shown)) return;
    for (const old of this.entries.filter(entry => entry !== shown && asks(entry))) this.change(old, { answer: { ...old.answer, card: null } });
  }

  // Where the next line is heard: with the bot alone while it asks one thing after the other.
  follow({ isPrivate, action }, goesOn) {
    return goesOn ? this.composer.goPrivate() : isPrivate && (!action || action.verb === 'answer') ? this.composer.goBack() : '';
  }

  withTyped(entry) {
    return entry.form?.typed ? { ...entry, form: null, typed: entry.form.typed() } : { ...entry, form: null };
  }

  // Drawn again, in the page's other language: what was typed stays.
  again() {
    for (const entry of this.entries) this.draw(Object.assign(entry, this.withTyped(entry)));
  }

  add(entry) {
    entry.el = document.createElement('li');
    entry.el.tabIndex = -1;
    this.entries.push(entry);
    this.draw(entry);
    this.arrange();
    if (entry.line) this.toEnd(entry);
    return entry;
  }

  change(entry, more) {
    Object.assign(entry, more, more.answer ? { typed: null } : {});
    this.draw(entry);
    remember(this.entries);
    return entry;
  }

  // The messages kept for this person stand where they were posted.
  place(own) {
    this.own = own.map(one => {
      const el = one.entry ??= Object.assign(document.createElement('li'), { className: 'kept-own' });
      // Put in again, it would lose the focus.
      if (one.el.parentElement !== el) el.append(one.el);
      return { el, at: Date.parse(one.at) };
    });
    this.arrange();
  }

  arrange() {
    const all = [...this.own, ...this.entries].sort((a, b) => a.at - b.at);
    for (const old of [...log.children]) if (!all.some(one => one.el === old)) old.remove();
    all.forEach((one, i) => { if (log.children[i] !== one.el) log.insertBefore(one.el, log.children[i] ?? null); });
    empty.hidden = all.length > 0;
    this.entries = forget(this.entries);
    remember(this.entries);
  }

  // What is new is seen from its beginning.
  toEnd({ el }) {
    if (scroll.scrollHeight <= scroll.clientHeight) return el.scrollIntoView({ block: 'nearest' });
    const [top, end] = [el.offsetTop - 12, el.offsetTop + el.offsetHeight + 8];
    if (end > scroll.scrollTop + scroll.clientHeight || top < scroll.scrollTop) scroll.scrollTop = Math.min(top, Math.max(0, end - scroll.clientHeight));
    if (!wide.matches) scroll.scrollIntoView({ block: 'nearest' });
  }

  draw(entry) {
    const { el, line, answer } = entry;
    el.className = answer ? `answer${answer.refused ? ' refused' : ''}` : `line ${entry.state}`;
    el.replaceChildren();
    const put = (tag, className, text) => { const part = Object.assign(document.createElement(tag), { className, textContent: text }); el.append(part); return part; };
    if ((answer ?? line).isPrivate) put('p', 'tag', say('own'));
    if (!answer) {
      put('p', line.action ? 'pressed' : 'text', line.action ? say('pressed', line.title) : line.text);
      if (entry.state === 'sending') put('p', 'state', say('sending'));
      if (entry.state === 'refused') put('p', 'state wrong', `${say('not-sent')} ${entry.error}`);
      if (entry.state === 'failed' || entry.state === 'unsure') this.offerAgain(entry, put('p', 'state wrong', `${say(entry.state === 'failed' ? 'not-sent' : 'unsure')} ${entry.error ?? ''} `));
      return;
    }
    const host = put('div', answer.card ? 'card' : 'bubble', '');
    if (!answer.card) host.append(asText(answer.text));
    else show(host, answer.card, answer.text, (verb, data, title, button) => {
      // A form that was sent has done its work: its answer, or what is wrong with it, takes its place.
      const form = host.classList.contains('has-inputs');
      during(host, button, () => this.press({ verb, data, title, isPrivate: answer.isPrivate }, form ? entry : null));
    }, entry.typed ?? {});
    entry.form = host.classList.contains('has-inputs') ? host : null;
    if (answer.file) this.offerFile(answer.file, put('p', 'file', ''));
  }

  offerAgain(entry, host) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: say('again') });
    button.addEventListener('click', () => {
      this.change(entry, { state: 'sending' });
      entry.el.focus();
      this.queue = this.queue.then(() => this.exchange(entry.line, entry, null)).catch(() => {});
    });
    host.append(button);
  }

  offerFile(file, host) {
    if (file.gone) { host.textContent = say('file-gone', file.name); return; }
    const bytes = file.text ?? Uint8Array.from(atob(file.base64), c => c.charCodeAt(0));
    const link = Object.assign(document.createElement('a'), { textContent: say('file', file.name), download: file.name, href: URL.createObjectURL(new Blob([bytes], { type: file.type })) });
    host.append(link);
  }
}
