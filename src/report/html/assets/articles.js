// The articles side by side: each in its own column, in full, at the place that counts.
// A column is filled when it comes near the window, so fifty cost no more than five.

/** Stretches of a zone as nodes: claims are marks, their sentences tinted. */
function pieces(text, start, end, stretches) {
  const near = stretches.filter(s => s.start < end && s.end > start);
  const cuts = new Set([start, end]);
  for (const s of near) cuts.add(Math.max(s.start, start)).add(Math.min(s.end, end));
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, i) => {
    const to = points[i + 1];
    const over = near.filter(s => s.start <= from && s.end >= to);
    const claim = over.find(s => s.reading !== undefined);
    const words = text.slice(from, to);
    if (claim) {
      const isFirst = claim.start === from;
      return el('mark', {
        class: `place r${claim.reading % 6}`, 'data-claim': claim.id,
        'data-letter': isFirst ? letter(claim.reading) : null, tabindex: isFirst ? '-1' : null,
      }, words);
    }
    if (over.length === 0) return words;
    return el('span', { class: over.some(s => s.says) ? 'in-sentence says' : 'in-sentence' }, words);
  });
}

/** What is to be marked in an article for a topic. */
function stretchesIn(topic, number) {
  return topic.readings.flatMap((reading, at) => reading.claims.map(id => [story.claims[id], id, at]))
    .filter(([claim]) => claim.article === number)
    .flatMap(([claim, id, reading]) => [
      { start: claim.place[0], end: claim.place[1], reading, id },
      { start: claim.sentence[0], end: claim.sentence[1] },
      ...(claim.attribution ? [{ start: claim.attribution[0], end: claim.attribution[1], says: true }] : []),
    ]);
}

const ZONE_TAGS = { headline: 'h4', subheading: 'h5', caption: 'p', body: 'p', furniture: 'p' };

function fillColumn(column) {
  const number = Number(column.dataset.article);
  const article = story.articles[number];
  const stretches = state.chosen ? stretchesIn(state.chosen, number) : [];
  column.querySelector('.text').replaceChildren(...article.zones.map(([start, end, kind = 'body']) =>
    el(ZONE_TAGS[kind], { class: kind, dir: 'auto', 'data-line': lineOf(article, start) },
      pieces(article.text, start, end, stretches))));
  delete column.dataset.empty;
  const mark = column.querySelector('mark');
  const scroller = column.querySelector('.text');
  if (mark) scroller.scrollTop += mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top - scroller.clientHeight / 3;
}

const columnWatch = new IntersectionObserver(seen => {
  for (const { isIntersecting, target } of seen) {
    if (isIntersecting && 'empty' in target.dataset) fillColumn(target);
  }
}, { root: null, rootMargin: '300px' });

function column(number) {
  const article = story.articles[number];
  const about = [article.published, article.draft ? 'the draft' : null, kin(number)].filter(Boolean).join(' · ');
  const id = `article-${number}`;
  return el('article', { class: 'column', 'data-article': number, 'data-empty': '', 'aria-labelledby': id },
    el('header', {},
      el('h3', { id }, quoted(article.name)),
      article.title && !hasHeadline(article) ? el('p', { class: 'title' }, quoted(article.title)) : null,
      about ? el('p', { class: 'about' }, about) : null),
    el('div', { class: 'text', tabindex: '0', role: 'region', 'aria-label': `Text of ${article.name}` }));
}

/** True where the text itself begins with its title. */
const hasHeadline = article => article.zones.some(([, , kind]) => kind === 'headline');

/** "same text as Herald": articles of one lineage count as one witness. */
function kin(number) {
  const { lineage } = story.articles[number];
  const others = story.articles.filter((article, i) => i !== number && article.lineage === lineage);
  return others.length ? `same text as ${others.map(article => article.name).join(', ')}` : null;
}

/** Shows the articles of the chosen topic, then links to those that are silent. */
function showArticles() {
  columnWatch.disconnect();
  const topic = state.chosen;
  if (!topic) {
    $('articles').replaceChildren();
    return;
  }
  const speaking = [...topic.articles].sort((a, b) => a - b);
  const silent = story.articles.map((_, i) => i).filter(i => !topic.articles.has(i));
  const columns = speaking.map(column);
  const links = silent.map(i => el('button', { type: 'button', 'data-silent': i }, story.articles[i].name));
  const rest = silent.length
    ? [el('aside', { class: 'silent', 'aria-label': 'Silent articles' }, el('h3', {}, 'Silent on this'), links)] : [];
  $('articles').replaceChildren(...columns, ...rest);
  $('articles').scrollLeft = 0;
  columns.forEach(c => columnWatch.observe(c));
}

/** Brings a place into sight; the columns before it stay where they are. */
function showPlace(claim, focus = true) {
  const target = $('articles').querySelector(`[data-article="${story.claims[claim].article}"]`);
  if (!target) return;
  if ('empty' in target.dataset) fillColumn(target);
  const mark = target.querySelector(`mark[data-claim="${claim}"]`);
  document.querySelector('mark.now')?.classList.remove('now');
  if (!mark) return;
  mark.classList.add('now');
  mark.scrollIntoView({ block: 'center', inline: 'nearest' });
  if (focus) mark.focus({ preventScroll: true });
}

/** The claim `step` places after the one shown last, article by article. */
function stepPlace(step) {
  const topic = state.chosen;
  if (!topic) return;
  const claims = topic.readings.flatMap(reading => reading.claims)
    .sort((a, b) => story.claims[a].article - story.claims[b].article || story.claims[a].place[0] - story.claims[b].place[0]);
  const now = document.querySelector('mark.now')?.dataset.claim;
  const at = now === undefined ? (step > 0 ? -1 : 0) : claims.indexOf(Number(now));
  showPlace(claims[(at + step + claims.length) % claims.length]);
}

$('articles').addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-silent]');
  if (!button) return;
  const added = column(Number(button.dataset.silent));
  $('articles').querySelector('.silent').before(added);
  button.remove();
  columnWatch.observe(added);
  added.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  added.querySelector('.text').focus({ preventScroll: true });
});
