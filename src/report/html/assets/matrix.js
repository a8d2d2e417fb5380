// The matrix: topics down, articles across. A letter says which reading an article
// gives, a tick that all agree, a dot that it is silent. Rows are added as they are
// scrolled to: fifty articles have thousands of cells.

/** Rows made at a time. */
const CHUNK = 40;
/** With more articles than this, cells hold letters and not values. */
const VALUE_COLUMNS = 8;
let matrixRows = null;

/** Readings of each article in a topic. */
function readingsByArticle(topic) {
  const cells = new Map();
  topic.readings.forEach((reading, number) => {
    for (const article of articlesOf(reading)) cells.set(article, [...(cells.get(article) ?? []), number]);
  });
  return cells;
}

function cell(topic, numbers, article, withValues) {
  if (!numbers) return el('td', { class: 'silent' }, el('span', { 'aria-hidden': 'true' }, '·'), el('span', { class: 'vh' }, 'silent'));
  const isOne = topic.readings.length === 1 && topic.articles.size > 1;
  const values = numbers.map(number => topic.readings[number].value);
  const sign = isOne ? '✓' : numbers.map(letter).join(' ');
  const other = numbers.length > 1 ? ` both o${numbers[1] % 6}` : '';
  const shade = isOne ? 'same' : `r${numbers[0] % 6}${other}`;
  return el('td', { class: `says ${shade}`, title: values.join(' / '), 'data-article': article },
    el('b', {}, sign), withValues ? el('span', { class: 'value' }, quoted(values.join(' / '))) : el('span', { class: 'vh' }, ` ${values.join(' / ')}`));
}

function row(topic, withValues) {
  const cells = readingsByArticle(topic);
  return el('tr', { 'data-topic': topic.number, class: `v-${topic.verdict}` },
    el('th', { scope: 'row' },
      el('a', { href: anchor(topic), 'data-topic': topic.number }, quoted(topic.topic)), ' ',
      el('span', { class: `verdict v-${topic.verdict}` }, topic.verdict)),
    story.articles.map((_, article) => cell(topic, cells.get(article), article, withValues)));
}

const LEGEND = [['same', '✓', 'all that speak agree'], ['r0', 'A', 'first reading'], ['r1', 'B', 'second reading, and so on'], ['silent', '·', 'silent']];

function showMatrix() {
  const withValues = story.articles.length <= VALUE_COLUMNS;
  const byKind = Map.groupBy ? Map.groupBy(story.topics.filter(topic => passes(topic)), t => t.kind) : groupedByKind(story.topics.filter(topic => passes(topic)));
  const queue = [...byKind].flatMap(([kind, topics]) => [kind, ...topics]);
  showCount(queue.length - byKind.size);
  const head = el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'Topic'),
    story.articles.map(a => el('th', { scope: 'col' }, el('span', { title: a.title ?? a.name }, quoted(a.name)), a.draft ? ' (draft)' : ''))));
  const body = el('tbody');
  const table = el('table', { class: withValues ? 'matrix values' : 'matrix letters' },
    el('caption', { class: 'vh' }, 'What each article says on each topic'), head, body);
  const legend = el('p', { class: 'legend' }, LEGEND.map(([shade, sign, means]) =>
    el('span', {}, el('b', { class: `says ${shade}` }, sign), ` ${means}`)));
  const end = el('div', { class: 'more-rows' });
  $('matrix-view').replaceChildren(legend, el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Matrix' }, table, end));
  matrixRows?.disconnect();
  const add = count => {
    for (const next of queue.splice(0, count)) {
      body.append(typeof next === 'string'
        ? el('tr', { class: 'kind' }, el('th', { scope: 'rowgroup', colspan: story.articles.length + 1 }, next)) : row(next, withValues));
    }
    if (queue.length === 0) end.remove();
  };
  add(CHUNK);
  matrixRows = new IntersectionObserver(([{ isIntersecting }]) => {
    // Watched anew each time: after one chunk the end may still be in sight.
    if (isIntersecting) {
      add(CHUNK);
      matrixRows.unobserve(end);
      if (end.isConnected) matrixRows.observe(end);
    }
  }, { root: $('matrix-view').querySelector('.scroll'), rootMargin: '600px' });
  matrixRows.observe(end);
}

function groupedByKind(topics) {
  const groups = new Map();
  for (const topic of topics) groups.set(topic.kind, [...(groups.get(topic.kind) ?? []), topic]);
  return groups;
}

$('matrix-view').addEventListener('click', event => {
  const td = event.target.closest('td.says');
  if (!td) return;
  const topic = story.topics[Number(td.parentElement.dataset.topic)];
  openTopic(topic);
  const claims = topic.readings.flatMap(reading => reading.claims);
  showPlace(claims.find(id => story.claims[id].article === Number(td.dataset.article)));
});
