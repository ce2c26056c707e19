// The page's own words. What the bot says comes from the bot.
const english = {
  'skip-say': 'Skip to typing', 'skip-room': 'Skip to the room', 'to-the-room': 'To the room', 'you-are': 'You are', 'in-room': 'in', 'links': 'People and language', 'another': 'Open another person', 'language': 'Language',
  'change-name': 'You are {0}. Change name or room',
  'no-cards': 'Cards are shown as text, because the card library is missing: Node was not there when this was built. Install Node 20 or later and build again; typing works all the same.',
  'conversation': 'Your conversation', 'empty': 'Type a line, or press a button on a card.', 'help': 'What can I type',
  'who-hears': 'Who hears it', 'to-room': 'Everybody here', 'to-own': 'Just between us', 'say': 'Your line', 'say-hint': 'Type a line', 'send': 'Send', 'keys': 'Enter sends, Shift and Enter begin a new line.',
  'board': 'The board', 'no-board': 'Nobody has started a workshop in this room. Type start and a title, such as: start Getting a family e-bike', 'thread': 'Under the board', 'posts': 'What came out', 'before': 'What came out before', 'map': 'The map so far', 'done': 'Steps that are over', 'earlier': 'Earlier in this room',
  'name-title': 'Who are you today?', 'name-why': 'Each tab is one person. Open another tab for somebody else.', 'person': 'Your name', 'place': 'Room', 'go-in': 'Go in',
  'person-wrong': 'A name has 1 to 80 characters.', 'place-wrong': 'A room has 1 to 64 of the characters A-Z a-z 0-9 . _ -',
  'offline': 'Not connected, trying again.', 'online': 'Connected again.', 'sending': 'Sending', 'again': 'Send again', 'not-sent': 'Not sent.', 'unsure': 'It is not known whether this arrived. Sending it again counts it once.',
  'pressed': 'You pressed {0}', 'own': 'Just between us', 'goes-on-own': 'This goes on just between us.', 'file': 'Save {0}', 'file-gone': 'The file {0} is not kept; ask for it again.', 'text-only': 'This card cannot be shown here, so this is its text.',
  'board-changed': 'The board has changed.', 'for-you': 'A message just for you.', 'new-post': 'New in the room: {0}', 'newer': 'There is a newer one.', 'show-newer': 'Show it', 'no-stages': 'The stages come first. Once there are some, the map grows here.', 'look': 'Open', 'more-here': '{0} more', 'add-mine': 'Add mine', 'close': 'Close', 'back-to-room': 'Everybody here hears the next line.', 'lane': 'Lane', 'storage': 'The room cannot be shown now. Trying again.',
  'added-by': 'Added by {0}.', 'link-refused': 'This link is not opened: it does not lead to a web page.',
};
const german = {
  'skip-say': 'Zum Schreiben springen', 'skip-room': 'Zum Raum springen', 'to-the-room': 'Zum Raum', 'you-are': 'Hier ist', 'in-room': 'im Raum', 'links': 'Personen und Sprache', 'another': 'Weitere Person öffnen', 'language': 'Sprache',
  'change-name': 'Hier ist {0}. Name oder Raum ändern',
  'no-cards': 'Karten erscheinen als Text, weil die Kartenbibliothek fehlt: Beim Bauen war Node nicht da. Node 20 oder neuer installieren und neu bauen; Schreiben geht auch so.',
  'conversation': 'Das Gespräch', 'empty': 'Eine Zeile schreiben oder einen Knopf auf einer Karte drücken.', 'help': 'Was kann man schreiben',
  'who-hears': 'Wer es hört', 'to-room': 'Alle im Raum', 'to-own': 'Nur unter uns', 'say': 'Die Zeile', 'say-hint': 'Zeile schreiben', 'send': 'Senden', 'keys': 'Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine neue Zeile.',
  'board': 'Die Tafel', 'no-board': 'In diesem Raum hat noch niemand einen Workshop begonnen. Dazu start und einen Titel schreiben, etwa: start Ein E-Bike für die Familie', 'thread': 'Unter der Tafel', 'posts': 'Was dabei herauskam', 'before': 'Was zuvor herauskam', 'map': 'Die Karte bis jetzt', 'done': 'Abgeschlossene Schritte', 'earlier': 'Früher in diesem Raum',
  'name-title': 'Wer ist heute dabei?', 'name-why': 'Jeder Tab ist eine Person. Für jemand anderen einen weiteren Tab öffnen.', 'person': 'Name', 'place': 'Raum', 'go-in': 'Eintreten',
  'person-wrong': 'Ein Name hat 1 bis 80 Zeichen.', 'place-wrong': 'Ein Raum hat 1 bis 64 der Zeichen A-Z a-z 0-9 . _ -',
  'offline': 'Nicht verbunden, neuer Versuch läuft.', 'online': 'Wieder verbunden.', 'sending': 'Wird gesendet', 'again': 'Noch einmal senden', 'not-sent': 'Nicht gesendet.', 'unsure': 'Unklar, ob das angekommen ist. Noch einmal gesendet zählt es einmal.',
  'pressed': 'Gedrückt: {0}', 'own': 'Nur unter uns', 'goes-on-own': 'Das geht nur unter uns weiter.', 'file': '{0} speichern', 'file-gone': 'Die Datei {0} wird nicht aufbewahrt; bitte noch einmal anfordern.', 'text-only': 'Diese Karte lässt sich hier nicht zeigen, daher ihr Text.',
  'board-changed': 'Die Tafel hat sich geändert.', 'for-you': 'Eine Nachricht nur unter uns.', 'new-post': 'Neu im Raum: {0}', 'newer': 'Es gibt eine neuere Fassung.', 'show-newer': 'Anzeigen', 'no-stages': 'Zuerst kommen die Phasen. Sobald es welche gibt, wächst hier die Karte.', 'look': 'Öffnen', 'more-here': '{0} weitere', 'add-mine': 'Beitragen', 'close': 'Schließen', 'back-to-room': 'Die nächste Zeile hören alle im Raum.', 'lane': 'Zeile', 'storage': 'Der Raum lässt sich gerade nicht zeigen. Neuer Versuch läuft.',
  'added-by': 'Hinzugefügt von {0}.', 'link-refused': 'Dieser Link wird nicht geöffnet: Er führt zu keiner Webseite.',
};
const all = { en: english, de: german };
let now = 'en';

export const language = () => now;

export const say = (word, ...args) => all[now][word].replace(/\{(\d)\}/g, (_, i) => args[i]);

// Asked for in the address, chosen before, or the browser's own.
export function firstLanguage() {
  let kept = null;
  try { kept = localStorage.getItem('language'); } catch { /* storage is switched off */ }
  return [new URLSearchParams(location.search).get('lang'), kept, ...navigator.languages ?? [navigator.language]].map(tag => tag?.slice(0, 2).toLowerCase()).find(tag => all[tag]) ?? 'en';
}

export function speak(tag) {
  now = tag;
  try { localStorage.setItem('language', tag); } catch { /* then it is chosen anew next time */ }
  document.documentElement.lang = tag;
  for (const el of document.querySelectorAll('[data-word]')) el.textContent = say(el.dataset.word);
  for (const el of document.querySelectorAll('[data-label]')) el.setAttribute('aria-label', say(el.dataset.label));
  for (const el of document.querySelectorAll('[data-placeholder]')) el.placeholder = say(el.dataset.placeholder);
}
