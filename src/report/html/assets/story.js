// The story: what the page shows, with the ways through it that every view needs.
// Texts come from strangers. They are set as text nodes, never as markup.

const $ = id => document.getElementById(id);
const story = JSON.parse($('story').textContent);
const VERDICTS = ['conflict', 'update', 'minor', 'unsupported', 'unclear', 'compatible', 'agree'];
const STEPS = ['low', 'medium', 'high'];
const isDiscrepancy = topic => VERDICTS.indexOf(topic.verdict) < 3;

/** An element with attributes (`null` leaves one out) and children: nodes, or words. */
function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

/** Words from the articles, kept from turning the words around them. */
const quoted = words => el('bdi', {}, words);

/** "3 witnesses", "1 witness". */
const several = (count, one, many = one + 's') => `${count} ${count === 1 ? one : many}`;

/** A, B … Z, AA: what a reading is called, so that no colour has to say it. */
function letter(number) {
  const rest = Math.floor(number / 26);
  return (rest > 0 ? letter(rest - 1) : '') + String.fromCharCode(65 + number % 26);
}

/** The words of a claim, of its sentence, of its attribution. */
const words = (article, [start, end]) => story.articles[article].text.slice(start, end);
const claimWords = claim => words(claim.article, claim.place);

/** The sentence of a claim with the claim marked in it. */
function sentence(claim, number) {
  const text = story.articles[claim.article].text;
  const [start, end] = claim.sentence;
  const [first, last] = claim.place;
  const mark = el('mark', { class: `r${number % 6}` }, text.slice(first, last));
  return quoted([text.slice(Math.min(start, first), first), mark, text.slice(last, Math.max(end, last))]);
}

/** The articles that give a reading, each once, in reading order. */
function articlesOf(reading) {
  return [...new Set(reading.claims.map(id => story.claims[id].article))].sort((a, b) => a - b);
}

/** The names of the articles that give a reading; near-copies are joined by "=". */
function sources(reading) {
  const families = new Map();
  for (const number of articlesOf(reading)) {
    const { lineage, name } = story.articles[number];
    families.set(lineage, [...(families.get(lineage) ?? []), name]);
  }
  return [...families.values()].map(names => names.join(' = ')).join(', ');
}

for (const article of story.articles) {
  article.lines = [0, ...Array.from(article.text.matchAll(/\r\n|\r|\n/g), end => end.index + end[0].length)];
}

/** The line of a place, from 1. */
function lineOf(article, at) {
  let [low, high] = [0, article.lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    article.lines[middle] <= at ? low = middle + 1 : high = middle;
  }
  return Math.max(low, 1);
}

/** "12" with the words before it, or "¶12" in a page or document. */
const lineInWords = (claim, before = '') => (story.articles[claim.article].extracted ? '¶' : before) + claim.line;

// Claims come as bare lists, for there are thousands of them.
story.claims = story.claims.map(([article, start, end, first, last, known]) => ({
  article, place: [start, end], sentence: [first, last], line: lineOf(story.articles[article], start), ...known,
}));
// What only the draft says is no topic: nobody else speaks of it. It is listed as one.
for (const [id, kind] of story.unsupported ?? []) {
  const claim = story.claims[id];
  story.topics.push({
    fingerprint: `draft-${claim.place.join('-')}`, kind, scope: 'internal', verdict: 'unsupported', confidence: 'high', severity: 'low',
    topic: claimWords(claim), reason: 'only the draft says so', readings: [{ value: claimWords(claim), witnesses: 1, claims: [id] }],
  });
}
story.topics.forEach((topic, number) => {
  topic.number = number;
  topic.articles = new Set(topic.readings.flatMap(articlesOf));
});

/** All that a search in a topic looks through, in small letters; made when first asked for. */
function haystack(topic) {
  topic.haystack ??= [
    topic.topic, topic.kind, topic.verdict, topic.fingerprint, topic.reason, topic.hint ?? '',
    ...topic.readings.flatMap(reading => [reading.value, sources(reading), ...reading.claims.map(id => {
      const claim = story.claims[id];
      return words(claim.article, claim.sentence);
    })]),
  ].join('\n').toLowerCase();
  return topic.haystack;
}

/** Tells a screen reader what has happened. */
function say(what) {
  $('said').textContent = what;
}
