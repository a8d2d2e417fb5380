// The list: one entry for each difference in view, worst first. Entries are made once
// and kept; a filter only chooses among them.

const entries = new Map();
let inView = [];

/** The name by which a topic is linked to. */
const anchor = topic => `#${topic.fingerprint}`;

function entry(topic) {
  if (!entries.has(topic.number)) entries.set(topic.number, makeEntry(topic));
  return entries.get(topic.number);
}

/** More readings than this are counted, not listed. */
const ENTRY_READINGS = 3;

function makeEntry(topic) {
  const side = (reading, number) => el('span', { class: 'side' },
    el('b', { class: `letter r${number % 6}` }, letter(number)), ' ',
    el('span', { class: 'value' }, quoted(reading.value)), ' ',
    el('span', { class: 'sources' }, sources(reading)));
  const more = topic.readings.length - ENTRY_READINGS;
  const link = el('a', { href: anchor(topic), 'data-topic': topic.number },
    el('span', { class: 'kicker' },
      el('span', { class: `verdict v-${topic.verdict}` }, topic.verdict), ` ${topic.kind}`,
      el('span', { class: 'severity' }, severity(topic), isSure(topic) ? null : ` · ${topic.confidence} confidence`)),
    el('span', { class: 'topic' }, quoted(topic.topic)),
    topic.verdict === 'unsupported' ? el('span', { class: 'side sources' }, sentenceOf(topic))
      : topic.readings.slice(0, ENTRY_READINGS).map(side),
    more > 0 ? el('span', { class: 'more' }, `and ${several(more, 'more reading')}`) : null,
    el('span', { class: 'mark-line' }));
  const item = el('li', { 'data-number': topic.number }, link);
  showEntryMark(item, topic);
  return item;
}

/** Where what only the draft says stands: "Draft:13 The line said it would pay …". */
function sentenceOf(topic) {
  const claim = story.claims[topic.readings[0].claims[0]];
  return [`${story.articles[claim.article].name}:${lineInWords(claim)} `, quoted(words(claim.article, claim.sentence))];
}

const isSure = topic => topic.confidence === 'high';
/** A difference has a severity; agreement has none. */
const severity = topic => isDiscrepancy(topic) ? `${topic.severity} severity` : '';

function showEntryMark(item, topic) {
  const mark = markOf(topic);
  item.dataset.mark = mark.state;
  item.querySelector('.mark-line').textContent = mark.state === 'open' && !mark.note ? '' : markInWords(mark);
}

/** Shows the topics that pass the filters. */
function showList() {
  const hadFocus = $('list').contains(document.activeElement) ? document.activeElement : null;
  inView = story.topics.filter(topic => passes(topic));
  $('list').replaceChildren(...inView.map(entry));
  if (inView.length === 0) $('list').append(el('li', { class: 'nothing' }, nothing()));
  hadFocus?.focus({ preventScroll: true });
  showChosenEntry();
}

function nothing() {
  return story.topics.some(isDiscrepancy) ? 'Nothing passes the filters.' : 'No discrepancy in these articles.';
}

/** Marks the chosen entry and brings it into sight. */
function showChosenEntry() {
  $('list').querySelector('[aria-current]')?.removeAttribute('aria-current');
  const link = state.chosen && entries.get(state.chosen.number)?.firstElementChild;
  if (link?.isConnected) {
    link.setAttribute('aria-current', 'true');
    link.scrollIntoView({ block: 'nearest' });
  }
}

/** The topic `step` places after the chosen one, among those in view. */
function neighbour(step) {
  const at = inView.indexOf(state.chosen);
  if (at < 0) return inView[step > 0 ? 0 : inView.length - 1] ?? null;
  return inView[Math.min(Math.max(at + step, 0), inView.length - 1)] ?? null;
}
