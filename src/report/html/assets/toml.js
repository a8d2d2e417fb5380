// factdiff-accepted.toml: written as factdiff reads it, and read as far as it is ours.
// A file that says more than we know is refused: exporting it again would lose that.

const ACCEPTED_KEYS = ['fingerprint', 'kind', 'topic', 'because', 'by', 'on', 'until'];
const DAYS = ['on', 'until'];

/** A basic string: TOML has the escapes of JSON, and one control character more. */
const tomlString = text => JSON.stringify(text.toWellFormed?.() ?? text).replaceAll('\u007f', '\\u007F');

/** The file of accepted differences. */
function writeAccepted(entries) {
  const table = entry => {
    const keys = ACCEPTED_KEYS.filter(key => entry[key]);
    const line = key => `${key} = ${DAYS.includes(key) ? entry[key] : tomlString(entry[key])}\n`;
    return `\n[[accepted]]\n${keys.map(line).join('')}`;
  };
  return '# Differences that may stand, each with its reason.\n' + entries.map(table).join('');
}

/** The entries of such a file. Throws an `Error` that names the line. */
function readAccepted(text) {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const entries = [];
  const fail = what => {
    throw new Error(`line ${text.slice(0, at).split('\n').length}: ${what}`);
  };
  const take = pattern => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const endLine = () => take(/[ \t]*(#[^\n]*)?(\r?\n|$)/y) || fail('expected the end of the line');
  while (take(/([ \t\r\n]|#[^\n]*)+/y), at < text.length) {
    if (take(/\[\[[ \t]*accepted[ \t]*\]\]/y)) {
      entries.push({});
    } else {
      const key = take(/([A-Za-z0-9_-]+)[ \t]*=[ \t]*/y)?.[1] ?? fail('expected [[accepted]] or `key = value`');
      const entry = entries.at(-1) ?? fail('expected [[accepted]] before the first key');
      if (!ACCEPTED_KEYS.includes(key)) fail(`no key \`${key}\` is known here`);
      if (key in entry) fail(`\`${key}\` stands here twice`);
      entry[key] = DAYS.includes(key) ? tomlDay(take) ?? fail(`\`${key}\` is a day such as 2027-01-31`)
        : tomlText(take, fail) ?? fail(`\`${key}\` is a text in quotation marks`);
    }
    endLine();
  }
  for (const entry of entries) {
    if (!entry.fingerprint) throw new Error('an [[accepted]] has no fingerprint');
    if (!entry.because?.trim()) throw new Error(`${entry.fingerprint} has no reason: \`because\``);
  }
  return entries;
}

function tomlDay(take) {
  return take(/\d{4}-\d\d-\d\d/y)?.[0] ?? take(/"(\d{4}-\d\d-\d\d)"/y)?.[1];
}

/** A string in any of TOML's four ways of writing one. */
function tomlText(take, fail) {
  const long = take(/"""(?:\r?\n)?((?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*)"""/y);
  if (long) return unescaped(long[1].replace(/\\[ \t]*\r?\n\s*/g, ''), fail);
  const longLiteral = take(/'''(?:\r?\n)?([\s\S]*?)'''/y);
  if (longLiteral) return longLiteral[1];
  const basic = take(/"((?:[^"\\\n]|\\.)*)"/y);
  if (basic) return unescaped(basic[1], fail);
  return take(/'([^'\n]*)'/y)?.[1];
}

function unescaped(text, fail) {
  const plain = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', e: '\u001b', '"': '"', '\\': '\\' };
  return text.replace(/\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[\s\S])/g, (all, code) => {
    if (code.length > 1) {
      const point = parseInt(code.slice(1), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : fail(`no character ${all}`);
    }
    return plain[code] ?? fail(`no escape ${all}`);
  });
}
