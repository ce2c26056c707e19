// Answers, a line of JSON for a line of JSON, what the packages others use make of our templates and cards.
//   {"op":"bind","template":{…},"data":{…}}  → {"bound":…}
//   {"op":"load","card":{…}}                 → {"events":["…"]}: all that the card renderer remarks when it parses and validates
//   {"op":"types","values":[{"name":"…","type":"KnownBlock[]","value":…}]} → {"faults":["…"]}: where a value is not of its type in @slack/types
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { Template } = require('adaptivecards-templating');
// The bundle: the package's own entry does not load outside a browser's build.
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');

const answer = {
  bind: ({ template, data }) => ({ bound: new Template(template).expand({ $root: data }) }),
  load: ({ card }) => {
    const loaded = new AdaptiveCard();
    const context = new SerializationContext();
    loaded.parse(known(card), context);
    const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
    return { events: [...parsed, ...loaded.validateProperties().validationEvents.map(event => event.message)] };
  },
  types: ({ values }) => {
    const ts = require('typescript');
    const name = fileURLToPath(new URL('values.ts', import.meta.url));
    const lines = values.map((one, i) => `export const v${i}: ${one.type} = ${JSON.stringify(one.value)};`);
    const source = ["import type { HomeView, KnownBlock, ModalView } from '@slack/types';", ...lines].join('\n');
    const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const host = ts.createCompilerHost(options);
    const { fileExists, getSourceFile } = host;
    host.fileExists = file => file === name || fileExists.call(host, file);
    host.getSourceFile = (file, ...more) => (file === name ? ts.createSourceFile(file, source, options.target) : getSourceFile.call(host, file, ...more));
    return {
      faults: ts.getPreEmitDiagnostics(ts.createProgram([name], options, host)).map(fault => {
        const line = fault.file?.fileName === name ? fault.file.getLineAndCharacterOfPosition(fault.start).line : 0;
        return `${line > 0 ? values[line - 1].name : (fault.file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
      }),
    };
  },
};

// The package knows no charts; what we give instead of one is what it will show.
function known(part) {
  if (Array.isArray(part)) return part.map(known);
  if (part === null || typeof part !== 'object') return part;
  if (typeof part.type === 'string' && part.type.startsWith('Chart.')) return known(part.fallback);
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, known(value)]));
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    const asked = JSON.parse(line);
    said = answer[asked.op](asked);
  } catch (error) {
    said = { error: String(error?.message ?? error) };
  }
  process.stdout.write(JSON.stringify(said) + '\n');
}
