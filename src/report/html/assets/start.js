// The start: views, addresses, paper, and what follows from a mark.

const VIEWS = { differences: () => showCount(inView.length), matrix: showMatrix, timeline: showTimeline };

/** Chooses a topic without leaving the list. */
function choose(topic) {
  if (state.chosen !== topic) {
    state.chosen = topic;
    showDetail();
    showArticles();
  }
  showChosenEntry();
  if (topic) remember(anchor(topic));
}

/** Opens a topic to be read: on a narrow screen it takes the place of the list. */
function openTopic(topic) {
  go('differences');
  if (!inView.includes(topic)) {
    inView = story.topics.filter(t => t === topic || passes(t));
    $('list').replaceChildren(...inView.map(entry));
  }
  choose(topic);
  document.body.dataset.open = '';
  $('topic').focus({ preventScroll: true });
  $('detail').scrollIntoView({ block: 'nearest' });
}

function closeDetail() {
  delete document.body.dataset.open;
}

function remember(address) {
  try {
    history.replaceState(null, '', address);
  } catch {
    // Some browsers refuse it to pages from disk; then the address stays as it was.
  }
}

function go(view) {
  if (state.view === view) return;
  state.view = view;
  closeDetail();
  remember(`#${view}`);
  showView();
}

function showView() {
  for (const name of Object.keys(VIEWS)) $(`${name}-view`).hidden = name !== state.view;
  for (const link of document.querySelectorAll('[data-view]')) {
    link.dataset.view === state.view ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
  document.body.dataset.view = state.view;
  showFilters();
  VIEWS[state.view]();
}

/** What a filter leads to. */
function refresh() {
  if (state.view === 'differences') {
    showList();
    if (!inView.includes(state.chosen)) choose(inView[0] ?? null);
  }
  VIEWS[state.view]();
}

/** Goes where the address says: a view, or a topic by its fingerprint or the start of it. */
function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name in VIEWS) return go(name);
  const topic = name.length >= 6 && story.topics.find(t => t.fingerprint.startsWith(name));
  if (topic) openTopic(topic);
}

/** Paper gets the plain rendition, of what passes the filters, with the marks. */
function preparePrint() {
  const shown = new Set(story.topics.filter(t => passes(t, 'differences')).map(t => t.fingerprint));
  const topics = new Map(story.topics.map(t => [t.fingerprint, t]));
  for (const card of document.querySelectorAll('#plain .difference')) {
    const { fingerprint } = card.dataset;
    card.hidden = !shown.has(fingerprint);
    const mark = markOf(topics.get(fingerprint));
    card.querySelector('.mark-in-words').textContent = ` · ${markInWords(mark)}`;
  }
}

document.documentElement.classList.add('scripted');
startTheme();
startFilters(refresh);
startDetail();
startExchange();
startKeys();
showList();
state.chosen = inView[0] ?? null;
showChosenEntry();
showDetail();
showArticles();
showView();
showProgress();
follow();

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-topic], a[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (link.dataset.view) return go(link.dataset.view);
  openTopic(story.topics[Number(link.dataset.topic)]);
  if (link.dataset.claim) showPlace(Number(link.dataset.claim));
});
$('back').addEventListener('click', () => {
  closeDetail();
  entries.get(state.chosen?.number)?.firstElementChild.focus();
});
document.addEventListener('marked', ({ detail: topic }) => {
  for (const twin of story.topics.filter(t => t.fingerprint === topic.fingerprint)) {
    if (entries.has(twin.number)) showEntryMark(entries.get(twin.number), twin);
  }
  showMark(topic);
  showProgress();
});
window.addEventListener('hashchange', follow);
window.addEventListener('beforeprint', preparePrint);
// A second window may mark the same report.
window.addEventListener('storage', ({ key }) => {
  const fingerprint = key?.startsWith(MARK_KEY) && key.slice(MARK_KEY.length);
  if (!fingerprint) return;
  markCache.delete(fingerprint);
  const topic = story.topics.find(t => t.fingerprint === fingerprint);
  if (topic) document.dispatchEvent(new CustomEvent('marked', { detail: topic }));
});
