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
    form.addEventListener('change', () => { this.moved = false; });
  }

  fill(words) {
    text.value = words;
    fit();
    text.focus();
  }

  // The bot asks questions there. It goes back by itself when they are over, unless the person chose it. Both say what they did.
  goPrivate() {
    if (form.elements.to.value === 'own') return '';
    form.elements.to.value = 'own';
    this.moved = true;
    return say('goes-on-own');
  }

  goBack() {
    if (!this.moved) return '';
    form.elements.to.value = 'room';
    this.moved = false;
    return say('back-to-room');
  }
}

// As high as its lines, up to what the style allows.
function fit() {
  text.rows = Math.min(8, text.value.split('\n').length);
}
