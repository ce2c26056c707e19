import { politely } from './announce.js';
import { say } from './words.js';

// Where a person types, and who is to hear it.
const form = document.getElementById('composer'), text = document.getElementById('say');

export class Composer {
  constructor(onLine) {
    form.addEventListener('submit', e => {
      e.preventDefault();
      if (!text.value.trim()) return text.focus();
      onLine(text.value, form.elements.to.value === 'own');
      this.fill('');
    });
    text.addEventListener('keydown', e => {
      if (e.key !== 'Enter' || e.shiftKey || e.isComposing) return;
      e.preventDefault();
      form.requestSubmit();
    });
    text.addEventListener('input', fit);
  }

  fill(words) {
    text.value = words;
    fit();
    text.focus();
  }

  goPrivate() {
    form.elements.to.value = 'own';
    politely(say('goes-on-own'));
  }
}

// As high as its lines, up to what the style allows.
function fit() {
  text.rows = Math.min(8, text.value.split('\n').length);
}
