// Adds an element with a text, never with markup.
export function put(parent, tag, text, more = {}) {
  const el = Object.assign(document.createElement(tag), more);
  if (text !== null) el.textContent = text;
  parent.append(el);
  return el;
}
