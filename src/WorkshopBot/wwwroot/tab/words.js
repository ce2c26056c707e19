// The tab's own words. What is said of a workshop comes from the bot.
const english = {
  'title': 'My workshops', 'loading': 'One moment, your workshops are on their way.', 'waits': 'Waits for you', 'all': 'All my workshops',
  'nothing-waits': 'Nothing waits for you right now.', 'answer': 'Answer in the chat', 'map': 'Open the map', 'map-of': 'Open the map of {0}', 'answer-of': 'Answer in the chat: {0}',
  'running': 'Running', 'closed': 'Closed', 'to-lead': 'Still open in this step', 'refreshed': 'Your workshops, as they stand now.',
  'none-title': 'No workshop yet', 'none': 'You take part in no workshop so far. In a channel or group chat, mention the bot and say “start” with a title, such as: start Getting a family e-bike',
  'away-title': 'Your workshops are in the chat', 'away': 'You are not signed in here, so this page shows nothing of yours. In the chat with the bot, say “show map”: it answers with a link to the map. Say “mine” for what you added.',
  'later-title': 'Not right now', 'later': 'Your workshops cannot be shown at the moment. Nothing is lost.', 'again': 'Try again', 'to-chat': 'Go to the chat',
  'back': 'Back to my workshops', 'outside': 'Open in the browser', 'map-frame': 'The map',
};
const german = {
  'title': 'Meine Workshops', 'loading': 'Einen Moment, die Workshops kommen gleich.', 'waits': 'Wartet auf eine Antwort', 'all': 'Alle meine Workshops',
  'nothing-waits': 'Gerade wartet nichts.', 'answer': 'Im Chat antworten', 'map': 'Karte öffnen', 'map-of': 'Karte öffnen: {0}', 'answer-of': 'Im Chat antworten: {0}',
  'running': 'Läuft', 'closed': 'Geschlossen', 'to-lead': 'In diesem Schritt noch offen', 'refreshed': 'Die Workshops, wie sie jetzt stehen.',
  'none-title': 'Noch kein Workshop', 'none': 'Bisher gibt es hier keinen Workshop. In einem Kanal oder Gruppenchat den Bot erwähnen und „start“ mit einem Titel schreiben, etwa: start Ein E-Bike für die Familie',
  'away-title': 'Die Workshops sind im Chat', 'away': 'Hier ist niemand angemeldet, darum zeigt diese Seite nichts Eigenes. Im Chat mit dem Bot „zeige Karte“ schreiben: Er antwortet mit einem Link auf die Karte. Auf „meine“ zeigt er die eigenen Beiträge.',
  'later-title': 'Gerade nicht', 'later': 'Die Workshops lassen sich im Moment nicht zeigen. Verloren ist nichts.', 'again': 'Noch einmal versuchen', 'to-chat': 'Zum Chat',
  'back': 'Zurück zu den Workshops', 'outside': 'Im Browser öffnen', 'map-frame': 'Die Karte',
};

let words = english;

/** Speaks the language of a tag where there is one, else English; returns what it speaks. */
export function speak(tag) {
  const isGerman = /^de\b/i.test(tag ?? '');
  words = isGerman ? german : english;
  return isGerman ? 'de' : 'en';
}

export const say = (word, ...args) => words[word].replace(/\{(\d)\}/g, (_, n) => args[n]);
