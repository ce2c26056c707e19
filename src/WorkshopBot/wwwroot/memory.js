import { me } from './people.js';

// What this tab remembers of its conversation, until it is closed.
const most = 100, largestFile = 100000;
const name = () => `talk:${me.room}:${me.person.toLowerCase()}`;

export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(name())) ?? [];
  } catch {
    return [];
  }
}

export const forget = entries => entries.slice(-most);

export function remember(entries) {
  const small = ({ el, form, ...entry }) => entry.answer?.file && (entry.answer.file.text ?? entry.answer.file.base64 ?? '').length > largestFile
    ? { ...entry, answer: { ...entry.answer, file: { name: entry.answer.file.name, gone: true } } } : entry;
  // A full storage forgets the older half, and then all.
  for (const part of [entries, entries.slice(-most / 4), []])
    try {
      sessionStorage.setItem(name(), JSON.stringify(part.map(small)));
      return;
    } catch { /* too much */ }
}
