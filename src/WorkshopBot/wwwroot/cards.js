import { say } from './words.js';
import { atOnce } from './announce.js';

// Shows cards by the official library. It knows colours only as names of our own, so that light and dark follow without drawing again.
const tone = name => ({ default: `var(--${name})`, subtle: `var(--${name === 'ink' ? 'ink2' : name})` });
const ink = { default: tone('ink'), dark: tone('ink'), light: tone('ink2'), accent: tone('accent'), good: tone('good'), warning: tone('warn'), attention: tone('bad') };
const box = paint => ({ backgroundColor: `var(--${paint})`, foregroundColors: ink });
const looks = () => ({
  fontFamily: 'inherit', fontSizes: { small: 13, default: 15, medium: 17, large: 20, extraLarge: 24 }, lineHeights: { small: 19, default: 22, medium: 24, large: 27, extraLarge: 31 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 }, spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 12 }, separator: { lineThickness: 1, lineColor: 'var(--rule)' },
  imageSizes: { small: 40, medium: 80, large: 160 }, textBlock: { headingLevel: 3 }, factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 160 }, value: { wrap: true }, spacing: 16 },
  containerStyles: { default: box('clear'), emphasis: box('paper'), accent: box('accent-soft'), good: box('good-soft'), warning: box('warn-soft'), attention: box('bad-soft') },
  actions: { maxActions: 10, buttonSpacing: 0, actionsOrientation: 'horizontal', actionAlignment: 'left', spacing: 'medium', showCard: { actionMode: 'inline', inlineTopMargin: 12 } },
  inputs: { label: { inputSpacing: AdaptiveCards.Spacing.Small, requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { weight: 'bolder' } }, errorMessage: { color: 'attention', spacing: AdaptiveCards.Spacing.Small } },
});

const there = () => !!window.AdaptiveCards;
export const missing = () => !there();
let config = null;

function prepare() {
  // Said outright, or the library warns that nobody has.
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = () => {};
  // 3.0.6 takes an empty number for one outside its limits, required or not, and then sends nothing without a word.
  const number = AdaptiveCards.NumberInput.prototype, isValid = number.isValid;
  number.isValid = function () { return Number.isNaN(this.value) ? !this.isRequired : isValid.call(this); };
  return new AdaptiveCards.HostConfig(looks());
}

// Puts a card, or its text where that cannot be, into an element. act(verb, data, title, button) is called with what is pressed; typed is what somebody had put into it already.
export function show(host, json, text, act, typed = {}) {
  host.replaceChildren(draw(json, act, host, typed) ?? asText(text, json && there() ? say('text-only') : ''));
  host.onmousedown = keepFocus;
  host.onkeydown = sendOnEnter;
  host.classList.toggle('has-inputs', !!host.querySelector('input,textarea,select'));
}

// Pressed by mouse, a button must not take the focus at once: the input that loses it drops its message, the button moves, and the press misses it.
function keepFocus(e) {
  if (e.target.closest('.ac-pushButton')) e.preventDefault();
}

// Where there is one thing to type, Enter sends it.
function sendOnEnter(e) {
  if (e.key !== 'Enter' || e.isComposing || !e.target.matches('input[type=text],input[type=number]')) return;
  const card = e.currentTarget;
  if (card.querySelectorAll('input,textarea,select').length === 1) card.querySelector('.ac-pushButton')?.click();
}

export const firstInput = host => host.querySelector('.ac-input-validation-failed, input:not([type=hidden]), textarea, select');

function draw(json, act, host, typed) {
  if (!json || !there()) return null;
  try {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = config ??= prepare();
    card.parse(filled(loosened(json), typed));
    card.onExecuteAction = action => press(card, action, act, host);
    const drawn = card.render();
    host.typed = () => Object.fromEntries(card.getAllInputs().filter(input => input.id && input.value != null).map(input => [input.id, String(input.value)]));
    if (drawn && typeof json.lang === 'string') drawn.lang = json.lang;
    return drawn ?? null;
  } catch (e) {
    console.warn('A card could not be shown.', e);
    return null;
  }
}

// These go on with the same form in another way: what is in it is taken along as it is, and not found wanting first.
const goingOn = ['more', 'ask'];
const loosened = json => JSON.parse(JSON.stringify(json), (_, part) => goingOn.includes(part?.data?.verb) ? { ...part, associatedInputs: 'none' } : part);

const filled = (json, typed) => JSON.parse(JSON.stringify(json), (_, part) => Object.hasOwn(typed, part?.id ?? '') && String(part.type).startsWith('Input.')
  ? { ...part, value: part.type === 'Input.Number' && typed[part.id] ? Number(typed[part.id]) : typed[part.id] } : part);

function press(card, action, act, host) {
  if (action instanceof AdaptiveCards.OpenUrlAction) return open(action.url);
  if (host.dataset.busy) return;
  action.renderedElement?.focus({ preventScroll: true });
  const data = { ...action.data };
  // What was emptied is sent as empty; the library leaves it out.
  if (action.associatedInputs !== 'none') for (const input of card.getAllInputs()) if (input.id) data[input.id] ??= '';
  if (goingOn.includes(data.verb)) for (const input of card.getAllInputs()) if (input.id && input.value != null) data[input.id] ??= String(input.value);
  for (const name of Object.keys(data)) if (data[name] === null || typeof data[name] === 'object') delete data[name];
  const verb = (action instanceof AdaptiveCards.ExecuteAction && action.verb) || data.verb;
  if (verb) act(String(verb), data, action.title ?? '', action.renderedElement);
}

// Only web pages, and those cannot reach back to this one.
function open(url) {
  const target = URL.canParse(url, location.href) && new URL(url, location.href);
  if (target && ['http:', 'https:'].includes(target.protocol)) window.open(target.href, '_blank', 'noopener,noreferrer');
  else atOnce(say('link-refused'));
}

export function asText(text, note = '') {
  const all = document.createElement('div');
  if (note) all.append(Object.assign(document.createElement('p'), { className: 'quiet', textContent: note }));
  all.append(Object.assign(document.createElement('p'), { className: 'twin', textContent: text }));
  return all;
}

// While a press is on its way the card takes no other, and the button says so; it keeps the focus.
export async function during(host, button, work) {
  host.dataset.busy = 'yes';
  await null;     // the library sets its buttons right after telling us
  const buttons = [...host.querySelectorAll('button')];
  for (const one of buttons) one.setAttribute('aria-disabled', 'true');
  button?.setAttribute('aria-busy', 'true');
  try {
    return await work();
  } finally {
    delete host.dataset.busy;
    for (const one of buttons) one.removeAttribute('aria-disabled');
    button?.removeAttribute('aria-busy');
  }
}
